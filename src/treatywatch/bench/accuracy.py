"""How much of the gold the readings and the registry's timelines reach, through the code that users run."""

import json
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from statistics import mean
from typing import Any

import msgspec

from treatywatch.bench.clutter import kinds, wrap
from treatywatch.bench.corpus import corpus
from treatywatch.bench.scorer import Scores, score
from treatywatch.bench.unmerged import unmerged
from treatywatch.model import Document, InputError, Problem, to_json
from treatywatch.model.data import load_data
from treatywatch.registry import Registry, open_registry
from treatywatch.service.ingest import ingest
from treatywatch.service.pages import PageRead, read_documents
from treatywatch.service.timeline import timelines
from treatywatch.views.present.agreement import timeline_record

_HEADLINE = "events kind+modality F1"
_STRICT = "events strict (+parties, date) F1"
_TIMELINE = "timeline: kind+date+parties F1"
_GAINED = "timeline: what merging gains"


class _HeldOut(msgspec.Struct, frozen=True):
    source: str
    since: date
    agreements: tuple[str, ...]


def figures(shared: Path, errors: int = 0) -> Scores:
    """The scorer's figures on the development corpus; ``errors`` is how many misses and false alarms to list."""
    gold = shared / "corpus" / "dev"
    with tempfile.TemporaryDirectory() as folder:
        made = _readings(Path(folder, "readings.jsonl"), corpus(shared, "dev"))
        readings = score(shared, "readings", gold, made, errors)
        with _registry(gold / "documents.jsonl", Path(folder, "registry.db")) as registry:
            made = _written(Path(folder, "timelines.jsonl"), map(timeline_record, timelines(registry)))
            told = _written(Path(folder, "unmerged.jsonl"), unmerged(registry))
        merged = score(shared, "timelines", gold, made, errors)
        alone = score(shared, "timelines", gold, told).figures[_TIMELINE]
    gained = {f"{_TIMELINE}, reports unmerged": alone, _GAINED: merged.figures[_TIMELINE] - alone}
    return Scores({**readings.figures, **merged.figures, **gained}, f"{readings.output}\n{merged.output}")


def held_out(shared: Path) -> dict[str, float]:
    """The events' figures on the agreements kept from view while rules are written (``held_out.yaml`` says how far)."""
    kept = kept_from_view()
    pages = [page for page in corpus(shared, "dev") if page.id.startswith(kept)]
    gold = (shared / "corpus" / "dev" / "gold.jsonl").read_text("utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _written(place / "documents.jsonl", pages)
        chosen = [line for line in gold if json.loads(line)["id"].startswith(kept)]
        (place / "gold.jsonl").write_text("".join(f"{line}\n" for line in chosen), "utf-8")
        reached = score(shared, "readings", place, _readings(place / "readings.jsonl", pages)).figures
    return {f"{name}, held-out agreements": reached[name] for name in (_HEADLINE, _STRICT)}


def kept_from_view() -> tuple[str, ...]:
    """How the ids of the pages of agreements kept from view begin."""
    return tuple(f"{name}/" for name in load_data("treatywatch.bench", "held_out.yaml", _HeldOut).agreements)


def under_clutter(shared: Path) -> dict[str, float]:
    """The events' figures with every page wrapped in clutter: the mean over its kinds, and the lowest."""
    reached = [_wrapped(shared, kind) for kind in kinds()]
    return {
        f"{name} under clutter, {which}": of([each[name] for each in reached])
        for name in (_HEADLINE, _STRICT)
        for which, of in (("mean", mean), ("lowest", min))
    }


def lost_to_clutter(figures: Mapping[str, float]) -> dict[str, float]:
    """What the strict figure loses to the kind of clutter that harms it most, from the figures of both."""
    return {
        "strict F1 lost to page clutter, worst kind": figures[_STRICT] - figures[f"{_STRICT} under clutter, lowest"]
    }


def _wrapped(shared: Path, kind: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder)
        pages = [wrap(page, kind, seed=1) for page in corpus(shared, "dev")]
        _written(gold / "documents.jsonl", pages)
        (gold / "gold.jsonl").symlink_to((shared / "corpus" / "dev" / "gold.jsonl").resolve())
        return score(shared, "readings", gold, _readings(gold / "readings.jsonl", pages)).figures


def _readings(path: Path, pages: Iterable[Document]) -> Path:
    return _written(path, (_good(each).reading for each in read_documents(pages, jobs=0)))


def _registry(documents: Path, place: Path) -> Registry:
    registry = open_registry(place)
    for each in ingest(registry, [str(documents)], jobs=0):
        if isinstance(each, Problem):
            raise InputError(f"every page of the corpus must be added: {each.line()}")
    return registry


def _good(result: PageRead | Problem) -> PageRead:
    if isinstance(result, Problem):
        raise InputError(f"every page of the corpus must be read: {result.line()}")
    return result


def _written(path: Path, values: Iterable[Any]) -> Path:
    path.write_text("".join(to_json(value) + "\n" for value in values), "utf-8")
    return path
