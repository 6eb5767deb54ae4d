"""The status of an agreement, what comes next, and what looks wrong: the law's answers with their sources."""

from collections.abc import Iterable
from datetime import date

import msgspec

from treatywatch.language.names.tables import organisations, states
from treatywatch.law.agreement import AgreementFacts
from treatywatch.law.check import Finding, check
from treatywatch.law.next_steps import NextSteps, next_steps
from treatywatch.law.status import AgreementStatus, Stage, status
from treatywatch.registry import Registry, TimelineStep
from treatywatch.service.answers import Dossier, Entry
from treatywatch.service.dossier import dossier
from treatywatch.service.facts import Brief, brief, brief_of, facts_of
from treatywatch.service.moments import check_days


class StatusAnswer(msgspec.Struct, frozen=True):
    """An agreement's status; ``sources`` holds the entry behind every act that a reason names, by the act's id."""

    key: str
    name: str
    status: AgreementStatus
    sources: dict[str, Entry]


class NextAnswer(msgspec.Struct, frozen=True):
    """What must or may come next, and what entry into force lacks; ``sources`` as in :class:`StatusAnswer`."""

    key: str
    name: str
    next: NextSteps
    sources: dict[str, Entry]


class CheckAnswer(msgspec.Struct, frozen=True):
    """What cannot be or looks wrong; ``sources`` as in :class:`StatusAnswer`."""

    key: str
    name: str
    findings: tuple[Finding, ...]
    sources: dict[str, Entry]


def status_of(registry: Registry, agreement: str, as_of: date, known_by: date | None = None) -> StatusAnswer:
    """The status of an agreement (named by key, name or words) and of its states on a day, as known on a day.

    Raises NotFoundError or InputError as :func:`treatywatch.service.lookup.find_agreement`.
    """
    check_days(as_of, known_by)
    told = brief(registry, agreement, known_by)
    answer = status(told.facts, told.acts, as_of, known_by)
    return StatusAnswer(told.facts.key, told.facts.name, answer, _behind(told, _named(answer)))


def stage_of(found: Dossier, told: Iterable[TimelineStep], as_of: date) -> Stage:
    """The stage of an agreement on a day, had only these steps been told of it."""
    view = brief_of(found, told)
    return status(view.facts, view.acts, as_of).stage


def next_of(registry: Registry, agreement: str, as_of: date, known_by: date | None = None) -> NextAnswer:
    """What must or may come next for an agreement on a day, as known on a day; errors as :func:`status_of`."""
    check_days(as_of, known_by)
    return next_in(brief(registry, agreement, known_by), as_of, known_by)


def next_in(told: Brief, as_of: date, known_by: date | None = None) -> NextAnswer:
    """The same of an agreement as the law sees it."""
    answer = next_steps(told.facts, told.acts, as_of, known_by)
    return NextAnswer(told.facts.key, told.facts.name, answer, _behind(told, _named(answer.status)))


def check_of(registry: Registry, agreement: str, today: date) -> CheckAnswer:
    """What cannot be or looks wrong in what is told of an agreement; errors as :func:`status_of`."""
    told = brief(registry, agreement)
    found = check(told.facts, told.latest, today, {*states(), *organisations()}, _replaced(registry, told.facts))
    named = {name for finding in found for name in finding.acts}
    return CheckAnswer(told.facts.key, told.facts.name, found, _behind(told, named))


def _replaced(registry: Registry, facts: AgreementFacts) -> dict[str, AgreementFacts]:
    """The agreements that this one replaces, directly or through others, by key."""
    found: dict[str, AgreementFacts] = {}
    ahead = list(facts.supersedes)
    while ahead:
        key = ahead.pop()
        if key not in found and key != facts.key:
            found[key] = facts_of(dossier(registry, key))
            ahead += found[key].supersedes
    return found


def _named(answer: AgreementStatus) -> set[str]:
    reasons = [*answer.because, *(reason for party in answer.parties for reason in party.because)]
    return {name for reason in reasons for name in reason.acts}


def _behind(told: Brief, names: set[str]) -> dict[str, Entry]:
    return {name: told.entries[name] for name in sorted(names, key=int) if name in told.entries}
