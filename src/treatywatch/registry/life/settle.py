"""A life as pages tell it, with people's words on it: these outrank the machine's, which is kept beside them."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from treatywatch.model import View, Word
from treatywatch.registry.life.merge import LifeStep, life
from treatywatch.registry.life.rivals import rivals
from treatywatch.registry.life.told import Told
from treatywatch.registry.life.word import changed, rejected, view
from treatywatch.registry.life.yearless import completed

_Place = tuple[tuple[str, int], str]  # ref and fact of a report: what stays as it is when its fields are corrected


class Settled(NamedTuple):
    """Reports as people corrected them; the steps people rejected; and what the machine makes of corrected steps."""

    reports: tuple[Told, ...]
    rejected: tuple[LifeStep, ...]
    machine: dict[_Place, View]


def settle(reports: Iterable[Told]) -> Settled:
    """What ``reports`` of one agreement tell when people's words on them are taken.

    A word on a step is a word on the step that all reports make without it, so that reports that come later and tell
    of the same step are covered. A pure function of the set of reports.
    """
    every = completed(reports)
    if not any(report.words for report in every):
        return Settled(every, (), {})
    read, misread = _as_read(every)
    kept: list[Told] = []
    gone = [*life(misread)]
    machine: dict[_Place, View] = {}
    for step in life(read):
        words = _words(step.sources)
        if rejected(words):
            gone.append(step)
            continue
        kept.extend(_corrected(step, words))
        if words:
            machine.update((_place(report), view(step)) for report in step.sources)
    return Settled(tuple(kept), tuple(gone), machine)


def lived(settled: Settled, reports: Iterable[Told] | None = None) -> tuple[LifeStep, ...]:
    """The steps of ``settled``, or those that some of its reports make, each with what people said of it."""
    steps = life(settled.reports if reports is None else reports)
    return _disputed(tuple(_marked(step, settled.machine) for step in steps))


def _disputed(steps: tuple[LifeStep, ...]) -> tuple[LifeStep, ...]:
    """``steps`` with a word on each that cannot have been beside another which other pages tell."""
    differ = {at: list(step.differ) for at, step in enumerate(steps)}
    for about, one, other in rivals(steps, lambda step: {report.ref[0] for report in step.sources}):
        for at, to in ((one, other), (other, one)):
            differ[at].append(f"{about} {_said(about, steps[to])} instead of {_said(about, steps[at])}")
    return tuple(msgspec.structs.replace(step, differ=tuple(differ[at])) for at, step in enumerate(steps))


def _said(about: str, step: LifeStep) -> str:
    return step.kind.replace("_", " ") if about == "kind" else ", ".join(step.parties)


def spurned(settled: Settled) -> tuple[LifeStep, ...]:
    """The steps that people rejected, as the machine tells them, oldest first."""
    steps = (msgspec.structs.replace(step, decided=_spoken(step.sources)) for step in settled.rejected)
    return tuple(sorted(steps, key=lambda step: (step.date or "9999", step.kind, step.parties, step.sources[0].ref)))


def _as_read(reports: tuple[Told, ...]) -> tuple[list[Told], list[Told]]:
    """Reports with what people say of how each place was read: those that tell something, and those misread."""
    read, misread = [], []
    for report in reports:
        words = tuple(word for word in report.words if word.here)
        if rejected(words):
            misread.append(report)
        elif words:
            read.append(msgspec.structs.replace(report, **changed(words), misread=view(report)))
        else:
            read.append(report)
    return read, misread


def _corrected(step: LifeStep, words: tuple[Word, ...]) -> list[Told]:
    if not words:
        return list(step.sources)
    changes = changed(words)
    held = frozenset(changes)
    last = max(word.decision for word in words)
    return [msgspec.structs.replace(report, **changes, held=held, decision=last) for report in step.sources]


def _marked(step: LifeStep, machine: dict[_Place, View]) -> LifeStep:
    spoken = _spoken(step.sources)
    if not spoken:
        return step
    views = [machine[place] for place in map(_place, step.sources) if place in machine]
    before = max(views, key=lambda one: (views.count(one), one.date or "", one.kind, one.modality), default=None)
    return msgspec.structs.replace(step, decided=spoken, machine=before)


def _words(reports: Iterable[Told]) -> tuple[Word, ...]:
    """The words on a step as such that its reports bear."""
    found = {word for report in reports for word in report.words if not word.here}
    return tuple(sorted(found, key=lambda word: word.decision))


def _spoken(reports: Iterable[Told]) -> tuple[Word, ...]:
    """All words on a step and on its places."""
    found = {word for report in reports for word in report.words}
    return tuple(sorted(found, key=lambda word: word.decision))


def _place(report: Told) -> _Place:
    return report.ref, report.fact
