"""The pages that assertions stand on, joined with what asks for them."""

from typing import Any

from sqlalchemy import Row, Select, and_

from treatywatch.registry.ask.values import Page, Source
from treatywatch.registry.store.tables import documents, readings

PAGE: tuple[Any, ...] = (
    documents.c.id.label("page_id"),
    documents.c.sha256,
    documents.c.url,
    documents.c.publisher,
    documents.c.published,
    documents.c.title,
    documents.c.path,
    readings.c.recorded,
    readings.c.reader,
    documents.c.digest,
)
"""The columns of a :class:`Page`, as :func:`source_of` takes them."""


def paged(wanted: Select[Any], link: Any) -> Select[Any]:
    """``wanted`` from ``link``, joined with the pages that its readings are of."""
    joined = link.join(readings, readings.c.reading == link.c.reading)
    return wanted.select_from(joined.join(documents, documents.c.document == readings.c.document))


def same_place(one: Any, other: Any) -> Any:
    """Whether rows of two tables are of the same sighting."""
    return and_(one.c.reading == other.c.reading, one.c.sighting == other.c.sighting)


def source_of(row: Row[Any]) -> Source:
    """The place that a row of ``assertions``, joined with its page, holds."""
    return Source(
        page=_page(row),
        quote=row.quote,
        start=row.start,
        stop=row.stop,
        attributed_to=row.attributed_to,
        reading=row.reading,
        assertion=row.assertion,
        date=row.date,
        yearless=row.yearless,
    )


def _page(row: Row[Any]) -> Page:
    return Page(
        id=row.page_id,
        sha256=row.sha256,
        url=row.url,
        publisher=row.publisher,
        published=row.published,
        title=row.title,
        recorded=row.recorded,
        path=row.path,
        reader=row.reader,
    )
