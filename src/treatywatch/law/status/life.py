"""The life of one state under an agreement, as its acts move it along: one small function for each kind of act."""

from collections.abc import Callable, Sequence

import msgspec

from treatywatch.law.act import Act, Organ
from treatywatch.law.status.frame import NOT, Frame, Mark
from treatywatch.law.when import NEVER, days, later
from treatywatch.model import Step


class Life(msgspec.Struct):
    """Where the state stands while its acts are gone through; only :func:`live` makes and changes one.

    Each mark holds since when and by which rule something is so, ``NOT`` when it is not. ``leaves`` is the day on which
    a notice takes effect, ``NEVER`` when that is not fixed. ``told`` are the days on which the agreement is reported to
    have entered into force for the state, ``goes`` those of its notices and withdrawals. ``periods``
    are past times as a party.
    """

    party: str
    frame: Frame
    negotiates: Mark = NOT
    signed: Mark = NOT
    home: Mark = NOT
    consent: Mark = NOT
    joined: Mark = NOT
    provisional: Mark = NOT
    suspended: Mark = NOT
    notice: Mark = NOT
    leaves: int = NEVER
    left: Mark = NOT
    refused: Mark = NOT
    told: tuple[int, ...] = ()
    goes: tuple[int, ...] = ()
    remarks: list[Mark] = msgspec.field(default_factory=list)
    periods: list[tuple[int, int]] = msgspec.field(default_factory=list)


Dated = tuple[int, Act]
"""An act with the day it is taken to have happened on."""

_HANDED_OVER = frozenset({Step.DEPOSITED, Step.EXCHANGED})
_GOING = frozenset({Step.WITHDRAWN, Step.DENOUNCED})
_CONSENT = frozenset({Step.RATIFIED, Step.ACCEDED, Step.DEPOSITED, Step.EXCHANGED})
_AT_HOME = frozenset({Organ.HEAD_OF_STATE, Organ.GOVERNMENT})


def live(party: str, acts: Sequence[Dated], frame: Frame) -> Life:
    """How ``party`` stands at the end of ``frame.day`` after its ``acts``, which must be in order of time."""
    told = tuple([day for day, act in acts if act.step is Step.IN_FORCE])
    goes = tuple([day for day, act in acts if act.step in _GOING]) if told else ()
    life = Life(party, frame, told=told, goes=goes)
    end = min(frame.day, frame.ends.day)
    for index, (day, act) in enumerate(acts):
        if day > end:
            break
        turn = _TURNS.get(act.step)
        if turn is None or act.domestic:
            continue
        if day > 0 and (life.consent is not NOT or life.notice is not NOT or frame.two_sided):
            _pass_time(life, day - 1)
        if act.takes_back is None:
            turn(life, day, act, acts[index + 1 :] if act.step in _LOOKING_AHEAD else ())
        else:
            _take_back(life, day, act)
    _pass_time(life, end)
    return life


def _pass_time(life: Life, day: int) -> None:
    """Let what time alone brings happen up to ``day``: entry into force for the state, and the end of its notice."""
    begins = life.frame.begins
    if life.joined is NOT and begins.day <= day:
        if life.consent is not NOT:
            _enter(life, day)
        elif life.frame.two_sided and life.left is NOT and life.party in life.frame.sides:
            life.joined = Mark(begins.day, "party-of-two", begins.acts)
    if life.joined is not NOT and life.leaves <= day:
        _leave(life, Mark(life.leaves, "exit-effective", life.notice.acts))


def _enter(life: Life, day: int) -> None:
    begins, act = life.frame.begins.day, life.consent.acts[0]
    start = max(begins, life.consent.day if act.succeeds is not None else _own_day(life))
    if start > day:
        return
    rule = "succession" if act.succeeds is not None else "party-late" if start > begins else "party-at-entry"
    acts = life.consent.acts if start > begins else life.consent.acts + life.frame.begins.acts
    life.joined, life.left, life.refused = Mark(start, rule, acts), NOT, NOT


