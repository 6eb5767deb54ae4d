"""Appending pages with their readings: all of them or nothing, and nothing twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, bindparam, insert, select

from treatywatch.model import Document, InputError, Reading, to_json
from treatywatch.registry.store import derived, tables
from treatywatch.registry.store.fill import fill
from treatywatch.registry.store.rows import Row, assertion_rows, clean, digest, sighting_rows
from treatywatch.registry.store.tombstones import tombstones

_MOST_PAGES = 200  # SQLite takes about a thousand parameters in one statement
_MOST_LETTERS = 4_000_000  # what one transaction holds in memory

Page = tuple[Document, Reading]
_documents, _readings = tables.documents.c, tables.readings.c


def _one_of(column: Column[Any]) -> Any:
    return column.in_(bindparam("values", expanding=True))


# Made once: putting a statement together takes as long as running it.
_HELD = (
    select(_readings.reading)
    .join(tables.documents)
    .where(_documents.digest == bindparam("digest"), _readings.reader == bindparam("reader"))
)
_FORGOTTEN = {name: select(tombstones).where(_one_of(tombstones.c[name])) for name in ("digest", "sha256")}
_TEXTS = select(tables.texts.c.sha256).where(_one_of(tables.texts.c.sha256))
_PAGES = select(_documents.digest, _documents.document).where(_one_of(_documents.digest))
_READ = select(_readings.document, _readings.reader, _readings.reading).where(_one_of(_readings.document))
_NEW_PENDING = insert(derived.pending)


class _Entry(NamedTuple):
    """A page with its reading, and the rows that they are kept in."""

    digest: str
    document: Document
    reading: Reading
    sightings: list[Row]
    assertions: list[Row]


def holds(connection: Connection, document: Document, reader: str) -> bool:
    """Whether the page as it came has been read by ``reader`` already."""
    return connection.execute(_HELD, {"digest": digest(document), "reader": reader}).first() is not None


def together(pages: Iterable[Page]) -> Iterator[list[Page]]:
    """``pages`` in lists that one transaction takes: by their number, and by how much memory they need."""
    some: list[Page] = []
    letters = 0
    for page in pages:
        some.append(page)
        letters += len(page[0].text)
        if len(some) == _MOST_PAGES or letters > _MOST_LETTERS:
            yield some
            some, letters = [], 0
    if some:
        yield some


def append(connection: Connection, pages: Sequence[Page], recorded: str) -> list[bool]:
    """Append each page unless it is there, and each reading unless the page has one by the same reader.

    ``pages`` are as many as :func:`together` gives. Returns of each whether anything was new. Raises InputError when a
    reading is not of its page, or quotes what the page does not say, or the page was forgotten; the caller's
    transaction must then be rolled back.
    """
    entries = [_entry(document, reading) for document, reading in pages]
    _check_kept(connection, entries)
    numbers = _numbers(connection, {entry.digest: entry for entry in entries}, recorded)
    held = _read(connection, numbers.values())
    new: dict[tuple[int, str], _Entry] = {}
    outcome = []
    for entry in entries:
        key = numbers[entry.digest], entry.reading.reader
        outcome.append(key not in held and key not in new)
        if outcome[-1]:
            new[key] = entry
    _fill(connection, new, recorded)
    return outcome


def _entry(document: Document, reading: Reading) -> _Entry:
    if reading.document != document.sha256:
        raise InputError(
            f"{document.id}: the reading is of another text ({reading.document[:12]}…); read the page again"
        )
    said = assertion_rows(reading, document.text)
    return _Entry(digest(document), document, reading, sighting_rows(reading), said)


def _check_kept(connection: Connection, entries: list[_Entry]) -> None:
    """Raise InputError when one of the pages, or another with its text, was forgotten."""
    asked = {"digest": [one.digest for one in entries], "sha256": [one.document.sha256 for one in entries]}
    for name, query in _FORGOTTEN.items():
        for stone in connection.execute(query, {"values": asked[name]}):
            at = asked[name].index(stone._mapping[name])
            raise InputError(
                f"{entries[at].document.id}: the page was forgotten on {stone.recorded[:10]} by {stone.who} "
                f"because {stone.because}; it is not taken in again"
            )


def _numbers(connection: Connection, entries: Mapping[str, _Entry], recorded: str) -> dict[str, int]:
    """The number of each page by its digest; pages that are not there yet are appended."""
    held = _held(connection, entries)
    new = {key: entry.document for key, entry in entries.items() if key not in held}
    if new:
        _keep_texts(connection, {document.sha256: document.text for document in new.values()})
        fill(connection, tables.documents, [_document_row(page, key, recorded) for key, page in new.items()])
    return held | _held(connection, new)


def _held(connection: Connection, digests: Iterable[str]) -> dict[str, int]:
    """The numbers of the pages with these digests that are there."""
    return {row.digest: row.document for row in connection.execute(_PAGES, {"values": list(digests)})}


def _read(connection: Connection, pages: Iterable[int]) -> dict[tuple[int, str], int]:
    """The readings of these pages, by page and reader."""
    found = connection.execute(_READ, {"values": sorted(set(pages))})
    return {(row.document, row.reader): row.reading for row in found}


def _keep_texts(connection: Connection, texts: Mapping[str, str]) -> None:
    held = set(connection.execute(_TEXTS, {"values": list(texts)}).scalars())
    new = [{"sha256": key, "text": clean(text)} for key, text in texts.items() if key not in held]
    fill(connection, tables.texts, new)


def _fill(connection: Connection, new: Mapping[tuple[int, str], _Entry], recorded: str) -> None:
    """Append the readings, by page and reader, with all that they say."""
    if not new:
        return
    fill(connection, tables.readings, [_reading_row(page, each.reading, recorded) for (page, _), each in new.items()])
    held = _read(connection, (page for page, _ in new))
    numbered = [(held[key], entry) for key, entry in new.items()]
    seen = [{"reading": number, **row} for number, entry in numbered for row in entry.sightings]
    said = [{"reading": number, **row} for number, entry in numbered for row in entry.assertions]
    fill(connection, tables.sightings, seen)
    fill(connection, tables.assertions, said)
    connection.execute(_NEW_PENDING, [{"reading": number} for number, _ in numbered])


def _document_row(document: Document, key: str, recorded: str) -> Row:
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


def _reading_row(page: int, reading: Reading, recorded: str) -> Row:
    return {
        "document": page,
        "reader": reading.reader,
        "blocks": to_json(reading.blocks),
        "problems": clean(to_json(reading.problems)),
        "recorded": recorded,
    }
