"""How far the agreement has come on the day: ended, in force, or which rung of the way there."""

from collections.abc import Sequence

from treatywatch.law.agreement import AgreementFacts
from treatywatch.law.states import continuator
from treatywatch.law.status.answer import Stage
from treatywatch.law.status.frame import NOT, Frame, Mark
from treatywatch.law.status.life import Dated, Life
from treatywatch.law.status.placed import Placed
from treatywatch.law.status.worlds import worlds
from treatywatch.model import Step

_LADDER: tuple[tuple[Stage, str, frozenset[Step]], ...] = (
    (Stage.PROVISIONALLY_APPLIED, "stage-provisional", frozenset({Step.PROVISIONALLY_APPLIED})),
    (
        Stage.SIGNED,
        "stage-signed",
        frozenset({Step.SIGNED, Step.RATIFIED, Step.ACCEDED, Step.DEPOSITED, Step.EXCHANGED}),
    ),
    (Stage.ADOPTED, "stage-adopted", frozenset({Step.ADOPTED, Step.OPENED})),
    (Stage.INITIALLED, "stage-initialled", frozenset({Step.INITIALLED})),
    (Stage.AUTHORISED, "stage-authorised", frozenset({Step.AUTHORISED})),
    (Stage.DRAFT, "stage-draft", frozenset({Step.PROPOSED, Step.NEGOTIATED})),
)
_NOTHING = (Stage.DRAFT, Mark(rule="nothing-known"))

StageFound = tuple[Stage, Mark]


def stages(
    facts: AgreementFacts, found: Sequence[Placed], frame: Frame, lives: Sequence[Sequence[Life]]
) -> set[StageFound]:
    """The stages that the acts allow on the frame's day, each with what decides it; one when nothing is open.

    ``lives`` holds, for each side of a bilateral agreement, its lives in every way of filling in open days.
    """
    if frame.ends.day <= frame.day:
        stage = Stage.SUPERSEDED if frame.ends.rule == "superseded-all" else Stage.TERMINATED
        return {(stage, frame.ends)}
    if frame.begins.day <= frame.day:
        return _in_force(found, frame, lives)
    sure = [one for one in found if one.last <= frame.day]
    maybe = [one for one in found if one.first <= frame.day]
    return {_rung(facts, sure), _rung(facts, maybe)} if len(sure) != len(maybe) else {_rung(facts, sure)}


def _in_force(found: Sequence[Placed], frame: Frame, lives: Sequence[Sequence[Life]]) -> set[StageFound]:
    if frame.two_sided:
        return {_between_two(pair, frame) for pair in zip(*_evened(lives), strict=True)} or {_running(frame)}
    together = [one for one in found if one.act.step in {Step.SUSPENDED, Step.RESUMED} and not one.act.parties]
    return {_together(world, frame) for world in worlds(together)} if together else {_running(frame)}


def _evened(lives: Sequence[Sequence[Life]]) -> list[list[Life]]:
    longest = max((len(mine) for mine in lives), default=0)
    return [[*mine, *[mine[-1]] * (longest - len(mine))] for mine in lives if mine]


def _running(frame: Frame) -> StageFound:
    return Stage.IN_FORCE, frame.begins


def _between_two(pair: Sequence[Life], frame: Frame) -> StageFound:
    held = [life.suspended for life in pair if life.suspended is not NOT]
    if not held:
        return _running(frame)
    rule = "stage-suspended" if len(held) == len(pair) else "suspended-between-two"
    acts = tuple(dict.fromkeys(act for mark in held for act in mark.acts))
    return Stage.SUSPENDED, Mark(max(frame.begins.day, min(mark.day for mark in held)), rule, acts)


def _together(world: Sequence[Dated], frame: Frame) -> StageFound:
    stage = _running(frame)
    for day, act in world:
        if day > frame.day:
            break
        suspended = act.step is Step.SUSPENDED
        stage = (Stage.SUSPENDED, Mark(day, "stage-suspended", (act,))) if suspended else _running(frame)
    return stage


def _rung(facts: AgreementFacts, reached: Sequence[Placed]) -> StageFound:
    for stage, rule, steps in _LADDER:
        here = [one for one in reached if one.act.step in steps and not one.act.domestic and not one.act.takes_back]
        if here and (stage is not Stage.SIGNED or _signed_by_all(facts, here)):
            first = min(here, key=lambda one: (one.last, one.first, one.act.id))
            acts = tuple(one.act for one in sorted(here, key=lambda one: (one.last, one.first, one.act.id)))
            return stage, Mark(first.last if first.exact else 1, rule, acts[:3])
    return _NOTHING


def _signed_by_all(facts: AgreementFacts, here: Sequence[Placed]) -> bool:
    if not facts.bilateral or any(not one.act.parties for one in here):
        return True
    signers = {continuator(code) for one in here for code in one.act.parties}
    return {continuator(code) for code in facts.parties} <= signers
