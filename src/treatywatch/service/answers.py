"""What the service answers: plain values that every view shows as it likes."""

from collections.abc import Iterable

import msgspec

from treatywatch.model import (
    Mandate,
    Modality,
    RelationType,
    RelationView,
    Reread,
    Span,
    StatementView,
    Step,
    View,
    Word,
)


class Added(msgspec.Struct, frozen=True):
    """What adding one page did: whether it was ``new`` to the registry, and how many assertions it holds."""

    document: str
    new: bool
    assertions: int


class Quote(msgspec.Struct, frozen=True):
    """Where something is said: the document's id, who published it and when, whom it names as its source, the words.

    ``span`` is their place in the document's text, whose hash is ``sha256``; ``path`` is where the page was first read
    from. ``fact`` is the id of what they tell of a step, ``reread`` what a person read there in the machine's stead.
    ``yearless`` is a day that they give without its year (``--06-12``), which other pages tell.
    """

    document: str
    quote: str
    attributed_to: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    span: Span | None = None
    path: str | None = None
    fact: str | None = None
    reread: Reread | None = None
    sha256: str | None = None
    yearless: str | None = None


class Entry(msgspec.Struct, frozen=True):
    """One step of an agreement by the same parties, and every place that tells of it.

    ``differ`` names what the places tell differently, in words; empty when they agree or a person has decided.
    ``fact`` is the id by which people decide on the step. ``decided`` holds what they decided, ``machine`` what the
    machine makes of the pages without that.
    """

    kind: Step
    modality: Modality
    parties: tuple[str, ...]
    date: str | None
    place: str | None
    body: str | None
    mandate: Mandate | None
    sources: tuple[Quote, ...]
    differ: tuple[str, ...] = ()
    fact: str = ""
    decided: tuple[Word, ...] = ()
    machine: View | None = None


class Related(msgspec.Struct, frozen=True):
    """How the agreement bears on another (``outward``) or another on it.

    ``fact``, ``decided`` and ``machine`` as of an :class:`Entry`.
    """

    type: RelationType
    outward: bool
    key: str
    name: str
    modality: Modality
    sources: tuple[Quote, ...]
    fact: str = ""
    decided: tuple[Word, ...] = ()
    machine: RelationView | None = None


class Said(msgspec.Struct, frozen=True):
    """What a named speaker says about the agreement; ``decided`` and ``machine`` as of an :class:`Entry`.

    The id by which people decide on it is that of its source.
    """

    speaker: str
    office: str | None
    direct: bool
    source: Quote
    decided: tuple[Word, ...] = ()
    machine: StatementView | None = None


class DocumentLine(msgspec.Struct, frozen=True):
    """A document behind an agreement, and how many assertions about the agreement it holds.

    ``copy_of`` is the id of the earliest document with the same story, retouched or cut; None for that itself and for
    a story of its own. Copies are one independent source together.
    """

    id: str
    publisher: str | None
    published: str | None
    title: str | None
    url: str | None
    assertions: int
    path: str | None = None
    sha256: str | None = None
    copy_of: str | None = None


def independent(lines: Iterable[DocumentLine]) -> int:
    """How many of the documents are stories of their own: copies of one story count once."""
    return len({line.copy_of or line.id for line in lines})


class Summary(msgspec.Struct, frozen=True):
    """An agreement in one line; ``last`` is its latest actual step as (step, date), ``year`` that of its signature.

    In lists of what is so today, ``stage`` is how far it has come by the law, and ``changed`` when the registry
    recorded the last page on it (ISO 8601, UTC); elsewhere None and empty.
    """

    key: str
    name: str
    form: str
    parties: tuple[str, ...]
    last: tuple[Step, str | None] | None
    documents: int
    conflicts: int
    year: str | None = None
    stage: str | None = None
    changed: str = ""


class Dossier(msgspec.Struct, frozen=True):
    """Everything known of one agreement; ``because`` tells why the documents' agreements are held to be one.

    ``rejected`` holds what pages tell and people hold not to be so, ``rejected_related`` and ``rejected_statements``
    the same of relations and statements; ``perhaps`` the unnamed sets ("several agreements") that it may be one of, or
    for such a set the agreements that may be in it.
    """

    key: str
    name: str
    form: str
    parties: tuple[str, ...]
    aliases: tuple[str, ...]
    timeline: tuple[Entry, ...]
    expected: tuple[Entry, ...]
    related: tuple[Related, ...]
    statements: tuple[Said, ...]
    documents: tuple[DocumentLine, ...]
    because: tuple[str, ...]
    laterality: str = "multilateral"
    year: str | None = None
    unresolved: bool = False
    rejected: tuple[Entry, ...] = ()
    perhaps: tuple[Summary, ...] = ()
    rejected_related: tuple[Related, ...] = ()
    rejected_statements: tuple[Said, ...] = ()


class Timeline(msgspec.Struct, frozen=True):
    """What has happened to one agreement, oldest first, and the ids of the documents that tell of it.

    ``entries`` are dated; ``undated`` holds what is reported without any date, and of which no dated report is known;
    ``rejected`` what people hold not to be so; ``outweighed`` what cannot have been beside an entry that more
    independent sources tell. ``related`` and ``statements`` are what else is said of it, where that was asked for.
    """

    key: str
    name: str
    parties: tuple[str, ...]
    documents: tuple[str, ...]
    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...] = ()
    rejected: tuple[Entry, ...] = ()
    outweighed: tuple[Entry, ...] = ()
    related: tuple[Related, ...] = ()
    statements: tuple[Said, ...] = ()
