"""The registers beside the news: what only one of them knows, and where their dates differ."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from treatywatch.intake.acts import from_register
from treatywatch.model import InputError, Modality, Step, contains
from treatywatch.registry import Line, Registry, Source
from treatywatch.service.answers import Quote
from treatywatch.service.lookup import find_agreement
from treatywatch.service.shaping import quote


class Verdict(StrEnum):
    """How registers and news stand to each other on one step of one party."""

    REGISTER_ONLY = "register_only"
    NEWS_ONLY = "news_only"
    DATES_DIFFER = "dates_differ"


class Word(msgspec.Struct, frozen=True):
    """A date, or None, and the places that give it."""

    date: str | None
    sources: tuple[Quote, ...]


class Compared(msgspec.Struct, frozen=True):
    """One step of one agreement on which registers and news do not say the same.

    ``parties`` are those of whom this holds alike, none for a step of the agreement as a whole. ``register`` and
    ``news`` hold what each says, by date.
    """

    key: str
    name: str
    kind: Step
    parties: tuple[str, ...]
    verdict: Verdict
    register: tuple[Word, ...]
    news: tuple[Word, ...]


_Sides = tuple[list[Source], list[Source]]  # the register's, the news'


def compare_register(registry: Registry, agreement: str | None = None) -> Iterator[Compared]:
    """Each step that only a register or only the news knows or that they date differently.

    Of one agreement (named by key, name or words), or of all. Two dates of which one holds the other are no
    difference, and neither is a date that one side leaves open. Raises NotFoundError or InputError as
    :func:`treatywatch.service.lookup.find_agreement`, and InputError when no register is in the registry.
    """
    if not registry.read_by("register-"):
        raise InputError("no register is in the registry: add one with `treatywatch import FILE`")
    lines = registry.lines() if agreement is None else (find_agreement(registry, agreement),)
    return (found for line in lines for found in _of(registry, line))


def _of(registry: Registry, line: Line) -> Iterator[Compared]:
    told = _by_step(registry, line.key)
    alike: dict[tuple[Step, Verdict, tuple[Word, ...], tuple[Word, ...]], list[str]] = defaultdict(list)
    for kind, party in sorted(told, key=lambda step: (list(Step).index(step[0]), step[1] or "")):
        verdict, register, news = _judged(*told[kind, party])
        if verdict:
            alike[kind, verdict, _words(register), _words(news)] += [party] if party else []
    for (kind, verdict, mine, theirs), parties in alike.items():
        yield Compared(line.key, line.name, kind, tuple(parties), verdict, mine, theirs)


def _by_step(registry: Registry, key: str) -> dict[tuple[Step, str | None], _Sides]:
    """What each side says of each step of each party; of the agreement as a whole where no party is named."""
    told: dict[tuple[Step, str | None], _Sides] = defaultdict(lambda: ([], []))
    for step in registry.steps(key):
        if step.modality is Modality.ACTUAL:
            for party in step.parties or (None,):
                for source in step.sources:
                    told[step.kind, party][not from_register(source.page.reader)].append(source)
    return told


def _judged(register: list[Source], news: list[Source]) -> tuple[Verdict | None, list[Source], list[Source]]:
    """The verdict on one step, with what each side says that the other does not."""
    if not news:
        return Verdict.REGISTER_ONLY, register, []
    if not register:
        return Verdict.NEWS_ONLY, [], news
    mine, theirs = _unmatched(register, news), _unmatched(news, register)
    if mine and theirs:
        return Verdict.DATES_DIFFER, mine, theirs
    if mine:
        return Verdict.REGISTER_ONLY, mine, []
    return (Verdict.NEWS_ONLY, [], theirs) if theirs else (None, [], [])


def _unmatched(own: list[Source], other: list[Source]) -> list[Source]:
    """The dated ones that fit no date of the other side, where that gives any."""
    dates = {source.date for source in other if source.date}
    return [source for source in own if source.date and dates and not any(_fit(source.date, date) for date in dates)]


def _fit(one: str, other: str) -> bool:
    return contains(one, other) or contains(other, one)


def _words(sources: Iterable[Source]) -> tuple[Word, ...]:
    dated: dict[str | None, list[Quote]] = defaultdict(list)
    for source in sources:
        told = quote(source)
        if told not in dated[source.date]:
            dated[source.date].append(told)
    return tuple(Word(date, tuple(dated[date])) for date in sorted(dated, key=lambda date: date or "9999"))
