"""Pages in groups of copies: each page with the one that stands for its group."""

from collections import defaultdict
from collections.abc import Mapping

from treatywatch.registry.copies.sketch import NUMBERS, Sketch, copies

_ROWS = 3  # numbers to a band: pages of which half the words are shared have a band in common in 99 of 100 cases


def origins(sketches: Mapping[str, Sketch]) -> dict[str, str]:
    """For each page the least of the pages that it is a copy of, over however many steps; a page alone is its own.

    A pure function of the set: neither the order of pages nor what came before changes anything.
    """
    found = {page: page for page in sketches}
    for one, other in sorted(_likely(sketches)):
        if _lead(found, one) != _lead(found, other) and copies(sketches[one], sketches[other]):
            first, second = sorted((_lead(found, one), _lead(found, other)))
            found[second] = first
    return {page: _lead(found, page) for page in found}


def _likely(sketches: Mapping[str, Sketch]) -> set[tuple[str, str]]:
    """The pairs that have a band of numbers in common: all others are too different to be compared."""
    bands: dict[tuple[int, tuple[int, ...]], list[str]] = defaultdict(list)
    for page in sorted(sketches):
        least = sketches[page].least
        for at in range(0, NUMBERS, _ROWS):
            bands[at, least[at : at + _ROWS]].append(page)
    return {
        (one, other) for pages in bands.values() for number, one in enumerate(pages) for other in pages[number + 1 :]
    }


def _lead(found: dict[str, str], page: str) -> str:
    while found[page] != page:
        found[page] = found[found[page]]
        page = found[page]
    return page
