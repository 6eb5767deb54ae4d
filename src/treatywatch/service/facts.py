"""What the law needs to know of an agreement, taken from what the registry holds of it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from operator import itemgetter
from typing import cast

import msgspec
from msgspec.structs import replace

from treatywatch.language.agreements import KnownAgreement, known_agreements
from treatywatch.law.act import Act
from treatywatch.law.agreement import AgreementFacts, Laterality
from treatywatch.law.clauses import Clauses, known_clauses
from treatywatch.model import Modality, RelationType
from treatywatch.registry import BareStep, Line, Registry, TimelineStep
from treatywatch.service.answers import Dossier, Entry
from treatywatch.service.dossier import dossier
from treatywatch.service.organs import organ_of
from treatywatch.service.shaping import entry


class _Entries(Mapping[str, Entry]):
    """The entries of steps by the ids of their acts, each made when it is asked for: few are."""

    def __init__(self, steps: Mapping[str, TimelineStep]) -> None:
        self._steps = steps
        self._made: dict[str, Entry] = {}

    def __getitem__(self, act: str) -> Entry:
        if act not in self._made:
            self._made[act] = entry(self._steps[act])
        return self._made[act]

    def __contains__(self, act: object) -> bool:
        return act in self._steps

    def __iter__(self) -> Iterator[str]:
        return iter(self._steps)

    def __len__(self) -> int:
        return len(self._steps)


class Brief(msgspec.Struct, frozen=True):
    """An agreement as the law sees it, and the timeline entry behind each act, by the act's id.

    ``acts`` are known since the first page that tells of them, ``latest`` are the same acts known since the last one,
    from which their dates may be.
    """

    facts: AgreementFacts
    acts: tuple[Act, ...]
    latest: tuple[Act, ...]
    entries: Mapping[str, Entry]


def brief(registry: Registry, agreement: str, decided_by: date | None = None) -> Brief:
    """The law's view of an agreement named by key, name or words, with what people had decided by a day.

    Raises NotFoundError or InputError as :func:`treatywatch.service.lookup.find_agreement`.
    """
    return brief_from(registry, dossier(registry, agreement), decided_by)


def brief_from(registry: Registry, found: Dossier, decided_by: date | None = None) -> Brief:
    """The same of an agreement whose dossier is at hand, of whichever time."""
    told = registry.steps_decided_by(found.key, decided_by.isoformat()) if decided_by else registry.steps(found.key)
    return brief_of(found, told)


def brief_of(found: Dossier, told: Iterable[TimelineStep]) -> Brief:
    """The law's view of an agreement, had only these steps been told of it."""
    steps = {f"{number + 1}": step for number, step in enumerate(told)}
    acts = tuple(act_of(int(name), step, min(_learned(step))) for name, step in steps.items())
    latest = tuple(replace(act, known=max(_learned(steps[act.id]))) for act in acts)
    return Brief(facts_of(found), acts, latest, _Entries(steps))


def facts_of(found: Dossier) -> AgreementFacts:
    """The agreement's sides and final clauses; of a well-known agreement the data on it has both."""
    replaced = [
        one.key
        for one in found.related
        if one.outward and one.type is RelationType.SUPERSEDES and one.modality is Modality.ACTUAL
    ]
    facts = facts_named((found.name, *found.aliases), found)
    return replace(facts, supersedes=tuple(sorted(set(replaced))))


def facts_named(names: Iterable[str], found: Dossier | Line) -> AgreementFacts:
    """The agreement's sides and final clauses, without what it replaces; of a well-known one by its ``names``."""
    well_known = _well_known(names)
    clauses = known_clauses().get(well_known.name, Clauses()) if well_known else Clauses()
    circle = well_known.parties if well_known else ()
    known = found.laterality if found.laterality in {"bilateral", "multilateral"} else "unknown"
    return AgreementFacts(
        key=found.key,
        name=found.name,
        form=found.form,
        laterality=cast("Laterality", known),
        parties=found.parties if known == "bilateral" else circle,
        force=clauses.force,
        exit=clauses.exit,
        ends=clauses.ends,
    )


def _well_known(names: Iterable[str]) -> KnownAgreement | None:
    table = _known_by_name()
    fitting = [table[bare] for name in names if (bare := name.casefold().removeprefix("the ")) in table]
    return min(fitting, key=itemgetter(0), default=(0, None))[1]


@cache
def _known_by_name() -> dict[str, tuple[int, KnownAgreement]]:
    """Each name of a well-known agreement with the first agreement in the table that has it."""
    table: dict[str, tuple[int, KnownAgreement]] = {}
    for number, known in enumerate(known_agreements()):
        for name in known.names:
            table.setdefault(name.casefold(), (number, known))
    return table


def act_of(number: int, step: TimelineStep | BareStep, known: str | None) -> Act:
    """The step with this number as an act, known since the day of the first page that tells of it."""
    return Act(
        id=f"{number}",
        step=step.kind,
        parties=step.parties,
        done=step.date,
        known=known,
        modality=step.modality,
        organ=organ_of(step.body),
        body=step.body,
        sequence=number,
    )


def _learned(step: TimelineStep) -> list[str]:
    """The day of each page that tells of the step: of publication, or on which it came where that is not known."""
    return [source.page.published or source.page.recorded[:10] for source in step.sources]
