"""What a person must decide: the open questions, what most hangs on first, each with the commands that settle it."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

import msgspec

from treatywatch.model import InputError
from treatywatch.registry import Decision, Line, Pair, Registry, TimelineStep
from treatywatch.service.answers import Quote, Related, Summary
from treatywatch.service.conflicts import conflicts, told_twice
from treatywatch.service.consequences import stage_words, stages_if_dated
from treatywatch.service.said import related
from treatywatch.service.shaping import entry, quote, summary

_MOST = (
    500  # questions of each sort that are looked at, likeliest or most told first: more than anyone settles in a day
)
_EVIDENCE = 3  # quotes shown for one answer


class Choice(msgspec.Struct, frozen=True):
    """One answer: what it ``says``, the places that speak for it, and the ``commands`` that settle it so.

    A command is its words without the program's name, to which who and why are to be added.
    """

    says: str
    sources: tuple[Quote, ...]
    commands: tuple[tuple[str, ...], ...]


class Question(msgspec.Struct, frozen=True):
    """Something a person must decide.

    ``kind`` is ``same``, ``date``, ``kind``, ``relation``, ``told_again`` or ``adrift``.

    ``documents`` and ``assertions`` count what hangs on the answer, ``status`` names the stages of the agreement that
    the answers lead to where these differ. ``because`` are the machine's reasons for and against.
    """

    kind: str
    asks: str
    agreements: tuple[Summary, ...]
    documents: int
    assertions: int
    status: tuple[str, ...]
    choices: tuple[Choice, ...]
    because: tuple[str, ...] = ()


def queue(registry: Registry, today: date, *, limit: int | None = 20) -> tuple[Question, ...]:
    """The open questions: first those on which a status hangs, then by documents and assertions that hang on them.

    Raises InputError when ``limit`` is not positive.
    """
    if limit is not None and limit < 1:
        raise InputError(f"{limit} is no number of questions: ask for at least one")
    found = [
        *_dates(registry, today),
        *_kinds(registry),
        *_relations(registry),
        *_pairs(registry, today),
        *_again(registry),
        *_adrift(registry),
    ]
    ranked = sorted(found, key=_rank)
    return tuple(ranked[:limit])


def _rank(one: Question) -> tuple[object, ...]:
    return (not one.status, -one.documents, -one.assertions, one.kind, one.asks, [each.key for each in one.agreements])


def _dates(registry: Registry, today: date) -> Iterator[Question]:
    for line in islice(registry.disputed(), _MOST):
        for conflict in (one for one in conflicts(registry, line.key) if one.about == "date"):
            told = conflict.entry
            days = tuple(side.says for side in conflict.sides)
            yield Question(
                kind="date",
                asks=f"On which day: {told.kind.replace('_', ' ')} by {', '.join(told.parties) or 'the parties'}?",
                agreements=(summary(line),),
                documents=len({source.document for source in told.sources}),
                assertions=len(told.sources),
                status=stages_if_dated(registry, line.key, told.fact, days, today),
                choices=tuple(
                    Choice(side.says, side.sources[:_EVIDENCE], (("correct", told.fact, f"date={side.says}"),))
                    for side in conflict.sides
                ),
            )


def _kinds(registry: Registry) -> Iterator[Question]:
    for line in registry.lines(limit=_MOST):
        for rivalry, (one, other) in told_twice(registry.steps(line.key)):
            field = rivalry.about
            yield Question(
                kind="kind",
                asks=f"Which was it, {_step(one)} or {_step(other)}?",
                agreements=(summary(line),),
                documents=len({source.page.id for step in (one, other) for source in step.sources}),
                assertions=len(one.sources) + len(other.sources),
                status=(),
                choices=(
                    Choice(_step(one), _evidence(one), (("correct", other.fact, _as(field, one)),)),
                    Choice(_step(other), _evidence(other), (("correct", one.fact, _as(field, other)),)),
                    Choice("both", (), (("confirm", one.fact), ("confirm", other.fact))),
                ),
            )


def _as(field: str, step: TimelineStep) -> str:
    """The correction that makes a step the same as this in a field."""
    return f"kind={step.kind}" if field == "kind" else f"parties={','.join(step.parties)}"


def _relations(registry: Registry) -> Iterator[Question]:
    """What one agreement has to do with another where pages tell it in two ways and nobody has decided."""
    for line in registry.lines(limit=_MOST):
        outward = [one for one in related(registry, line.key) if one.outward]
        for key in sorted({one.key for one in outward}):
            told = [one for one in outward if one.key == key]
            if len({one.type for one in told}) > 1 and not any(one.decided for one in told):
                yield _which(line, told)


def _which(line: Line, told: list[Related]) -> Question:
    pages = {source.document for one in told for source in one.sources}
    return Question(
        kind="relation",
        asks=f"What has {line.name} to do with {told[0].name}?",
        agreements=(summary(line),),
        documents=len(pages),
        assertions=sum(len(one.sources) for one in told),
        status=(),
        choices=tuple(
            Choice(
                f"it {one.type} the other",
                one.sources[:_EVIDENCE],
                tuple(("correct", other.fact, f"type={one.type}") for other in told if other.type is not one.type),
            )
            for one in told
        ),
    )


def _pairs(registry: Registry, today: date) -> Iterator[Question]:
    for pair in registry.pairs(_MOST):
        keys = (pair.one.key, pair.other.key)
        sources = [_spoken_of(registry, line) for line in (pair.one, pair.other)]
        pages = [registry.pages(key) for key in keys]
        yield Question(
            kind="same",
            asks=f"Are these one agreement: {pair.one.name} and {pair.other.name}?",
            agreements=(summary(pair.one), summary(pair.other)),
            documents=len({page.id for each in pages for page, _ in each}),
            assertions=sum(said for each in pages for _, said in each),
            status=_stages(registry, keys, today),
            choices=(
                Choice("one agreement", tuple(one for each in sources for one in each), (("same", *keys),)),
                Choice("two agreements", (), (("different", *keys),)),
            ),
            because=_reasons(pair),
        )


def _again(registry: Registry) -> Iterator[Question]:
    for line, step in islice(registry.told_again(), _MOST):
        last = step.decided[-1]
        yield Question(
            kind="told_again",
            asks=f"{last.who} rejected it on {last.recorded[:10]}, and pages tell it again: {_step(step)}. Is it so?",
            agreements=(summary(line),),
            documents=len({source.page.id for source in step.sources}),
            assertions=len(step.sources),
            status=(),
            choices=(
                Choice("it is so", _evidence(step), (("confirm", step.fact),)),
                Choice("it is not so", (), (("reject", step.fact),)),
            ),
        )


def _adrift(registry: Registry) -> Iterator[Question]:
    for one in registry.adrift():
        yield Question(
            kind="adrift",
            asks=f"No page tells any more what decision {one.number} is about ({_decided(one)}). Does it still matter?",
            agreements=(),
            documents=0,
            assertions=0,
            status=(),
            choices=(Choice("no: take it back", (), (("undo", str(one.number)),)),),
        )


def _decided(one: Decision) -> str:
    what = one.fact or " and ".join(side[1] for side in (one.one, one.other) if side and side[1]) or "a forgotten page"
    return f"{one.kind} {what}, by {one.who}"


def _step(step: TimelineStep) -> str:
    shown = entry(step)
    return " ".join(filter(None, (shown.kind.replace("_", " "), ", ".join(shown.parties), shown.date)))


def _evidence(step: TimelineStep) -> tuple[Quote, ...]:
    return tuple(quote(source) for source in step.sources[:_EVIDENCE])


def _spoken_of(registry: Registry, line: Line) -> tuple[Quote, ...]:
    """A few places that tell of an agreement, of steps where there are any."""
    return tuple(quote(step.sources[0]) for step in registry.steps(line.key)[:_EVIDENCE])


def _stages(registry: Registry, keys: tuple[str, str], today: date) -> tuple[str, ...]:
    found = tuple(f"{key}: {stage_words(registry, key, today)}" for key in keys)
    return found if len({words.partition(": ")[2] for words in found}) > 1 else ()


def _reasons(pair: Pair) -> tuple[str, ...]:
    return tuple(
        f"{'for' if reason.points > 0 else 'against'}: {reason.words} ({reason.points:+g})"
        for reason in sorted(pair.because, key=lambda reason: (-abs(reason.points), reason.words))
    )
