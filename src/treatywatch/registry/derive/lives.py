"""What sightings make together: the agreements that they speak of, each with its members and its life."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from treatywatch.model import Reread
from treatywatch.registry.copies.origins import origins
from treatywatch.registry.copies.sketch import unpacked
from treatywatch.registry.derive.load import Loaded, Place
from treatywatch.registry.identity.cluster import Group, groups
from treatywatch.registry.identity.describe import Described, describe
from treatywatch.registry.life.merge import LifeStep
from treatywatch.registry.life.settle import Settled, lived, settle, spurned
from treatywatch.registry.life.told import Told, told
from treatywatch.registry.life.word import view


class Life(NamedTuple):
    """An agreement as found: its group, its description, its members by ref, its steps and those people rejected.

    ``origins`` gives for each page, by digest, the one that stands for all copies of its story.
    """

    group: Group
    described: Described
    members: tuple[Loaded, ...]
    steps: tuple[LifeStep, ...]
    rejected: tuple[LifeStep, ...] = ()
    origins: Mapping[str, str] = MappingProxyType({})


def lives(loaded: list[Loaded]) -> list[Life]:
    """The agreements that the sightings speak of, with their lives."""
    at = {(one.page, one.place[1]): one for one in loaded}
    result = []
    for group in groups(one.sighting for one in loaded):
        members = tuple(at[member.ref] for member in group.profile.members)
        copied = origins({one.page: unpacked(one.sketch) for one in members if one.sketch})
        settled = settled_of(members, frozenset(group.profile.parties), copied)
        result.append(Life(group, describe(group), members, lived(settled), spurned(settled), copied))
    return result


def settled_of(members: tuple[Loaded, ...], parties: frozenset[str], copied: Mapping[str, str]) -> Settled:
    """What the events of ``members`` tell, with what people said of it; ``copied`` gives each page's origin."""
    return settle(report for one in members for report in _told(one, parties, copied.get(one.page, one.page)))


def _told(one: Loaded, parties: frozenset[str], origin: str) -> Iterator[Told]:
    for number, event in one.events:
        spoken = one.spoken.get(number, ())
        yield from told((one.page, number), event, parties, one.published, one.agreement.name, spoken, origin)


def placed(members: Iterable[Loaded]) -> dict[tuple[str, int], Place]:
    """Where the assertion behind each event of ``members`` is, by the ref of its reports."""
    return {(one.page, number): one.at(number) for one in members for number, _ in one.events}


def reports(step: LifeStep) -> list[Told]:
    """One report for each place that tells of the step, the first of each by its id."""
    first: dict[tuple[str, int], Told] = {}
    for report in sorted(step.sources, key=lambda one: (one.ref, one.fact)):
        first.setdefault(report.ref, report)
    return list(first.values())


def reread_of(report: Told) -> Reread | None:
    """What a person read at the report's place, where that is not what the machine read."""
    words = tuple(word for word in report.words if word.here)
    return Reread(view(report), words, report.misread) if words else None
