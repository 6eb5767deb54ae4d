"""Everything known of one agreement."""

from collections import Counter

from treatywatch.model import Modality
from treatywatch.registry import Line, Member, Registry, TimelineStep
from treatywatch.service.answers import Dossier, Entry
from treatywatch.service.lookup import find_agreement
from treatywatch.service.moments import check_times
from treatywatch.service.said import related, statements
from treatywatch.service.shaping import document_lines, entry, summary


def dossier(registry: Registry, agreement: str, *, as_of: str | None = None, known_by: str | None = None) -> Dossier:
    """Everything known of an agreement (named by key, name or words), each thing with its sources.

    ``timeline`` holds what is reported as having happened, undated last; ``expected`` what is planned, possible or
    denied and has not been reported as done since. ``as_of`` (YYYY, YYYY-MM or YYYY-MM-DD) shows its life up to then,
    ``known_by`` (YYYY-MM-DD) what the registry had been told by then. Raises NotFoundError or InputError as
    :func:`treatywatch.service.lookup.find_agreement`, and InputError for what is no date.
    """
    check_times(as_of, known_by)
    with registry.at_once():
        return _dossier(registry, find_agreement(registry, agreement), as_of, known_by)


def _dossier(registry: Registry, line: Line, as_of: str | None, known_by: str | None) -> Dossier:
    steps = registry.steps(line.key, as_of=as_of, known_by=known_by)
    return Dossier(
        key=line.key,
        name=line.name,
        form=line.form,
        parties=line.parties,
        aliases=tuple(name for name, _ in registry.names(line.key) if name != line.name),
        timeline=tuple(entry(step) for step in steps if step.modality is Modality.ACTUAL),
        expected=_expected(steps),
        related=related(registry, line.key),
        statements=statements(registry, line.key),
        documents=document_lines(registry.pages(line.key, known_by=known_by), registry.origins(line.key)),
        because=_because(registry.members(line.key)),
        laterality=line.laterality,
        year=line.year,
        unresolved=line.unresolved,
        rejected=tuple(map(entry, registry.rejected(line.key, known_by=known_by))),
        perhaps=tuple(map(summary, registry.among(line.key))),
        rejected_related=related(registry, line.key, rejected=True),
        rejected_statements=statements(registry, line.key, rejected=True),
    )


_SURENESS = (Modality.PLANNED, Modality.POSSIBLE, Modality.NEGATED)


def _expected(steps: tuple[TimelineStep, ...]) -> tuple[Entry, ...]:
    open_steps = [step for step in steps if step.modality is not Modality.ACTUAL and not step.fulfilled]
    return tuple(entry(step) for step in sorted(open_steps, key=lambda step: _SURENESS.index(step.modality)))


def _because(members: tuple[Member, ...]) -> tuple[str, ...]:
    """Why the pages are held to speak of one agreement, the commonest reasons first, with how many pages each joins."""
    reasons = Counter(reason.words for one in members for reason in one.because if reason.points > 0)
    return tuple(
        f"{words} ({count} of {len(members)})" for words, count in sorted(reasons.items(), key=lambda r: (-r[1], r[0]))
    )
