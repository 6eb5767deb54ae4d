"""Real pages without gold: that every one is read, and how much is found on them."""

from pathlib import Path

from treatywatch.bench.corpus import corpus
from treatywatch.model import Document, Problem
from treatywatch.service.pages import PageRead, read_documents

EVERY = 12


def figures(shared: Path) -> dict[str, float]:
    """Over every twelfth real page: on how many the reader failed, and how many of them tell of an agreement."""
    results = list(read_documents(sample(shared), jobs=0))
    told = [each for each in results if isinstance(each, PageRead) and each.reading.events]
    return {
        "real pages on which the reader failed": sum(isinstance(each, Problem) for each in results),
        "share of real pages with an event": len(told) / len(results),
        "quotes on real pages that are not on the page": sum(map(_loose, told)),
    }


def sample(shared: Path) -> tuple[Document, ...]:
    """Every twelfth real page."""
    return corpus(shared, "wild")[::EVERY]


def _loose(page: PageRead) -> int:
    reading, text = page.reading, page.document.text
    said = [(each.quote, each.span) for each in reading.statements]
    said += [(each.evidence, each.span) for each in reading.events]
    said += [(each.evidence, each.span) for each in reading.relations]
    return sum(span.quote(text) != quote for quote, span in said)
