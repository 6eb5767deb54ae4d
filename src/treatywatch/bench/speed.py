"""What reading costs: against the parser's own whole pipeline, for a page of no agreement, in memory and processes."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

from treatywatch.bench.corpus import corpus
from treatywatch.bench.wild import sample
from treatywatch.language.parse import MODEL
from treatywatch.model import Document
from treatywatch.reading import explain_all, read
from treatywatch.reading.relevance import speaks_of_agreements
from treatywatch.service.pages import TOGETHER

_ROUNDS = 3


def figures(shared: Path) -> dict[str, float]:
    """Ratios of times, and pages and megabytes a second, in the time of one processor: others may be at work beside."""
    dev, wild = corpus(shared, "dev"), sample(shared)
    ours, theirs = _against_spacy(dev)
    irrelevant = tuple(page for page in wild if not speaks_of_agreements(page.text))
    passed_over = min(_seconds(lambda: [read(page) for page in irrelevant]) for _ in range(_ROUNDS))
    parsed = ours / _characters(dev)
    return {
        "reading time against spaCy": ours / theirs,
        "irrelevant page against parsed page": passed_over / _characters(irrelevant) / parsed,
        "pages read a second": len(dev) / ours,
        "irrelevant text passed over, MB a second": _characters(irrelevant) / passed_over / 1e6,
        "share of real pages that are parsed": 1 - len(irrelevant) / len(wild),
    }


def _against_spacy(pages: Sequence[Document]) -> tuple[float, float]:
    pipeline = spacy.load(MODEL)
    texts = [page.text for page in pages]
    read(pages[0])
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        ours.append(_seconds(lambda: _read(pages)))
        theirs.append(_seconds(lambda: list(pipeline.pipe(texts))))
    return min(ours), min(theirs)


def _read(pages: Sequence[Document]) -> None:
    """Reads as many at once as each of the processes that read a corpus is given."""
    for first in range(0, len(pages), TOGETHER):
        explain_all(pages[first : first + TOGETHER])


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _characters(pages: Sequence[Document]) -> int:
    return sum(len(page.text) for page in pages)
