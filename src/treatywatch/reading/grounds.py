"""The words that a fact was read from: what someone who looks at the page may check."""

from collections.abc import Iterable

import msgspec

from treatywatch.language.parse import Parsed
from treatywatch.model import Reading, Span
from treatywatch.reading.speech import Speech


class Ground(msgspec.Struct, frozen=True, order=True):
    """Words of the page and their part in a fact: ``step``, ``agreement``, ``actor``, ``date`` or ``source``."""

    role: str
    span: Span


class Explained(msgspec.Struct, frozen=True):
    """A reading, and for each of its events, relations and statements, in their order, the words behind it."""

    reading: Reading
    events: tuple[tuple[Ground, ...], ...] = ()
    relations: tuple[tuple[Ground, ...], ...] = ()
    statements: tuple[tuple[Ground, ...], ...] = ()


def told_by(page: Parsed, word: int) -> tuple[Ground, ...]:
    """The one word that tells a fact."""
    return (Ground("step", Span(page.words[word].start, page.words[word].end)),)


def because(grounds: Iterable[Ground], source: Speech | None) -> tuple[Ground, ...]:
    """The words of a fact in text order, those that name its source among them."""
    named = [Ground("source", Span(*source.cue))] if source is not None else []
    return tuple(sorted({*grounds, *named}, key=lambda ground: (ground.span, ground.role)))
