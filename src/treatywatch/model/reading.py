"""What one document says: the values that reading makes and the registry keeps."""

import msgspec

from treatywatch.model.document import Block, Span
from treatywatch.model.problem import Problem
from treatywatch.model.step import Modality, RelationType, Step


class Agreement(msgspec.Struct, frozen=True):
    """One instrument (or an unnamed set of them) as one document speaks of it.

    ``key`` is unique within the reading only. ``name`` is the fullest name the document uses, verbatim; ``aliases``
    the other names, verbatim; ``mentions`` every place that speaks of it. ``year`` is a year in or beside the name
    ("the 1961 treaty"). ``unresolved`` marks what cannot be told to be one instrument ("several agreements").
    """

    key: str
    name: str
    form: str
    parties: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    year: str | None = None
    unresolved: bool = False


class Mandate(msgspec.Struct, frozen=True):
    """What an authorisation still allows to change (``allows``, verbatim) and who may change it."""

    allows: str
    who: str | None = None


class Event(msgspec.Struct, frozen=True):
    """One step of one agreement, said in one place.

    ``agreement`` is an :class:`Agreement` key of the same reading. ``parties`` are ISO 3166-1 alpha-3 codes or
    organisations' codes, sorted. ``date`` is ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or None. ``evidence`` equals
    ``span.quote(text)``. ``rules`` names the rules that found it. ``yearless`` is the day that the page gives without a
    year that it tells (``--06-12``); None where there is a ``date``.
    """

    agreement: str
    kind: Step
    modality: Modality
    parties: tuple[str, ...]
    body: str | None
    date: str | None
    place: str | None
    attributed_to: str | None
    evidence: str
    span: Span
    mandate: Mandate | None = None
    rules: tuple[str, ...] = ()
    yearless: str | None = None


class Relation(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """One agreement bears on another: keys ``from_`` and ``to`` of the same reading, ``to_name`` as the text has it."""

    type: RelationType
    from_: str
    to: str
    to_name: str
    modality: Modality
    attributed_to: str | None
    evidence: str
    span: Span
    rules: tuple[str, ...] = ()


class Statement(msgspec.Struct, frozen=True):
    """What a named speaker says: ``quote`` is verbatim and covers what was said; ``direct`` if within quotation marks.

    ``speaker`` is the fullest name in the document, ``office`` as the text gives it or None; ``agreement`` the key of
    the agreement spoken of, or None where the text leaves it open.
    """

    speaker: str
    office: str | None
    direct: bool
    quote: str
    span: Span
    agreement: str | None = None
    rules: tuple[str, ...] = ()


class Reading(msgspec.Struct, frozen=True):
    """All that one document says. A pure function of the document: same text, same reader, same bytes."""

    id: str
    document: str
    reader: str
    agreements: tuple[Agreement, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    statements: tuple[Statement, ...] = ()
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()
