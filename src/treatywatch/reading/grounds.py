"""The words that facts of every kind were read from."""

from collections.abc import Iterable

from treatywatch.language.parse import Parsed
from treatywatch.model import Ground, Span
from treatywatch.reading.speech import Speech


def told_by(page: Parsed, word: int) -> tuple[Ground, ...]:
    """The one word that tells a fact."""
    return (Ground("step", Span(page.words[word].start, page.words[word].end)),)


def because(grounds: Iterable[Ground], source: Speech | None) -> tuple[Ground, ...]:
    """The words of a fact in text order, those that name its source among them."""
    named = [Ground("source", Span(*source.cue))] if source is not None else []
    return tuple(sorted({*grounds, *named}, key=lambda ground: (ground.span, ground.role)))
