"""Pages whose text, digest or quotes do not fit one another."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from treatywatch.model import content_hash
from treatywatch.registry.ask.texts import document
from treatywatch.registry.safety.fault import Fault
from treatywatch.registry.store.rows import REPLACED, digest
from treatywatch.registry.store.tables import assertions, documents, readings, texts

_SAID = ("reading", "assertion", "quote", "start", "stop")
_PAGES = 200  # held in memory with their texts and all that was read there


def pages_at_fault(connection: Connection) -> Iterator[Fault]:
    """Texts that are not those of their hash, pages that are not those of their digest, quotes not at their place."""
    wanted = select(documents, texts.c.text).join(texts, texts.c.sha256 == documents.c.sha256)
    last = 0
    while True:
        ordered = wanted.where(documents.c.document > last).order_by(documents.c.document).limit(_PAGES)
        rows = connection.execute(ordered).all()
        if not rows:
            return
        last = rows[-1].document
        for row in rows:
            yield from _page(row)
        yield from _quotes(connection, rows)


def _page(row: Row[Any]) -> Iterator[Fault]:
    if content_hash(row.text) != row.sha256 and REPLACED not in row.text:
        yield Fault("texts", row.sha256, "the text is not the one that has this hash")
    elif digest(document(row._mapping)) != row.digest:
        yield Fault("documents", row.id, "what is known of the page is not what its digest was made of")


def _quotes(connection: Connection, pages: Sequence[Row[Any]]) -> Iterator[Fault]:
    words = {row.document: row.text for row in pages}
    wanted = (
        select(readings.c.document, *(assertions.c[name] for name in _SAID))
        .join(readings, readings.c.reading == assertions.c.reading)
        .where(readings.c.document.between(pages[0].document, pages[-1].document))
    )
    for row in connection.execute(wanted):
        if words[row.document][row.start : row.stop] != row.quote:
            yield Fault("assertions", f"{row.reading}, {row.assertion}", "the quote is not at its place in the text")
