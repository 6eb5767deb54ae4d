"""The words that a fact was read from: what someone who looks at the page may check."""

import msgspec

from treatywatch.model.document import Span
from treatywatch.model.reading import Event, Reading


class Ground(msgspec.Struct, frozen=True, order=True):
    """Words of the page and their part in a fact: ``step``, ``agreement``, ``actor``, ``date`` or ``source``."""

    role: str
    span: Span


class Explained(msgspec.Struct, frozen=True):
    """A reading, and for each of its events, relations and statements, in their order, the words behind it.

    ``doubted`` are the steps that were read and not believed, and so are no part of the reading.
    """

    reading: Reading
    events: tuple[tuple[Ground, ...], ...] = ()
    relations: tuple[tuple[Ground, ...], ...] = ()
    statements: tuple[tuple[Ground, ...], ...] = ()
    doubted: tuple[Event, ...] = ()
