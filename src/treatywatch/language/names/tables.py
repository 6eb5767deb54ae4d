"""The tables of states and organisations, and questions about them. The only module that imports pycountry."""

from collections.abc import Collection
from functools import lru_cache
from typing import Any

import pycountry

from treatywatch.model.data import load_yaml

PACKAGE = "treatywatch.language.names"


@lru_cache(maxsize=1)
def states() -> dict[str, dict[str, Any]]:
    """The rows of ``data/states.yaml`` by code."""
    rows: dict[str, dict[str, Any]] = load_yaml(PACKAGE, "data/states.yaml")["states"]
    return rows


@lru_cache(maxsize=1)
def organisations() -> dict[str, dict[str, Any]]:
    """The rows of ``data/organisations.yaml`` by code."""
    rows: dict[str, dict[str, Any]] = load_yaml(PACKAGE, "data/organisations.yaml")["organisations"]
    return rows


def is_organisation(code: str) -> bool:
    """Whether the code is an international organisation's."""
    return code in organisations()


@lru_cache(maxsize=1024)
def state_name(code: str) -> str:
    """The everyday English name of a state or organisation ("Russia", "European Union"); the code itself if unknown."""
    row = states().get(code)
    if row is not None and row.get("names"):
        return str(row["names"][0]).removeprefix("the ")
    country = pycountry.countries.get(alpha_3=code)
    if country is not None:
        return str(getattr(country, "common_name", country.name))
    organisation = organisations().get(code)
    return str(organisation["names"][0]) if organisation else code


def alpha_2(code: str) -> str | None:
    """The two letters that ISO 3166-1 gives a state ("CL" for "CHL"); None for what is no state of today."""
    country = pycountry.countries.get(alpha_3=code)
    return str(country.alpha_2) if country else None


def official_names(code: str) -> tuple[str, ...]:
    """The names that ISO 3166-1 gives a state, but for those turned round at a comma."""
    country = pycountry.countries.get(alpha_3=code)
    if country is None:
        return ()
    names = {getattr(country, field, None) for field in ("name", "common_name", "official_name")}
    return tuple(sorted(name.removeprefix("the ") for name in names if name and "," not in name))


def spellings(code: str) -> tuple[str, ...]:
    """All names and demonyms of a state or organisation, its everyday name first; none for an unknown code."""
    row = states().get(code) or organisations().get(code) or {}
    if not row:
        return ()
    return tuple(dict.fromkeys((state_name(code), *row.get("names", ()), *row.get("adj", ()), *official_names(code))))


def words_for_states(but: Collection[str] = ()) -> frozenset[str]:
    """Every name, adjective and capital of the states, those of the codes ``but`` left out."""
    rows = [(code, row) for code, row in states().items() if code not in but]
    listed = {str(word) for _, row in rows for key in ("names", "adj", "capital") for word in row.get(key) or ()}
    return frozenset({word.removeprefix("the ") for word in listed}.union(*(official_names(code) for code, _ in rows)))


@lru_cache(maxsize=16_384)  # asked of every party of every event, again and again
def successor(code: str, at: str) -> str:
    """The state that acts for ``code`` on the partial date ``at``: Russia for the Soviet Union from 1992."""
    row = states().get(code, {})
    if "until" in row and at[:4].isdigit() and at > str(row["until"])[: len(at)]:
        return successor(str(row["successor"]), at)
    return code


def members(code: str, at: str | None = None) -> tuple[str, ...]:
    """The member states of an organisation in the year of ``at`` (the present when None); empty where not listed."""
    rows = load_yaml(PACKAGE, "data/organisations.yaml")["members"].get(code, {})
    year = int(at[:4]) if at and at[:4].isdigit() else 9999
    return tuple(sorted(s for s, years in rows.items() if years[0] <= year and (len(years) < 2 or year < years[1])))
