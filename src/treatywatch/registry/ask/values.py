"""What the registry answers."""

import msgspec

from treatywatch.model import Mandate, Modality, RelationType, Step
from treatywatch.registry.identity.compare import Reason


class Page(msgspec.Struct, frozen=True):
    """A document as a source is shown.

    ``sha256`` is that of its text, ``recorded`` when it came, ``path`` where it was first read from.
    """

    id: str
    sha256: str
    url: str | None
    publisher: str | None
    published: str | None
    title: str | None
    recorded: str
    path: str | None = None


class Source(msgspec.Struct, frozen=True):
    """One place on one page that says something: ``page.text[start:stop] == quote``; ``date`` is the one it gives."""

    page: Page
    quote: str
    start: int
    stop: int
    attributed_to: str | None
    reading: int
    assertion: int
    date: str | None = None


class Line(msgspec.Struct, frozen=True):
    """An agreement in one line."""

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


class TimelineStep(msgspec.Struct, frozen=True):
    """One step of an agreement's life with every place that tells of it."""

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


class Bearing(msgspec.Struct, frozen=True):
    """How one agreement (``outward``: the one asked for) bears on the other."""

    type: RelationType
    outward: bool
    other: str
    other_name: str
    modality: Modality
    source: Source


class Utterance(msgspec.Struct, frozen=True):
    """What a named speaker says about an agreement."""

    speaker: str
    office: str | None
    direct: bool
    source: Source


class Member(msgspec.Struct, frozen=True):
    """One page's agreement held to be this one: the name there, and why; no reasons for the one that founded it."""

    page: Page
    name: str
    because: tuple[Reason, ...]