def _own_day(life: Life) -> int:
    """The day of entry reported for the state, else the one that the agreement's rule gives."""
    consent = life.consent.day
    going = min((day for day in life.goes if day >= consent), default=NEVER)
    reported = [day for day in life.told if consent <= day <= going]
    return min(reported) if reported else life.frame.joining(life.party, consent)


def _leave(life: Life, how: Mark) -> None:
    if how.day > life.joined.day:
        life.periods.append((life.joined.day, how.day))
    life.left, life.leaves = how, NEVER
    life.joined = life.consent = life.notice = life.suspended = life.home = NOT


def _negotiates(life: Life, day: int, act: Act, _after: Sequence[Dated]) -> None:
    if life.negotiates is NOT:
        life.negotiates = Mark(day, "negotiates", (act,))


def _signs(life: Life, day: int, act: Act, _after: Sequence[Dated]) -> None:
    if life.signed is NOT:
        life.signed, life.refused = Mark(day, "signed", (act,)), NOT
    if life.frame.signature_binds and life.consent is NOT and life.joined is NOT:
        life.consent = Mark(day, "consent-signed", (act,))


def _ratifies(life: Life, day: int, act: Act, after: Sequence[Dated]) -> None:
    if act.organ in _AT_HOME or life.frame.two_sided or _hands_over_later(after):
        if life.home is NOT:
            life.home = Mark(day, "ratified-at-home", (act,))
        return
    _consents(life, day, act, after)


def _hands_over_later(after: Sequence[Dated]) -> bool:
    for _, act in after:
        if act.step in _HANDED_OVER:
            return True
        if act.step in _GOING and not act.domestic:
            return False
    return False


def _consents(life: Life, day: int, act: Act, _after: Sequence[Dated]) -> None:
    if life.joined is not NOT:
        if life.notice is not NOT and act.step is Step.ACCEDED:
            _take_notice_back(life, day, act)
        return
    if life.consent is NOT:
        life.consent = Mark(day, f"consent-{act.step}", (act,))


def _is_in_force(life: Life, day: int, act: Act, _after: Sequence[Dated]) -> None:
    if life.joined is NOT and life.frame.begins.day <= life.frame.day:
        life.joined = Mark(max(day, life.frame.begins.day), "party-reported", (act,))
        life.left = life.refused = NOT


def _applies_provisionally(life: Life, day: int, act: Act, _after: Sequence[Dated]) -> None:
    if life.provisional is NOT:
        life.provisional = Mark(day, "provisional", (act,))


def _suspends(life: Life, day: int, act: Act, _after: Sequence[Dated]) -> None:
    if act.parties:
        _presume_bound(life, act)
    if life.suspended is NOT:
        life.suspended = Mark(day, "suspended", (act,))


def _resumes(life: Life, day: int, act: Act, _after: Sequence[Dated]) -> None:
    if life.suspended is not NOT:
        life.suspended = NOT
        life.remarks.append(Mark(day, "resumed", (act,)))
    elif life.notice is not NOT:
        _take_notice_back(life, day, act)


def _denounces(life: Life, day: int, act: Act, after: Sequence[Dated]) -> None:
    _presume_bound(life, act)
    if life.joined is NOT:
        _gives_up(life, day, act)
        return
    rule = life.frame.exit
    if rule is not None and rule.not_before and day < later(life.joined.day, rule.not_before):
        life.remarks.append(Mark(day, "notice-too-early", (act,)))
    elif _gives_notice_later(after):
        life.remarks.append(Mark(day, "notice-announced", (act,)))
    else:
        life.notice = Mark(day, "notice-given", (act,))
        life.leaves = _effect_of_notice(life.frame, day, act, after)


def _presume_bound(life: Life, act: Act) -> None:
    """Who leaves, suspends or replaces what is in force has been bound by it, though its consent is not on record."""
    begins = life.frame.begins
    known = life.joined is not NOT or life.consent is not NOT or life.left is not NOT or life.provisional is not NOT
    if not known and begins.day <= life.frame.day:
        life.joined = Mark(begins.day, "party-at-entry", (act,))


def _gives_notice_later(after: Sequence[Dated]) -> bool:
    """Whether the formal notice is still to come, so that this one was an announcement."""
    for _, act in after:
        if act.step is Step.DENOUNCED and not act.domestic and act.takes_back is None:
            return True
        if act.step in {Step.WITHDRAWN, Step.ACCEDED, Step.RESUMED} or act.takes_back is not None:
            return False
    return False


