"""Dates of what is planned, and of what the law computes: what a calendar shows."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from treatywatch.model import InputError, Modality, bounds, is_partial_date
from treatywatch.registry import Line, Registry, TimelineStep
from treatywatch.service.answers import Entry
from treatywatch.service.computed import settle
from treatywatch.service.lasting import apart, first_fact, last_told
from treatywatch.service.lookup import find_agreement
from treatywatch.service.shaping import entry


class Coming(msgspec.Struct, frozen=True):
    """One date of one agreement: a step that pages hold planned or possible, or a day that the law computes.

    ``date`` is a partial date, ``what`` says in words what it is the date of, ``party`` whose it is where it is one
    state's. ``entry`` holds the quotes of what pages tell, ``law`` the article and words of what is computed.
    """

    id: str
    key: str
    name: str
    sort: Literal["planned", "possible", "computed"]
    what: str
    date: str
    parties: tuple[str, ...]
    entry: Entry | None
    law: str | None
    recorded: str


_Draft = tuple[tuple[str, ...], Coming]
_EXPECTED: dict[Modality, Literal["planned", "possible"]] = {
    Modality.PLANNED: "planned",
    Modality.POSSIBLE: "possible",
}


def coming(
    registry: Registry, since: str, today: date, agreement: str | None = None, until: str | None = None
) -> tuple[Coming, ...]:
    """The dates from the day ``since`` to the day ``until``, oldest first, of one agreement or of all.

    ``today`` is computed for; without ``until`` there is no end. Raises InputError when ``since`` or ``until`` is no
    day, NotFoundError or InputError as :func:`treatywatch.service.lookup.find_agreement`.
    """
    for given in (since, until or since):
        if len(given) != 10 or not is_partial_date(given):
            raise InputError(f"{given!r} is no day: write YYYY-MM-DD")
    settle(registry, today)
    lines = (find_agreement(registry, agreement),) if agreement else registry.dated(since, until)
    drafts = [draft for line in lines for draft in _drafts(registry, line) if _within(draft[1].date, since, until)]
    ids = apart((name for name, _ in drafts), (" ".join((one.key, *one.parties)) for _, one in drafts))
    found = [msgspec.structs.replace(one, id=name) for name, (_, one) in zip(ids, drafts, strict=True)]
    return tuple(sorted(found, key=lambda one: (one.date, one.id)))


def _within(value: str, since: str, until: str | None) -> bool:
    first, last = bounds(value)
    return last.isoformat() >= since and (until is None or first.isoformat() <= until)


def _drafts(registry: Registry, line: Line) -> Iterator[_Draft]:
    steps = registry.steps(line.key)
    for step in steps:
        if step.date and step.modality in _EXPECTED and not step.fulfilled:
            yield _expected(step, line.key, line.name)
    recorded = last_told(steps)
    if recorded:
        yield from _computed(registry, line, first_fact(steps) or line.key, recorded)


def _expected(step: TimelineStep, key: str, name: str) -> _Draft:
    words = step.kind.value.replace("_", " ")
    sort = _EXPECTED[step.modality]
    found = Coming("", key, name, sort, words, step.date or "", step.parties, entry(step), None, last_told([step]))
    return (sort, step.kind.value, first_fact([step]) or key), found


def _computed(registry: Registry, line: Line, founded: str, recorded: str) -> Iterator[_Draft]:
    """Entry into force, the last day of a party that is leaving, and the last days for next steps."""
    for each in registry.days(line.key):
        parties = (each.party,) if each.party else ()
        found = Coming("", line.key, line.name, "computed", each.what, each.day, parties, None, each.law, recorded)
        marks = (each.mark,) if each.mark else ()
        yield ("computed", founded, each.what, each.party or "", *marks), found
