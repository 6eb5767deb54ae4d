"""All about one agreement itself, out of the piece that it is kept in."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Text, bindparam, select

from treatywatch.registry.ask.values import NOTHING, Member, Page, Source, TimelineStep, Whole
from treatywatch.registry.derive.packed import Packed, PackedPage, PackedSource, PackedStep, unpack
from treatywatch.registry.derive.then import end_of
from treatywatch.registry.store import derived


def whole(connection: Connection, key: str) -> Whole:
    """All about the agreement with this key; nothing when there is none."""
    kept = connection.execute(_kept(), {"key": key}).scalar()
    return NOTHING if kept is None else _whole(unpack(kept))


@cache
def _kept() -> Select[Any]:
    table = derived.wholes
    return select(table.c.whole).where(table.c.agreement == bindparam("key", type_=Text()))


def pages_by(found: Whole, known_by: str) -> tuple[tuple[Page, int], ...]:
    """The pages recorded by a day, to its end, or by a moment in UTC."""
    last = end_of(known_by)
    return tuple((page, said) for page, said in found.pages if page.recorded <= last)


def _whole(packed: Packed) -> Whole:
    pages = tuple(map(_page, packed.pages))
    return Whole(
        names=packed.names,
        pages=tuple((pages[number], packed.pages[number].said) for number in range(packed.shown)),
        members=tuple(Member(pages[one.page], one.name, one.because) for one in packed.members),
        steps=tuple(_step(step, pages, packed) for step in packed.steps),
        rejected=tuple(_step(step, pages, packed) for step in packed.rejected),
        origins={pages[one.page].sha256: one.origin for one in packed.members},
        related=packed.related,
        spoken_of=packed.spoken_of,
    )


def _page(one: PackedPage) -> Page:
    return Page(
        one.id, one.sha256, one.url, one.publisher, one.published, one.title, one.recorded, one.path, one.reader
    )


def _step(one: PackedStep, pages: Sequence[Page], packed: Packed) -> TimelineStep:
    return TimelineStep(
        kind=one.kind,
        modality=one.modality,
        parties=one.parties,
        date=one.date,
        place=one.place,
        body=one.body,
        fulfilled=one.fulfilled,
        mandate=one.mandate,
        differ=one.differ,
        sources=tuple(_source(told, pages[told.page], packed.pages[told.page].reading) for told in one.sources),
        decided=one.decided,
        machine=one.machine,
    )


def _source(one: PackedSource, page: Page, reading: int) -> Source:
    return Source(
        page=page,
        quote=one.quote,
        start=one.start,
        stop=one.stop,
        attributed_to=one.attributed_to,
        reading=reading,
        assertion=one.assertion,
        date=one.date,
        fact=one.fact,
        reread=one.reread,
        yearless=one.yearless,
    )
