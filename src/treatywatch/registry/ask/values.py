"""What the registry answers."""

import msgspec

from treatywatch.model import Mandate, Modality, RelationType, RelationView, Reread, StatementView, Step, View, Word
from treatywatch.registry.identity.compare import Reason


class Page(msgspec.Struct, frozen=True):
    """A document as a source is shown.

    ``sha256`` is that of its text, ``recorded`` when it came, ``path`` where it was first read from, ``reader`` who
    read it.
    """

    id: str
    sha256: str
    url: str | None
    publisher: str | None
    published: str | None
    title: str | None
    recorded: str
    path: str | None = None
    reader: str = ""


class Source(msgspec.Struct, frozen=True):
    """One place on one page that says something: ``page.text[start:stop] == quote``; ``date`` is the one it gives.

    Where the page gives a day without its year (``yearless``, as ``--06-12``), other pages tell the year of ``date``.
    ``fact`` is the id of what it tells of a step; ``reread`` what a person read there in the machine's stead.
    """

    page: Page
    quote: str
    start: int
    stop: int
    attributed_to: str | None
    reading: int
    assertion: int
    date: str | None = None
    fact: str | None = None
    reread: Reread | None = None
    yearless: str | None = None


class Line(msgspec.Struct, frozen=True):
    """An agreement in one line.

    ``stage`` is what the law last computed, None before it has; ``changed`` when the last page on it was recorded.
    """

    key: str
    name: str
    form: str
    laterality: str
    parties: tuple[str, ...]
    year: str | None
    unresolved: bool
    passing: bool
    last_kind: Step | None
    last_date: str | None
    documents: int
    conflicts: int
    stage: str | None = None
    changed: str = ""


class TimelineStep(msgspec.Struct, frozen=True):
    """One step of an agreement's life with every place that tells of it.

    ``decided`` are people's words on it, ``machine`` is what it would be without them.
    """

    kind: Step
    modality: Modality
    parties: tuple[str, ...]
    date: str | None
    place: str | None
    body: str | None
    fulfilled: bool
    mandate: Mandate | None
    differ: tuple[str, ...]
    sources: tuple[Source, ...]
    decided: tuple[Word, ...] = ()
    machine: View | None = None

    @property
    def fact(self) -> str:
        """The id by which people decide on the step: the least of its places', so that no order changes it."""
        return min((source.fact for source in self.sources if source.fact), default="")


class Bearing(msgspec.Struct, frozen=True):
    """How one agreement (``outward``: the one asked for) bears on the other, as one place tells it.

    ``decided`` are people's words on it, ``machine`` is what it would be without them; ``rejected``: it is not so.
    """

    type: RelationType
    outward: bool
    other: str
    other_name: str
    modality: Modality
    source: Source
    decided: tuple[Word, ...] = ()
    machine: RelationView | None = None
    rejected: bool = False


class Utterance(msgspec.Struct, frozen=True):
    """What a named speaker says about an agreement; ``decided``, ``machine`` and ``rejected`` as of a Bearing."""

    speaker: str
    office: str | None
    direct: bool
    source: Source
    decided: tuple[Word, ...] = ()
    machine: StatementView | None = None
    rejected: bool = False


class Member(msgspec.Struct, frozen=True):
    """One page's agreement held to be this one: the name there, and why; no reasons for the one that founded it."""

    page: Page
    name: str
    because: tuple[Reason, ...]


class Whole(msgspec.Struct, frozen=True):
    """All that pages tell of one agreement itself.

    ``names`` come with the number of pages that use each, ``pages`` with how many assertions about it each holds, the
    oldest first; ``origins`` gives for each text, by hash, what it has in common with all copies of its story.
    ``related`` and ``spoken_of`` tell whether there may be relations and statements.
    """

    names: tuple[tuple[str, int], ...]
    pages: tuple[tuple[Page, int], ...]
    members: tuple[Member, ...]
    steps: tuple[TimelineStep, ...]
    rejected: tuple[TimelineStep, ...]
    origins: dict[str, str]
    related: bool
    spoken_of: bool


NOTHING = Whole((), (), (), (), (), {}, False, False)
"""What is told of an agreement that there is not."""