def _effect_of_notice(frame: Frame, day: int, act: Act, after: Sequence[Dated]) -> int:
    for when, other in after:
        if other.takes_back is not None or other.step in {Step.ACCEDED, Step.RESUMED}:
            break
        if other.step is Step.WITHDRAWN and not other.domestic:
            return when
    if act.effective is not None:
        return days(act.effective)[1]
    return later(day, frame.exit.months, frame.exit.days) if frame.exit is not None else NEVER


def _withdraws(life: Life, day: int, act: Act, _after: Sequence[Dated]) -> None:
    _presume_bound(life, act)
    if life.joined is NOT:
        if life.left is NOT:
            _gives_up(life, day, act)
        return
    _leave(life, Mark(day, "exit-effective", (*life.notice.acts, act)))


def _gives_up(life: Life, day: int, act: Act) -> None:
    """Leave before being bound: first the consent is given up, then provisional application, then the signature."""
    if life.consent is not NOT or life.home is not NOT:
        life.consent = life.home = NOT
        life.remarks.append(Mark(day, "consent-back" if life.signed is not NOT else "joined-not", (act,)))
    elif life.provisional is not NOT:
        life.provisional = NOT
        life.remarks.append(Mark(day, "provisional-ended", (act,)))
    elif life.signed is not NOT:
        life.signed, life.refused = NOT, Mark(day, "signature-back", (act,))


def _rejects(life: Life, day: int, act: Act, _after: Sequence[Dated]) -> None:
    if life.joined is NOT and life.consent is NOT:
        _gives_up(life, day, act)


def _shares_later(life: Life, day: int, act: Act, _after: Sequence[Dated]) -> None:
    _presume_bound(life, act)
    life.remarks.append(Mark(day, "superseded-some", (act,)))


def _take_back(life: Life, day: int, act: Act) -> None:
    step = act.takes_back
    if step in _GOING:
        _take_notice_back(life, day, act)
    elif step is Step.SUSPENDED:
        _resumes(life, day, act, ())
    elif life.joined is NOT and step in _CONSENT and (life.consent is not NOT or life.home is not NOT):
        _gives_up(life, day, act)
    elif life.joined is NOT and step is Step.PROVISIONALLY_APPLIED and life.provisional is not NOT:
        life.provisional = NOT
        life.remarks.append(Mark(day, "provisional-ended", (act,)))
    elif life.joined is NOT and step is Step.SIGNED and life.signed is not NOT:
        life.consent = life.home = life.signed = NOT
        life.refused = Mark(day, "signature-back", (act,))


def _take_notice_back(life: Life, day: int, act: Act) -> None:
    if life.notice is not NOT:
        life.notice, life.leaves = NOT, NEVER
        life.remarks.append(Mark(day, "notice-back", (act,)))


_LOOKING_AHEAD = frozenset({Step.RATIFIED, Step.DENOUNCED})

_TURNS: dict[Step, Callable[[Life, int, Act, Sequence[Dated]], None]] = {
    Step.PROPOSED: _negotiates,
    Step.NEGOTIATED: _negotiates,
    Step.AUTHORISED: _negotiates,
    Step.INITIALLED: _negotiates,
    Step.ADOPTED: _negotiates,
    Step.SIGNED: _signs,
    Step.RATIFIED: _ratifies,
    Step.ACCEDED: _consents,
    Step.DEPOSITED: _consents,
    Step.EXCHANGED: _consents,
    Step.IN_FORCE: _is_in_force,
    Step.PROVISIONALLY_APPLIED: _applies_provisionally,
    Step.SUSPENDED: _suspends,
    Step.RESUMED: _resumes,
    Step.DENOUNCED: _denounces,
    Step.WITHDRAWN: _withdraws,
    Step.TERMINATED: _withdraws,
    Step.SUPERSEDED: _shares_later,
    Step.REJECTED: _rejects,
}
"""What each step does to the state that takes it; steps not listed leave its status as it is."""
