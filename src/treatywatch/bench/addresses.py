"""What readers of a registry may ask for, drawn by chance: the same at every call."""

from collections.abc import Sequence
from random import Random
from urllib.parse import quote_plus

from treatywatch.language.names import state_name
from treatywatch.registry import Counted, Registry
from treatywatch.service.search import choices

_MANY = 5_000  # different ones that are asked for when each is to be made anew
_LISTS = 40  # of each filter, and of each way to search
_ORDERS = ("", "sort=name", "sort=last", "sort=documents", "sort=changed", "sort=name&page=7", "page=40")


def addresses(registry: Registry) -> dict[str, list[str]]:
    """Addresses by kind of page, drawn by chance: lists in each order and with each filter, searches, agreements."""
    drawn = Random(1)
    there = choices(registry)
    keys = [line.key for line in registry.lines()]
    lists = [f"/?{one}" for one in _ORDERS]
    for field in ("state", "stage", "form", "subject", "year"):
        lists += [f"/?{field}={quote_plus(one)}" for one in _drawn(drawn, getattr(there, f"{field}s"))]
    states = [state_name(one) for one in _drawn(drawn, there.states)]
    years = _drawn(drawn, there.years)
    words = [*_drawn(drawn, there.subjects), *(line.name.split()[0].lower() for line in registry.lines(limit=_LISTS))]
    pairs = [f"{one} {other}" for one, other in zip(states, words, strict=False)]
    searches = [f"/?q={quote_plus(one)}" for one in dict.fromkeys([*states, *years, *words, *pairs])]
    agreements = [f"/agreements/{quote_plus(key)}" for key in drawn.sample(keys, min(_MANY, len(keys)))]
    return {"agreements page": lists, "search": searches, "agreement page": agreements}


def _drawn(chance: Random, counted: Sequence[Counted]) -> list[str]:
    every = [one.value for one in counted]
    return chance.sample(every, min(_LISTS, len(every)))
