"""What must or may come next, for whom, under which procedure and article, by when; and what entry into force lacks."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

import msgspec

from treatywatch.law.act import Act
from treatywatch.law.agreement import AgreementFacts
from treatywatch.law.entry import entry_of
from treatywatch.law.procedures import STATES, Path, ProcedureStep, paths
from treatywatch.law.states import continuator
from treatywatch.law.status import AgreementStatus, PartyStatus, Stage, StateStatus, status
from treatywatch.law.status.placed import by_party, placed
from treatywatch.law.when import days, text
from treatywatch.model import Step
from treatywatch.model.data import load_data

_ON_THE_WAY = frozenset({StateStatus.NEGOTIATING, StateStatus.SIGNATORY, StateStatus.PROVISIONAL_APPLIER})
_NOT_YET = frozenset({Stage.DRAFT, Stage.AUTHORISED, Stage.INITIALLED, Stage.ADOPTED, Stage.SIGNED})
_HANDING_OVER = frozenset({Step.EXCHANGED, Step.DEPOSITED})


class NextStep(msgspec.Struct, frozen=True):
    """One step that a party must or may take: its provision, the procedure it belongs to, and its last day.

    ``by`` is an ISO date where the time runs in calendar days from a known act, else None and ``within`` tells the
    time in words. ``general`` marks the general rule, used where the state's own procedure is not in the data;
    ``sure`` is False where the provision is not certain. ``undoes`` is the step that it would take back.
    """

    party: str
    step: Step
    must: bool
    law: str
    says: str
    procedure: str | None = None
    body: str | None = None
    within: str | None = None
    by: str | None = None
    sure: bool = True
    general: bool = False
    undoes: Step | None = None


class Missing(msgspec.Struct, frozen=True):
    """What entry into force still lacks: the party (None for the agreement), the article, and what in words."""

    party: str | None
    rule: str
    article: str
    says: str


class NextSteps(msgspec.Struct, frozen=True):
    """The next steps of every party and what entry into force still lacks, on the day of ``status``."""

    status: AgreementStatus
    steps: tuple[NextStep, ...]
    missing: tuple[Missing, ...]


class _Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    step: Step
    must: bool
    article: str
    says: str
    undoes: Step | None = None


class _Lack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    article: str
    says: str


class _NextFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    steps: dict[StateStatus, tuple[_Option, ...]]
    missing: dict[str, _Lack]


@cache
def _rules() -> _NextFile:
    rules: _NextFile = load_data("treatywatch.law", "next.yaml", _NextFile)
    return rules


def next_steps(facts: AgreementFacts, acts: Iterable[Act], as_of: date, known_by: date | None = None) -> NextSteps:
    """What must or may come next on ``as_of``, as known on ``known_by``."""
    acts = tuple(acts)
    now = status(facts, acts, as_of, known_by)
    found = placed(acts, known_by.isoformat() if known_by else None)
    today = as_of.toordinal()
    done = {code: [one.act for one in mine if one.last <= today] for code, mine in by_party(found).items()}
    ended = now.stage in {Stage.TERMINATED, Stage.SUPERSEDED}
    steps = (
        []
        if ended
        else [step for party in now.parties for step in _of_party(party, done.get(continuator(party.party), []), as_of)]
    )
    return NextSteps(now, tuple(steps), tuple(_missing(facts, now, [one.act for one in found])))


def _of_party(party: PartyStatus, done: Sequence[Act], as_of: date) -> list[NextStep]:
    ways = paths(party.party, as_of) if party.status in _ON_THE_WAY else ()
    home = [step for way in ways if (step := _next_at_home(party.party, way, done)) is not None]
    options = _rules().steps.get(party.status, ())
    return home + [_outward(party, one) for one in options if one.step is not Step.SIGNED or not home]


def _outward(party: PartyStatus, option: _Option) -> NextStep:
    return NextStep(
        party=party.party,
        step=option.step,
        must=option.must,
        law=f"VCLT {option.article}",
        says=option.says,
        by=party.until if party.status is StateStatus.WITHDRAWING else None,
        undoes=option.undoes,
    )


def _next_at_home(party: str, way: Path, done: Sequence[Act]) -> NextStep | None:
    """The first step of the way after the furthest that is done; None when the way has been gone to its end."""
    reached = _furthest(way, done)
    left = way.steps[reached + 1 :]
    if not left or (reached >= 0 and not any(step.step in _HANDING_OVER for step in left)):
        return None
    step = next((one for one in left if not one.optional), left[0])
    return NextStep(
        party=party,
        step=step.step,
        must=False,
        law=step.law,
        says=step.what,
        procedure=way.name,
        body=step.body,
        within=f"{step.within} {step.unit}" if step.within else None,
        by=_last_day(step, way, reached, done),
        sure=step.sure,
        general=party not in STATES,
    )


def _furthest(way: Path, done: Sequence[Act]) -> int:
    """The index of the last step of the way that is done, -1 when none is; acts of one kind are taken in turn."""
    free = list(done)
    furthest = -1
    for index, step in enumerate(way.steps):
        match = next((act for act in free if _is_step(act, step)), None)
        if match is not None:
            free.remove(match)
            furthest = index
    return furthest


def _is_step(act: Act, step: ProcedureStep) -> bool:
    if act.step is not step.step and not (act.step in _HANDING_OVER and step.step in _HANDING_OVER):
        return False
    if act.body is not None and step.body is not None and step.step is Step.APPROVED:
        return act.body == step.body
    return step.organ is None or act.organ is None or act.organ is step.organ or step.step is not Step.APPROVED


def _last_day(step: ProcedureStep, way: Path, reached: int, done: Sequence[Act]) -> str | None:
    if step.within is None or step.unit != "days" or reached < 0:
        return None
    before = [days(act.done) for act in done if _is_step(act, way.steps[reached])]
    exact = [first for first, last in before if first == last]
    return text(max(exact) + step.within) if exact else None


def _missing(facts: AgreementFacts, now: AgreementStatus, acts: Sequence[Act]) -> list[Missing]:
    if now.stage not in _NOT_YET and now.stage is not Stage.PROVISIONALLY_APPLIED:
        return []
    entry = entry_of(facts, acts)
    lacking = [] if entry is not None else [_lack(None, "clause-unknown")]
    if entry is not None and entry.missing:
        lack = _lack(None, "rule-not-met")
        lacking.append(Missing(lack.party, lack.rule, lack.article, f"{lack.says} {entry.missing}"))
    if facts.bilateral:
        for party in now.parties:
            if party.status in _ON_THE_WAY:
                home = any(reason.rule == "ratified-at-home" for reason in party.because)
                lacking.append(_lack(party.party, "not-handed-over" if home else "not-consented"))
    return lacking


def _lack(party: str | None, rule: str) -> Missing:
    law = _rules().missing[rule]
    return Missing(party, rule, law.article, law.says)
