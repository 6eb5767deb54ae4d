"""All that was read on one page, each thing with the agreement it is held to be of."""

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, and_, func, select

from treatywatch.model import Block, Document, Modality, Span, from_json
from treatywatch.registry.ask.texts import documents
from treatywatch.registry.store import derived
from treatywatch.registry.store.rows import digest
from treatywatch.registry.store.tables import assertions, readings, sightings
from treatywatch.registry.store.tables import documents as pages


class Assertion(msgspec.Struct, frozen=True):
    """One event, relation or statement at its ``span``.

    ``agreement`` and ``name`` are those of the registry, None where it is of no agreement; ``fact`` the id by which
    people decide on it. What an assertion of its type does not have is None or empty.
    """

    type: str
    span: Span
    agreement: str | None
    name: str | None
    kind: str | None
    modality: Modality | None
    parties: tuple[str, ...]
    body: str | None
    date: str | None
    place: str | None
    attributed_to: str | None
    speaker: str | None
    office: str | None
    direct: bool | None
    target: str | None
    fact: str | None


class PageRead(msgspec.Struct, frozen=True):
    """A page as it came and what was last read on it; ``places`` are all pages that have this text, the first first."""

    document: Document
    places: tuple[Document, ...]
    reader: str
    recorded: str
    blocks: tuple[Block, ...]
    mentions: tuple[Span, ...]
    assertions: tuple[Assertion, ...]


def page_read(connection: Connection, sha256: str) -> PageRead | None:
    """The page with this text as it was last read; of several the first to be recorded. None without any."""
    wanted = (
        select(readings, pages.c.digest)
        .join(pages, pages.c.document == readings.c.document)
        .where(pages.c.sha256 == sha256)
        .order_by(pages.c.document, readings.c.reading.desc())
    )
    row = connection.execute(wanted.limit(1)).first()
    if row is None:
        return None
    places = documents(connection, sha256)
    return PageRead(
        document=_of_digest(places, row.digest),
        places=places,
        reader=row.reader,
        recorded=row.recorded,
        blocks=from_json(row.blocks, tuple[Block, ...]),
        mentions=_mentions(connection, row.reading),
        assertions=_assertions(connection, row.reading),
    )


def _of_digest(places: tuple[Document, ...], wanted: str) -> Document:
    return next((place for place in places if digest(place) == wanted), places[0])


def _mentions(connection: Connection, reading: int) -> tuple[Span, ...]:
    told = connection.execute(select(sightings.c.mentions).where(sightings.c.reading == reading)).scalars()
    return tuple(sorted({span for mentions in told for span in from_json(mentions, tuple[Span, ...])}))


def _assertions(connection: Connection, reading: int) -> tuple[Assertion, ...]:
    members, steps, agreements = derived.members, derived.step_sources, derived.agreements
    held = and_(members.c.reading == assertions.c.reading, members.c.sighting == assertions.c.sighting)
    told = and_(
        steps.c.agreement == members.c.agreement,
        steps.c.reading == assertions.c.reading,
        steps.c.assertion == assertions.c.assertion,
    )
    said = derived.said
    fact = func.coalesce(steps.c.fact, said.c.fact)
    wanted = (
        select(assertions, members.c.agreement, agreements.c.name.label("agreement_name"), fact.label("fact"))
        .outerjoin(members, held)
        .outerjoin(agreements, agreements.c.agreement == members.c.agreement)
        .outerjoin(steps, told)
        .outerjoin(said, (said.c.reading == assertions.c.reading) & (said.c.assertion == assertions.c.assertion))
        .where(assertions.c.reading == reading)
        .order_by(assertions.c.start, assertions.c.stop, assertions.c.assertion)
    )
    return tuple(map(_assertion, connection.execute(wanted)))


def _assertion(row: Row[Any]) -> Assertion:
    return Assertion(
        type=row.type,
        span=Span(row.start, row.stop),
        agreement=row.agreement,
        name=row.agreement_name,
        kind=row.kind,
        modality=Modality(row.modality) if row.modality else None,
        parties=from_json(row.parties, tuple[str, ...]) if row.parties else (),
        body=row.body,
        date=row.date,
        place=row.place,
        attributed_to=row.attributed_to,
        speaker=row.speaker,
        office=row.office,
        direct=None if row.direct is None else bool(row.direct),
        target=row.target_name,
        fact=row.fact or None,
    )
