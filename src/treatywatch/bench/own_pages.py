"""How pages of our own about other agreements are read (``data/pages``).

The development corpus tells sixteen agreements, and rules were written while reading it. These pages tell twenty-five
others, written by somebody who did not know the rules, on purpose harder than most reporting: what is said in images,
in passing or by what follows counts as well. The misses of a few (``data/pages_kept.yaml``) are never looked at.
"""

import json
import tempfile
from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from treatywatch.bench.scorer import score
from treatywatch.model import Document, to_json
from treatywatch.model.data import load_data
from treatywatch.reading import read

_PACKAGE = "treatywatch.bench"
_FOLDER = "data/pages"
_NAMES = ("events kind+modality F1", "events strict (+parties, date) F1", "statements F1")
_FIELDS = ("id", "agreements", "events", "relations", "statements")
ALL = "pages of our own"
KEPT = "pages of our own kept from view"


class _Kept(msgspec.Struct, frozen=True):
    """Which agreements' misses are never looked at, and since when."""

    source: str
    since: date
    agreements: tuple[str, ...]


class _Pages(msgspec.Struct, frozen=True):
    """One agreement's pages with their gold, as the corpora write it."""

    source: str
    pages: tuple[dict[str, Any], ...]


def figures(shared: Path) -> dict[str, float]:
    """The figures of events and statements on all pages and on those kept from view; ``shared`` holds the scorer.

    Raises InputError when the scorer fails.
    """
    told = agreements()
    kept = [told[name] for name in kept_from_view()]
    return {**_score(shared, told.values(), ALL), **_score(shared, kept, KEPT)}


def kept_from_view() -> tuple[str, ...]:
    """The agreements whose misses are never looked at."""
    return load_data(_PACKAGE, "data/pages_kept.yaml", _Kept).agreements


def agreements() -> dict[str, tuple[dict[str, Any], ...]]:
    """The pages of each agreement by the name of its file, in the order of these names."""
    names = sorted(entry.name for entry in files(_PACKAGE).joinpath(_FOLDER).iterdir() if entry.name.endswith(".yaml"))
    return {name.removesuffix(".yaml"): load_data(_PACKAGE, f"{_FOLDER}/{name}", _Pages).pages for name in names}


def document(page: dict[str, Any]) -> Document:
    """A page as the reader takes it."""
    return Document(
        page["id"], page["text"], publisher=page["publisher"], title=page["title"], published=page["published"]
    )


def _score(shared: Path, told: Iterable[tuple[dict[str, Any], ...]], which: str) -> dict[str, float]:
    pages = [page for agreement in told for page in agreement]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _write(place / "documents.jsonl", [{"id": page["id"], "text": page["text"]} for page in pages])
        _write(place / "gold.jsonl", [{name: page[name] for name in _FIELDS} for page in pages])
        made = place / "readings.jsonl"
        made.write_text("".join(f"{to_json(read(document(page)))}\n" for page in pages), "utf-8")
        reached = score(shared, "readings", place, made).figures
    return {f"{name}, {which}": reached[name] for name in _NAMES}


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8")
