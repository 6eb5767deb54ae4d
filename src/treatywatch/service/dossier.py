"""Everything known of one agreement."""

from collections import Counter
from itertools import groupby

from treatywatch.model import Modality
from treatywatch.registry import Bearing, Line, Member, Registry, TimelineStep
from treatywatch.service.answers import Dossier, Entry, Related, Said
from treatywatch.service.lookup import find_agreement
from treatywatch.service.moments import check_times
from treatywatch.service.shaping import document_lines, entry, quote, summary


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
        related=related_lines(registry.relations(line.key)),
        statements=tuple(Said(s.speaker, s.office, s.direct, quote(s.source)) for s in registry.statements(line.key)),
        documents=document_lines(registry.pages(line.key, known_by=known_by), registry.origins(line.key)),
        because=_because(registry.members(line.key)),
        laterality=line.laterality,
        year=line.year,
        unresolved=line.unresolved,
        rejected=tuple(map(entry, registry.rejected(line.key, known_by=known_by))),
        perhaps=tuple(map(summary, registry.among(line.key))),
    )


_SURENESS = (Modality.PLANNED, Modality.POSSIBLE, Modality.NEGATED)


def _expected(steps: tuple[TimelineStep, ...]) -> tuple[Entry, ...]:
    open_steps = [step for step in steps if step.modality is not Modality.ACTUAL and not step.fulfilled]
    return tuple(entry(step) for step in sorted(open_steps, key=lambda step: _SURENESS.index(step.modality)))


def related_lines(bearings: tuple[Bearing, ...]) -> tuple[Related, ...]:
    """One line for each other agreement, kind of relation and modality, with all its sources."""

    def same(one: Bearing) -> tuple[bool, str, str, str]:
        return (not one.outward, one.other, one.type.value, one.modality.value)

    found = []
    for _, group in groupby(sorted(bearings, key=same), key=same):
        told = list(group)
        one = told[0]
        sources = tuple(quote(each.source) for each in told)
        found.append(Related(one.type, one.outward, one.other, one.other_name, one.modality, sources))
    return tuple(found)


def _because(members: tuple[Member, ...]) -> tuple[str, ...]:
    """Why the pages are held to speak of one agreement, the commonest reasons first, with how many pages each joins."""
    reasons = Counter(reason.words for one in members for reason in one.because if reason.points > 0)
    return tuple(
        f"{words} ({count} of {len(members)})" for words, count in sorted(reasons.items(), key=lambda r: (-r[1], r[0]))
    )
