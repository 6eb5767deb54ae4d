"""The tables of names, and questions about them. The only module that imports pycountry."""

from functools import lru_cache
from typing import Any

import pycountry

from treatywatch.model.data import load_yaml

_PACKAGE = "treatywatch.language.names"


@lru_cache(maxsize=1)
def states() -> dict[str, dict[str, Any]]:
    """The rows of ``data/states.yaml`` by code."""
    rows: dict[str, dict[str, Any]] = load_yaml(_PACKAGE, "data/states.yaml")["states"]
    return rows


def state_name(code: str) -> str:
    """The everyday English name of a state or organisation ("Russia", "European Union"); the code itself if unknown."""
    row = states().get(code)
    if row is not None and row.get("names"):
        return str(row["names"][0]).removeprefix("the ")
    country = pycountry.countries.get(alpha_3=code)
    if country is not None:
        return str(getattr(country, "common_name", country.name))
    organisation = load_yaml(_PACKAGE, "data/organisations.yaml")["organisations"].get(code)
    return str(organisation["names"][0]) if organisation else code


def official_names(code: str) -> tuple[str, ...]:
    """The names that ISO 3166-1 gives a state."""
    country = pycountry.countries.get(alpha_3=code)
    if country is None:
        return ()
    names = {getattr(country, field, None) for field in ("name", "common_name", "official_name")}
    return tuple(sorted(name for name in names if name and "," not in name))


def successor(code: str, at: str) -> str:
    """The state that acts for ``code`` on the partial date ``at``: Russia for the Soviet Union from 1992."""
    row = states().get(code, {})
    if "until" in row and int(at[:4]) > row["until"]:
        return str(row["successor"])
    return code


def members(code: str, at: str | None = None) -> tuple[str, ...]:
    """The member states of an organisation in the year of ``at`` (the present when None); empty where not listed."""
    rows = load_yaml(_PACKAGE, "data/organisations.yaml")["members"].get(code, {})
    year = int(at[:4]) if at else 9999
    return tuple(sorted(s for s, years in rows.items() if years[0] <= year and (len(years) < 2 or year < years[1])))


def organ_of(generic: str, code: str) -> str | None:
    """What a state calls an organ named in general ("Senate", "upper house"); None where it has no such organ."""
    data = load_yaml(_PACKAGE, "data/organs.yaml")
    own = data["chambers"].get(code, {})
    if generic in own:
        return str(own[generic])
    listed = data["own"].get(generic)
    if listed is not None:
        return str(listed[1]) if listed[0] == code else None
    if generic in {
        "Senate",
        "House of Representatives",
        "House of Commons",
        "House of Lords",
        "upper house",
        "lower house",
        "Congress",
    }:
        return None
    return f"{generic} of {state_name(code)}"
