"""Holdings as one flat table: a row for every place on a page that says something."""

from collections.abc import Iterator
from typing import NamedTuple

from treatywatch.service.answers import Entry, Quote
from treatywatch.service.export import Holding


class Row(NamedTuple):
    """One place on one page that says something of an agreement; what does not apply is None.

    ``record`` is ``step``, ``relation``, ``statement``, or ``agreement`` for one of which nothing is said. A step's
    ``state`` is ``happened``, ``expected``, ``fulfilled`` or ``rejected``, that of a relation or statement ``rejected``
    or None.
    """

    agreement: str
    name: str
    form: str
    parties: tuple[str, ...]
    record: str
    state: str | None = None
    kind: str | None = None
    modality: str | None = None
    actors: tuple[str, ...] = ()
    body: str | None = None
    date: str | None = None
    place: str | None = None
    differ: str | None = None
    other: str | None = None
    other_name: str | None = None
    speaker: str | None = None
    office: str | None = None
    direct: bool | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    attributed_to: str | None = None
    document: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    fact: str | None = None


def rows(holding: Holding) -> Iterator[Row]:
    """Every row of one agreement: steps in order, then relations seen from it, then statements; at least one."""
    bare = Row(holding.key, holding.name, holding.form, holding.parties, "agreement")
    found = False
    for row in (*_steps(holding, bare), *_relations(holding, bare), *_statements(holding, bare)):
        found = True
        yield row
    if not found:
        yield bare


def _steps(holding: Holding, bare: Row) -> Iterator[Row]:
    told = {
        "happened": holding.timeline,
        "expected": holding.expected,
        "fulfilled": holding.fulfilled,
        "rejected": holding.rejected,
    }
    for state, entries in told.items():
        for entry in entries:
            for source in entry.sources:
                yield _placed(_step(entry, bare, state), source)


def _step(entry: Entry, bare: Row, state: str) -> Row:
    return bare._replace(
        record="step",
        state=state,
        kind=entry.kind.value,
        modality=entry.modality.value,
        actors=entry.parties,
        body=entry.body,
        date=entry.date,
        place=entry.place,
        differ="; ".join(entry.differ) or None,
    )


def _relations(holding: Holding, bare: Row) -> Iterator[Row]:
    """Relations of this agreement to others; those of others to it stand in their own rows."""
    for state, related in ((None, holding.related), ("rejected", holding.rejected_related)):
        for each in (one for one in related if one.outward):
            told = bare._replace(
                record="relation",
                state=state,
                kind=each.type.value,
                modality=each.modality.value,
                other=each.key,
                other_name=each.name,
            )
            yield from (_placed(told, source) for source in each.sources)


def _statements(holding: Holding, bare: Row) -> Iterator[Row]:
    for state, statements in ((None, holding.statements), ("rejected", holding.rejected_statements)):
        for said in statements:
            told = bare._replace(record="statement", state=state, speaker=said.speaker, office=said.office)
            yield _placed(told._replace(direct=said.direct), said.source)


def _placed(row: Row, source: Quote) -> Row:
    return row._replace(
        quote=source.quote,
        start=source.span.start if source.span else None,
        end=source.span.end if source.span else None,
        attributed_to=source.attributed_to,
        document=source.document,
        url=source.url,
        publisher=source.publisher,
        published=source.published,
        fact=source.fact,
    )
