"""Forgetting a page for a legal duty: the one act that deletes what was stored. A tombstone stays."""

from typing import Any

from sqlalchemy import Connection, Table, delete, insert, or_, select, update

from treatywatch.model import NotFoundError
from treatywatch.registry.ask.values import Page
from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.derive.refresh import leave_out
from treatywatch.registry.store.decisions import Given, append_forgetting, decisions
from treatywatch.registry.store.facts import decision_facts
from treatywatch.registry.store.rows import clean
from treatywatch.registry.store.tables import assertions, documents, readings, sightings, texts
from treatywatch.registry.store.tombstones import Tombstone, tombstones

_MANY = 9  # pages that a message can show


def meant(connection: Connection, words: str) -> tuple[Page, ...]:
    """The pages with this id, address, or hash of text or page (or the first 12 digits of it), at most a few."""
    wanted = clean(words)
    hashed = wanted.casefold().removeprefix("sha256:")
    same = [documents.c.id == wanted, documents.c.url == wanted]
    if len(hashed) >= 12 and not set(hashed) - set("0123456789abcdef"):
        same += [documents.c.sha256.startswith(hashed), documents.c.digest.startswith(hashed)]
    return _pages(connection, or_(*same))


def near(connection: Connection, words: str) -> tuple[Page, ...]:
    """Pages whose id begins most like ``words``, at most a few."""
    wanted = clean(words)[:200]
    for length in range(len(wanted), 0, -max(1, len(wanted) // 8)):
        if found := _pages(connection, documents.c.id.startswith(wanted[:length], autoescape=True)):
            return found
    return ()


def forget(connection: Connection, sha256: str, given: Given) -> tuple[Tombstone, ...]:
    """Delete every page with this text, all that was read from it, and what follows from that; leave tombstones.

    Raises NotFoundError when there is no such page.
    """
    rows = connection.execute(select(documents.c.document, documents.c.digest).where(documents.c.sha256 == sha256))
    pages = {row.document: row.digest for row in rows}
    if not pages:
        raise NotFoundError(f"there is no page with the text {sha256}")
    stones = [Tombstone(digest, sha256, given.who, given.because, given.at) for digest in sorted(pages.values())]
    numbers = [n for part in chunks(sorted(pages)) for n in _readings(connection, part)]
    leave_out(connection, numbers)
    _forget_decided(connection, list(pages.values()))
    for table in (assertions, sightings, readings):
        _delete(connection, table, table.c.reading, numbers)
    _delete(connection, documents, documents.c.document, sorted(pages))
    _delete(connection, texts, texts.c.sha256, [sha256])
    for stone in stones:
        connection.execute(insert(tombstones).values(_row(stone)))
        append_forgetting(connection, stone.digest, given)
    return tuple(stones)


def _row(stone: Tombstone) -> dict[str, Any]:
    return {
        "digest": stone.digest,
        "sha256": stone.sha256,
        "who": clean(stone.who),
        "because": clean(stone.because),
        "recorded": stone.recorded,
    }


def _pages(connection: Connection, which: Any) -> tuple[Page, ...]:
    found = connection.execute(select(documents).where(which).order_by(documents.c.id, documents.c.digest).limit(_MANY))
    fields = ("id", "sha256", "url", "publisher", "published", "title", "recorded", "path")
    return tuple(Page(**{field: row._mapping[field] for field in fields}) for row in found)


def _readings(connection: Connection, pages: list[int]) -> list[int]:
    wanted = select(readings.c.reading).where(readings.c.document.in_(pages)).order_by(readings.c.reading)
    return list(connection.execute(wanted).scalars())


def _forget_decided(connection: Connection, digests: list[str]) -> None:
    """Take the pages' words out of what people decided; that they decided, when and why stays."""
    for part in chunks(sorted(digests)):
        of_pages = select(decision_facts.c.decision).where(decision_facts.c.page.in_(part))
        touched = set(connection.execute(of_pages).scalars())
        connection.execute(delete(decision_facts).where(decision_facts.c.page.in_(part)))
        for some in chunks(sorted(touched)):
            resting = select(decision_facts.c.decision).where(decision_facts.c.decision.in_(some))
            alone = decisions.c.decision.in_(some) & decisions.c.decision.not_in(resting)
            connection.execute(update(decisions).where(alone).values(changes="{}"))
        for page, name in ((decisions.c.page, "name"), (decisions.c.other_page, "other_name")):
            connection.execute(update(decisions).where(page.in_(part)).values({name: ""}))


def _delete(connection: Connection, table: Table, column: Any, values: list[Any]) -> None:
    for part in chunks(values):
        connection.execute(delete(table).where(column.in_(part)))
