"""Stages, standings and days of all agreements, worked out by the law and kept until they may be otherwise."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from treatywatch.law.act import Act
from treatywatch.law.next_steps import NextSteps, next_steps
from treatywatch.law.status import AgreementStatus, Reason, status
from treatywatch.law.when import days
from treatywatch.registry import Bare, Computed, Day, Registry, Standing
from treatywatch.service.facts import act_of, facts_named

_END = date(9998, 12, 31)


def settle(registry: Registry, today: date) -> None:
    """See to it that what the registry keeps of stages, standings and days holds on ``today``.

    Cheap when it does already; else each agreement that pages or people have told of since, or that time alone may have
    changed, is computed again. ``today`` does not go back.
    """
    registry.settle(today.isoformat(), partial(computed, today=today))


def settled(registry: Registry, today: date) -> bool:
    """Whether what the registry keeps of stages, standings and days holds on ``today``."""
    return not registry.due(today.isoformat())


def computed(one: Bare, today: date) -> Computed:
    """What the law makes of an agreement on ``today``.

    It holds for good when nothing told lies ahead and the end of time would give the same; otherwise it is looked at
    again each day.
    """
    acts = [act_of(number + 1, step, step.known) for number, step in enumerate(one.steps)]
    facts = facts_named(one.names, one.line)
    found = next_steps(facts, acts, today)
    lasts = not _ahead(acts, today) and _same(found.status, status(facts, acts, _END))
    return Computed(
        stage=found.status.stage.value,
        due=(_END if lasts else today + timedelta(days=1)).isoformat(),
        standings=tuple(Standing(each.party, each.status.value, each.since) for each in found.status.parties),
        days=tuple(days_of(found)),
    )


def days_of(found: NextSteps) -> Iterator[Day]:
    """The days that the law computes: entry into force, the last day of a party that leaves, those for next steps."""
    now = found.status
    if now.in_force:
        law = f"{now.stage.value.replace('_', ' ')}: {_reasons(now.because)}"
        yield Day(now.in_force, "entry into force", None, law, "")
    for party in now.parties:
        if party.until:
            yield Day(party.until, "last day as a party", party.party, _reasons(party.because), "")
    for step in found.steps:
        if step.by:
            words = f"last day to be {step.step.value.replace('_', ' ')}"
            yield Day(step.by, words, step.party, f"{step.says} ({step.law})", step.law)


def _ahead(acts: list[Act], today: date) -> bool:
    return any(act.done is not None and days(act.done)[1] > today.toordinal() for act in acts)


def _same(one: AgreementStatus, other: AgreementStatus) -> bool:
    def told(answer: AgreementStatus) -> object:
        return answer.stage, [(each.party, each.status, each.since) for each in answer.parties]

    return told(one) == told(other)


def _reasons(because: tuple[Reason, ...]) -> str:
    return "; ".join(f"{one.says} ({_article(one.article)})" if one.article != "-" else one.says for one in because)


def _article(article: str) -> str:
    """An article with its treaty: of the Vienna Convention where none is named."""
    return f"VCLT Art. {article}" if article[0].isdigit() else article
