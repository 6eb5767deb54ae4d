"""Real pages that careful readers read whole, with every step they tell.

Those of ``data/read_whole.yaml`` are looked at for rules and weighing; those of ``data/read_whole_kept.yaml``, of the
third of the real pages that is kept from view (``judged``), are only measured.
"""

from collections import defaultdict
from pathlib import Path

import msgspec

from treatywatch.bench.corpus import corpus
from treatywatch.bench.told import Told, counted, reached
from treatywatch.model import Problem
from treatywatch.model.data import load_data
from treatywatch.service.pages import read_documents


class ToldWhole(Told, frozen=True, forbid_unknown_fields=True, array_like=True):
    """A step that a page tells, with its parties and its date (EDTF)."""

    parties: tuple[str, ...]
    date: str | None


class ReadWhole(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The pages read, and all that their first ``up_to`` characters tell; a page without a row tells no step."""

    source: str
    up_to: int
    pages: tuple[str, ...]
    told: tuple[ToldWhole, ...]


def figures(shared: Path) -> dict[str, float]:
    """Precision, recall and F1 of kind and modality on the pages kept from view."""
    kept = kept_from_view()
    told = defaultdict(list)
    for each in kept.told:
        told[each.page].append(each)
    pages = [page for page in corpus(shared, "wild") if page.id in set(kept.pages)]
    counts = (
        counted((event for event in each.reading.events if event.span.end <= kept.up_to), told[each.document.id])
        for each in read_documents(pages, jobs=0)
        if not isinstance(each, Problem)
    )
    return reached("real pages read whole and kept from view", counts)


def read_whole() -> ReadWhole:
    """What was read for rules and weighing."""
    return load_data("treatywatch.bench", "data/read_whole.yaml", ReadWhole)


def kept_from_view() -> ReadWhole:
    """What was read of the pages kept from view."""
    return load_data("treatywatch.bench", "data/read_whole_kept.yaml", ReadWhole)
