"""The way of every arrow between boxes: level where its words stand, and apart from others at the side of a box."""

from collections import defaultdict

import msgspec

from treatywatch.views.pictures.layers import Edge, Stop

Point = tuple[float, float]
LEVEL, PASSING = 140, 16  # pixels: of an arrow that are level, for its words; what an edge takes of a column it passes
_APART = 15


class Place(msgspec.Struct, frozen=True):
    """Where a box is."""

    x: float
    y: float
    x2: float
    y2: float


class Route(msgspec.Struct, frozen=True):
    """The points of an arrow, and which of its stretches is the level one, by number."""

    points: tuple[Point, ...]
    level: int


def routes(ways: dict[Edge, list[Stop]], places: dict[Stop, Place]) -> dict[Edge, Route]:
    """How to draw every edge. It is level at that end where fewer others begin or end."""
    ends = _ends(ways, places)
    ports = {
        (edge, end): (number - (len(joined) - 1) / 2, len(joined))
        for joined in ends
        for number, (_, edge, end) in enumerate(joined)
    }
    return {edge: _route(way, places, ports[edge, 0], ports[edge, 1]) for edge, way in ways.items()}


_Port = tuple[float, int]
"""How far from the middle of its side an edge begins or ends, in places, and how many do so there."""


def _ends(ways: dict[Edge, list[Stop]], places: dict[Stop, Place]) -> list[list[tuple[float, Edge, int]]]:
    """What begins or ends at the left or right side of each box, from top to bottom."""
    found: dict[tuple[Stop, bool], list[tuple[float, Edge, int]]] = defaultdict(list)
    for edge, way in ways.items():
        for end, (here, there) in enumerate(((way[0], way[1]), (way[-1], way[-2]))):
            found[here, places[there].x > places[here].x].append((places[there].y + places[there].y2, edge, end))
    return [sorted(joined) for joined in found.values()]


def _route(way: list[Stop], places: dict[Stop, Place], begins: _Port, ends: _Port) -> Route:
    source, target = places[way[0]], places[way[-1]]
    turned = 1 if target.x > source.x else -1
    start = (source.x2 if turned > 0 else source.x, _height(source, *begins))
    end = (target.x if turned > 0 else target.x2, _height(target, *ends))
    between = [point for stop in way[1:-1] for point in _past(places[stop], turned)]
    if ends[1] >= begins[1]:
        return Route((start, (start[0] + turned * LEVEL, start[1]), *between, end), 0)
    points = (start, *between, (end[0] - turned * LEVEL, end[1]), end)
    return Route(points, len(points) - 2)


def _height(place: Place, number: float, count: int) -> float:
    apart = min(_APART, (place.y2 - place.y - 12) / count)
    return round((place.y + place.y2) / 2 + number * apart, 1)


def _past(place: Place, turned: int) -> list[Point]:
    middle = (place.y + place.y2) / 2
    return [(place.x, middle), (place.x2, middle)][::turned]
