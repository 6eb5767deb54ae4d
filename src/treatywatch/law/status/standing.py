"""From a life to the status of the state on the day, with its reasons."""

from treatywatch.law.states import continuator, lifetime, name_on
from treatywatch.law.status.answer import PartyStatus, Reason, StateStatus
from treatywatch.law.status.frame import NOT, Mark
from treatywatch.law.status.life import Life
from treatywatch.law.status.reason import reason
from treatywatch.law.when import NEVER, text

_S = StateStatus
Found = tuple[StateStatus, tuple[Mark, ...], int, tuple[StateStatus, ...]]
"""A status, the marks that decide it, its first day, and what is true besides."""


def standing(life: Life) -> PartyStatus:
    """How the state of ``life`` stands, with every mark that decided it."""
    status, marks, since, also = _find(life)
    leaving = status is _S.WITHDRAWING
    return PartyStatus(
        party=name_on(life.party, life.frame.day),
        status=status,
        because=tuple([_reason(mark) for mark in (*marks, *life.remarks)]) + _continued(life),
        since=text(since),
        until=text(life.leaves - 1) if leaving and life.leaves < NEVER else None,
        also=also,
        periods=_periods(life, status),
    )


def _reason(mark: Mark) -> Reason:
    return reason(mark.rule, *mark.acts)


def _find(life: Life) -> Found:
    day = life.frame.day
    if life.frame.ends.day <= day:
        return _after_the_end(life, life.frame.ends, "treaty-ended")
    ended = lifetime(life.party)[1]
    if ended < day:
        return _after_the_end(life, Mark(ended + 1, "state-ended"), "state-ended")
    if life.joined is not NOT:
        return _bound(life)
    return _not_bound(life)


def _after_the_end(life: Life, end: Mark, rule: str) -> Found:
    mark = Mark(end.day, rule, end.acts)
    if life.joined is not NOT or life.periods or life.left is not NOT or _ended_it(life, end):
        marks = (mark,) if life.left is NOT else (life.left, mark)
        return _S.FORMER_PARTY, marks, life.left.day if life.left is not NOT else end.day, ()
    return _S.THIRD_STATE, (mark,), end.day, ()


def _ended_it(life: Life, end: Mark) -> bool:
    """Whether the state made, or is named as ending, what was in force: it was bound, with or without known consent."""
    named = {continuator(code) for act in end.acts for code in act.parties}
    return life.party in named | life.frame.sides and life.frame.begins.day <= end.day


def _bound(life: Life) -> Found:
    if life.notice is not NOT:
        also = (_S.SUSPENDED,) if life.suspended is not NOT else ()
        marks = (life.notice, life.joined, *((life.suspended,) if also else ()))
        return _S.WITHDRAWING, marks, life.notice.day, also
    if life.suspended is not NOT:
        return _S.SUSPENDED, (life.suspended, life.joined), max(life.suspended.day, life.joined.day), ()
    return _S.PARTY, (life.joined,), life.joined.day, ()


def _not_bound(life: Life) -> Found:
    behind = _consent_or_signature(life)
    if life.provisional is not NOT:
        return _S.PROVISIONAL_APPLIER, (life.provisional, *behind[1]), life.provisional.day, behind[0]
    if behind[0] and behind[0][0] is _S.CONTRACTING:
        return _S.CONTRACTING, behind[1], behind[1][0].day, ()
    if life.left is not NOT:
        return _S.FORMER_PARTY, (life.left,), life.left.day, ()
    if behind[0]:
        return _S.SIGNATORY, behind[1], life.signed.day, ()
    if life.refused is not NOT:
        return _S.THIRD_STATE, (life.refused,), life.refused.day, ()
    if life.home is not NOT or life.negotiates is not NOT:
        marks = tuple(mark for mark in (life.negotiates, life.home) if mark is not NOT)
        return _S.NEGOTIATING, marks, marks[0].day, ()
    if life.party in life.frame.sides:
        return _S.NEGOTIATING, (Mark(NEVER, "negotiates"),), NEVER, ()
    return _S.THIRD_STATE, (Mark(NEVER, "third-state"),), NEVER, ()


def _consent_or_signature(life: Life) -> tuple[tuple[StateStatus, ...], tuple[Mark, ...]]:
    if life.consent is not NOT:
        return (_S.CONTRACTING,), (life.consent,)
    if life.signed is not NOT:
        return (_S.SIGNATORY,), (life.signed,) if life.home is NOT else (life.signed, life.home)
    return (), ()


def _continued(life: Life) -> tuple[Reason, ...]:
    acts = [act for mark in (life.joined, life.consent, life.signed) for act in mark.acts if act.parties]
    if not acts or any(life.party in act.parties for act in acts):
        return ()
    if name_on(life.party, life.frame.day) != life.party:
        return ()
    return (reason("continues", acts[0]),)


def _periods(life: Life, status: StateStatus) -> tuple[tuple[str | None, str | None], ...]:
    past = [(text(start), text(end - 1)) for start, end in life.periods]
    if life.joined is not NOT:
        open_until = text(life.frame.ends.day - 1) if status is _S.FORMER_PARTY else None
        past.append((text(life.joined.day), open_until))
    return tuple(past)
