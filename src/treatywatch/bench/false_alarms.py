"""Pages on which nothing happens to any agreement between states: on how many the reader finds a step all the same.

Half were written by this project, on matters that use the words of treaties (``data/false_alarms``, a file a kind);
half were drawn at random from the real pages and checked by reading (``data/false_alarms_drawn.yaml``).
"""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import msgspec

from treatywatch.bench.corpus import corpus
from treatywatch.model import Document, InputError
from treatywatch.model.data import load_data
from treatywatch.service.pages import PageRead, read_documents

_DRAWN = "data/false_alarms_drawn.yaml"
_WRITTEN = "data/false_alarms"


class Pages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The texts of pages, or their names in the corpus of real pages."""

    source: str
    pages: tuple[str, ...]


def figures(shared: Path) -> dict[str, float]:
    """On how many of the pages a step is found, of how many."""
    pages = (*written(), *drawn(shared))
    return {
        "pages without an agreement": len(pages),
        "pages without an agreement on which a step is found": len(false_alarms(pages)),
    }


def false_alarms(pages: Iterable[Document]) -> tuple[PageRead, ...]:
    """The pages on which a step is found, with what was found."""
    results = read_documents(pages, jobs=0)
    return tuple(each for each in results if isinstance(each, PageRead) and each.reading.events)


def written() -> Iterator[Document]:
    """The pages written for this, kind by kind."""
    names = sorted(each.name for each in files("treatywatch.bench").joinpath(_WRITTEN).iterdir())
    for name in names:
        pages = load_data("treatywatch.bench", f"{_WRITTEN}/{name}", Pages).pages
        for number, text in enumerate(pages, 1):
            yield Document(id=f"{name.removesuffix('.yaml')}/{number}", text=text)


def drawn(shared: Path) -> tuple[Document, ...]:
    """The real pages. Raises InputError when one of them is not in the corpus."""
    wanted = load_data("treatywatch.bench", _DRAWN, Pages).pages
    found = {page.id: page for page in corpus(shared, "wild")}
    if missing := [name for name in wanted if name not in found]:
        raise InputError(f"the corpus of real pages lacks {missing[0]}, which {_DRAWN} names: renew one of them")
    return tuple(found[name] for name in wanted)
