"""A page as it came, and the places in it."""

import hashlib

import msgspec

from treatywatch.model.step import BlockLabel


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """Character offsets ``[start, end)`` into a document's raw text."""

    start: int
    end: int

    def quote(self, text: str) -> str:
        """The words of ``text`` that the span covers."""
        return text[self.start : self.end]


class Block(msgspec.Struct, frozen=True):
    """A labelled stretch of a document's raw text."""

    label: BlockLabel
    span: Span


class Document(msgspec.Struct, frozen=True, omit_defaults=True):
    """A page: raw text that is never changed, and what is known of where it came from.

    ``published`` is an ISO date or None; ``published_from`` says how it is known (``given``, ``metadata``, ``url``,
    ``dateline``). ``blocks`` hold what the markup told of the text's parts, empty for plain text. ``path`` is where
    the page was read from, for people; it is no part of the page.
    """

    id: str
    text: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_from: str | None = None
    title: str | None = None
    language: str = "en"
    blocks: tuple[Block, ...] = ()
    path: str | None = None

    @property
    def sha256(self) -> str:
        """Hex digest of the text in UTF-8: the identity of the content."""
        return content_hash(self.text)


def content_hash(text: str) -> str:
    """SHA-256 of ``text`` as 64 hex digits; lone surrogates count as they stand."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
