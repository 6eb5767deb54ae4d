"""Appending a page with its reading: all of it or nothing, and nothing twice."""

from typing import Any

from sqlalchemy import Connection, Table, insert, select

from treatywatch.model import Document, InputError, Reading, to_json
from treatywatch.registry.store import derived, tables
from treatywatch.registry.store.rows import assertion_rows, clean, digest, sighting_rows
from treatywatch.registry.store.tombstones import tombstone


def holds(connection: Connection, document: Document, reader: str) -> bool:
    """Whether the page as it came has been read by ``reader`` already."""
    found = connection.execute(
        select(tables.readings.c.reading)
        .join(tables.documents)
        .where(tables.documents.c.digest == digest(document), tables.readings.c.reader == reader)
    )
    return found.first() is not None


def append(connection: Connection, document: Document, reading: Reading, recorded: str) -> bool:
    """Append the page unless it is there, and the reading unless the page has one by the same reader.

    Returns whether anything was new. Raises InputError when the reading is not of this page, or quotes what the page
    does not say, or the page was forgotten; the caller's transaction must then be rolled back.
    """
    if reading.document != document.sha256:
        raise InputError(
            f"{document.id}: the reading is of another text ({reading.document[:12]}…); read the page again"
        )
    check_kept(connection, document)
    page = _page(connection, document, recorded)
    if _found(connection, tables.readings, document=page, reader=reading.reader) is not None:
        return False
    number = _insert(connection, tables.readings, _reading_row(page, reading, recorded))
    _fill(connection, number, reading, document.text)
    return True


def check_kept(connection: Connection, document: Document) -> None:
    """Raise InputError when the page, or another with its text, was forgotten."""
    stone = tombstone(connection, digest(document), document.sha256)
    if stone is not None:
        raise InputError(
            f"{document.id}: the page was forgotten on {stone.recorded[:10]} by {stone.who} because {stone.because}; "
            "it is not taken in again"
        )


def _page(connection: Connection, document: Document, recorded: str) -> int:
    key = digest(document)
    known = _found(connection, tables.documents, digest=key)
    if known is not None:
        return int(known)
    if _found(connection, tables.texts, sha256=document.sha256) is None:
        connection.execute(insert(tables.texts).values(sha256=document.sha256, text=clean(document.text)))
    return _insert(connection, tables.documents, _document_row(document, key, recorded))


def _fill(connection: Connection, number: int, reading: Reading, text: str) -> None:
    seen = [{"reading": number, **row} for row in sighting_rows(reading)]
    said = [{"reading": number, **row} for row in assertion_rows(reading, text)]
    if seen:
        connection.execute(insert(tables.sightings), seen)
    if said:
        connection.execute(insert(tables.assertions), said)
    connection.execute(insert(derived.pending).values(reading=number))


def _document_row(document: Document, key: str, recorded: str) -> dict[str, Any]:
    texts = {name: getattr(document, name) for name in ("id", "url", "publisher", "published", "title", "path")}
    return {
        "digest": key,
        "sha256": document.sha256,
        **{name: None if value is None else clean(value) for name, value in texts.items()},
        "published_from": document.published_from,
        "language": document.language,
        "blocks": to_json(document.blocks),
        "recorded": recorded,
    }


def _reading_row(page: int, reading: Reading, recorded: str) -> dict[str, Any]:
    return {
        "document": page,
        "reader": reading.reader,
        "blocks": to_json(reading.blocks),
        "problems": clean(to_json(reading.problems)),
        "recorded": recorded,
    }


def _found(connection: Connection, table: Table, **values: Any) -> Any:
    """The first column of the row of ``table`` that has these values, or None."""
    wanted = [table.c[name] == value for name, value in values.items()]
    return connection.execute(select(next(iter(table.c))).where(*wanted)).scalar()


def _insert(connection: Connection, table: Table, values: dict[str, Any]) -> int:
    inserted = connection.execute(insert(table).values(values)).inserted_primary_key
    assert inserted is not None
    return int(inserted[0])
