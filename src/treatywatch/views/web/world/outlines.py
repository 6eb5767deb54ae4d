"""Where states lie, as the package countryinfo has it; the only module that imports it. Borders are its, not ours."""

from functools import cache
from typing import Any

import msgspec
from countryinfo import all_countries

from treatywatch.model.data import load_data

_PACKAGE = __name__.rpartition(".")[0]
Point = tuple[float, float]
_UNDRAWN = {"ATA", "ATF", "SGS", "HMD", "BVT"}  # nobody there takes part in an agreement


class Outline(msgspec.Struct, frozen=True):
    """The land of a state as rings of points (longitude, latitude in degrees); where it has none, its ``middle``."""

    rings: tuple[tuple[Point, ...], ...]
    middle: Point | None

    @property
    def known(self) -> int:
        """How well its place is known: 2 by its outline, 1 by a point, 0 not at all."""
        return 2 if self.rings else 1 if self.middle else 0


class _Points(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    points: dict[str, Point]


_NOWHERE = Outline((), None)


@cache
def outlines() -> dict[str, Outline]:
    """The outlines of states and territories by their three-letter code."""
    found = {
        code: Outline((), point) for code, point in load_data(_PACKAGE, "data/points.yaml", _Points).points.items()
    }
    for country in all_countries():
        code, outline = country.iso().get("alpha3"), _outline(country)
        if code and code not in _UNDRAWN and outline.known > found.get(code, _NOWHERE).known:
            found[code] = outline  # some are listed twice, once without a place
    return found


def _outline(country: Any) -> Outline:
    features = (country.geo_json() or {}).get("features", ())
    rings = tuple(ring for feature in features for ring in _rings(feature["geometry"]))
    place = country.latlng() or country.capital_latlng()
    return Outline(rings, (float(place[1]), float(place[0])) if len(place or ()) == 2 else None)


def _rings(geometry: dict[str, Any]) -> list[tuple[Point, ...]]:
    shapes = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [tuple((float(x), float(y)) for x, y in ring) for shape in shapes for ring in shape]
