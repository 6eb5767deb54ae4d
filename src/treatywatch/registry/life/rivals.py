"""Steps that are told side by side and cannot both have been: signed on a day, says one page; initialled, another."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import Literal, NamedTuple, Protocol, TypeVar

import msgspec

from treatywatch.model import Modality, Step, Word, contains
from treatywatch.model.data import load_data


class Taken(Protocol):
    """A step as it is compared with others."""

    @property
    def kind(self) -> Step:
        """What was done."""

    @property
    def modality(self) -> Modality:
        """How sure it is."""

    @property
    def parties(self) -> tuple[str, ...]:
        """Who did it."""

    @property
    def date(self) -> str | None:
        """When."""

    @property
    def decided(self) -> tuple[Word, ...]:
        """What people said of it."""


S = TypeVar("S", bound=Taken)
About = Literal["kind", "parties"]


class Rivalry(NamedTuple):
    """Two steps, by their places in the sequence asked about, that tell one act in two ways."""

    about: About
    one: int
    other: int


class _Rivals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    one: Step
    other: Step
    article: str


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    rivals: tuple[_Rivals, ...]
    together: frozenset[Step]


def rivals(steps: Sequence[S], pages: Callable[[S], set[str]]) -> Iterator[Rivalry]:
    """Pairs of steps about one day that are one act told in two ways, and that no person has settled.

    Two kinds of act by one side, or one act that all parties take together, by other parties. ``pages`` gives what
    tells of a step: a page that tells of both means both.
    """
    dated = [(at, step) for at, step in enumerate(steps) if step.date and step.modality is Modality.ACTUAL]
    for (at, one), (to, other) in combinations(dated, 2):
        about = _about(one, other)
        if about and _one_day(one, other) and not _settled(one, other) and not pages(one) & pages(other):
            yield Rivalry(about, at, to)


def _about(one: Taken, other: Taken) -> About | None:
    if one.kind is not other.kind:
        return "kind" if one.parties == other.parties and frozenset((one.kind, other.kind)) in _pairs() else None
    a, b = set(one.parties), set(other.parties)
    together = one.kind in _table().together and min(len(a), len(b)) > 1
    return "parties" if together and a != b and a & b else None


def _one_day(one: Taken, other: Taken) -> bool:
    a, b = one.date, other.date
    return a is not None and b is not None and (contains(a, b) or contains(b, a))


def _settled(one: Taken, other: Taken) -> bool:
    return any(not word.here for word in one.decided) and any(not word.here for word in other.decided)


@cache
def _pairs() -> frozenset[frozenset[Step]]:
    return frozenset(frozenset((each.one, each.other)) for each in _table().rivals)


@cache
def _table() -> _Table:
    return load_data(__name__.rpartition(".")[0], "data/rival_kinds.yaml", _Table)
