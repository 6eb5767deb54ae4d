"""The status of an agreement and its states: acts set in time, every open way looked at, and one answer."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from treatywatch.law.act import Act
from treatywatch.law.agreement import AgreementFacts
from treatywatch.law.entry import Entry, entry_of, joining_of
from treatywatch.law.states import continuator, name_on
from treatywatch.law.status.answer import AgreementStatus, PartyStatus, Reason, Stage, StateStatus
from treatywatch.law.status.frame import NOT, Frame, Mark
from treatywatch.law.status.life import Life, live
from treatywatch.law.status.placed import Placed, by_party, placed
from treatywatch.law.status.reason import reason
from treatywatch.law.status.span import beginnings, endings, sides_of
from treatywatch.law.status.stage import StageFound, stages
from treatywatch.law.status.standing import standing
from treatywatch.law.status.worlds import worlds
from treatywatch.law.when import NEVER, text
from treatywatch.model import Step

_FOR_ALL = frozenset({Step.SUSPENDED, Step.RESUMED})
_OF_ALL = frozenset({Step.TERMINATED, Step.SUPERSEDED})
Mine = dict[str, list[list[tuple[int, Act]]]]
"""Each state's acts, in every order and on every day that has to be looked at."""


def status(facts: AgreementFacts, acts: Iterable[Act], as_of: date, known_by: date | None = None) -> AgreementStatus:
    """The status of the agreement and of every state named, on ``as_of`` and as known on ``known_by``.

    Only acts reported as done count, and of these only those known by ``known_by`` (all when None). What the dates
    leave open is ``unknown``, with the acts that leave it open. Any acts are answered; the order of ``acts`` is of no
    matter.
    """
    found = placed(acts, known_by.isoformat() if known_by else None)
    mine = _each(facts, found)
    ways = {code: worlds(own) for code, own in mine.items()}
    frames = _frames(facts, found, ways, as_of.toordinal())
    lives = {code: [live(code, way, frame) for frame in frames for way in own] for code, own in ways.items()}
    parties = [_one_answer(code, own, mine[code], frames) for code, own in lives.items()]
    answer = _answer(facts, found, frames, lives, parties)
    return replace(answer, known_by=known_by.isoformat() if known_by else None)


def state_status(
    facts: AgreementFacts, acts: Iterable[Act], state: str, as_of: date, known_by: date | None = None
) -> PartyStatus:
    """How one state stands; a state that no act and no side of the agreement names is a third state."""
    wanted = {state, continuator(state), name_on(continuator(state), as_of.toordinal())}
    for party in status(facts, acts, as_of, known_by).parties:
        if party.party in wanted:
            return party
    return PartyStatus(state, StateStatus.THIRD_STATE, (reason("third-state"),))


def _each(facts: AgreementFacts, found: Sequence[Placed]) -> dict[str, list[Placed]]:
    sides = sides_of(facts)
    if facts.bilateral:
        found = [_named(one, sides) for one in found if one.act.step not in _OF_ALL or len(one.act.parties) == 1]
    parties = by_party(found)
    shared = [one for one in found if not one.act.parties and one.act.step in _FOR_ALL]
    for code in sides:
        parties.setdefault(code, [])
    return {code: parties[code] + shared for code in sorted(parties)} if shared else parties


def _named(one: Placed, sides: frozenset[str]) -> Placed:
    """A collective act of a bilateral agreement as one of both its sides, keeping its id."""
    if one.act.parties or not sides:
        return one
    return Placed(one.first, one.last, replace(one.act, parties=tuple(sorted(sides))))


def _frames(facts: AgreementFacts, found: Sequence[Placed], ways: Mine, day: int) -> list[Frame]:
    """Every way in which the agreement may have begun and ended, for the day asked."""
    entry = entry_of(facts, [one.act for one in found])
    shared = Frame(
        day=day,
        two_sided=facts.bilateral,
        sides=sides_of(facts),
        exit=facts.exit,
        signature_binds=entry is not None and entry.signature_binds,
    )
    begins = _with_consent_of_all(facts, beginnings(facts, found, entry), entry, shared, ways)
    frames = [
        replace(shared, begins=first, ends=last, joining=joining_of(facts, entry, first.day))
        for first in begins
        for last in endings(facts, found)
    ]
    if not facts.bilateral:
        return frames
    return [replace(frame, ends=end) for frame in frames for end in _ends_between_two(frame, ways)]


def _with_consent_of_all(
    facts: AgreementFacts, begins: tuple[Mark, ...], entry: Entry | None, shared: Frame, ways: Mine
) -> tuple[Mark, ...]:
    """Add the residual rule of Art. 24(2) as a possibility, where both sides have consented and no clause is known."""
    if entry is not None or begins != (NOT,) or not facts.bilateral or not shared.sides:
        return begins
    lives = [live(code, ways[code][-1], shared) for code in sorted(shared.sides)]
    consents = [life.consent for life in lives if life.consent is not NOT]
    if len(consents) < len(lives):
        return begins
    acts = tuple(act for mark in consents for act in mark.acts)
    return (Mark(max(mark.day for mark in consents), "all-consented", acts), NOT)


def _ends_between_two(frame: Frame, ways: Mine) -> list[Mark]:
    """When one side's exit ends a bilateral agreement, in every way its acts allow."""
    ends = {}
    exits = [[live(code, way, frame).left for way in ways[code]] for code in sorted(frame.sides & ways.keys())]
    for number in range(max((len(own) for own in exits), default=1)):
        gone = [own[min(number, len(own) - 1)] for own in exits]
        first = min(gone, key=lambda mark: mark.day, default=NOT)
        if first.day < frame.ends.day and frame.begins.day <= first.day:
            ends[first.day] = Mark(first.day, "one-of-two-left", first.acts)
        else:
            ends[frame.ends.day] = frame.ends
    return list(ends.values())


def _one_answer(code: str, lives: Sequence[Life], mine: Sequence[Placed], frames: Sequence[Frame]) -> PartyStatus:
    """The status that all lives agree on, else ``unknown`` with what they allow and the acts that leave it open."""
    answers = [standing(life) for life in lives]
    day = frames[0].day
    if len({answer.status for answer in answers}) == 1:
        return answers[-1] if len(answers) == 1 else _what_is_sure(answers)
    open_acts = [one.act for one in mine if one.first <= day < one.last] or [one.act for one in mine if not one.exact]
    because = [reason("unknown-date", *open_acts)] if open_acts else []
    if len(frames) > 1:
        because.append(reason("unknown-stage", *_deciding(frames)))
    may_be = tuple(sorted({answer.status for answer in answers}))
    return PartyStatus(name_on(code, day), StateStatus.UNKNOWN, tuple(because), may_be=may_be)


def _what_is_sure(answers: Sequence[PartyStatus]) -> PartyStatus:
    """The last of several answers of the same status, without the days on which they differ."""
    last = answers[-1]
    return replace(
        last,
        since=last.since if len({answer.since for answer in answers}) == 1 else None,
        until=last.until if len({answer.until for answer in answers}) == 1 else None,
        also=last.also if len({answer.also for answer in answers}) == 1 else (),
        periods=last.periods if len({answer.periods for answer in answers}) == 1 else (),
    )


def _deciding(frames: Sequence[Frame]) -> list[Act]:
    acts = {act.id: act for frame in frames for mark in (frame.begins, frame.ends) for act in mark.acts}
    return [acts[name] for name in sorted(acts)]


def _answer(
    facts: AgreementFacts,
    found: Sequence[Placed],
    frames: Sequence[Frame],
    lives: dict[str, list[Life]],
    parties: list[PartyStatus],
) -> AgreementStatus:
    possible: list[StageFound] = []
    for number, frame in enumerate(frames):
        own = [_of_frame(lives[code], number, len(frames)) for code in sorted(frame.sides)] if facts.bilateral else []
        possible += stages(facts, found, frame, own)
    kinds = {stage for stage, _ in possible}
    starts = {frame.begins.day for frame in frames}
    stage, because, since = _stage(possible, frames, found)
    if stage is Stage.IN_FORCE and not facts.bilateral and _someone_left(parties):
        because += (reason("below-threshold"),)
    return AgreementStatus(
        agreement=facts.key,
        as_of=date.fromordinal(frames[0].day).isoformat(),
        known_by=None,
        stage=stage,
        because=because,
        since=since,
        in_force=text(next(iter(starts))) if len(starts) == 1 else None,
        parties=tuple(sorted(parties, key=lambda party: party.party)),
        may_be=tuple(sorted(kinds)) if len(kinds) > 1 else (),
    )


def _someone_left(parties: Sequence[PartyStatus]) -> bool:
    return any(party.status is StateStatus.FORMER_PARTY for party in parties)


def _of_frame(lives: list[Life], number: int, frames: int) -> list[Life]:
    each = len(lives) // frames
    return lives[number * each : (number + 1) * each]


def _stage(
    possible: list[StageFound], frames: Sequence[Frame], found: Sequence[Placed]
) -> tuple[Stage, tuple[Reason, ...], str | None]:
    kinds = {stage for stage, _ in possible}
    marks = {mark.day: mark for _, mark in possible}
    if len(kinds) == 1:
        mark = marks[max(marks)]
        since = text(mark.day) if len(marks) == 1 and mark.day < NEVER else None
        return next(iter(kinds)), (reason(mark.rule, *mark.acts),), since
    day = frames[0].day
    open_acts = [one.act for one in found if one.first <= day < one.last and not one.act.domestic]
    acts = {act.id: act for act in [*(_deciding(frames) if len(frames) > 1 else ()), *open_acts]}
    rule = "all-consented" if any(frame.begins.rule == "all-consented" for frame in frames) else "unknown-date"
    return Stage.UNKNOWN, (reason(rule, *[acts[name] for name in sorted(acts)]),), None
