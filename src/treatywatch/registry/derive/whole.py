"""An agreement as found, in the piece that it is kept in: made of its life and the pages that tell of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, select

from treatywatch.model import Event
from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.derive.lives import Life, placed, reports, reread_of
from treatywatch.registry.derive.others import Others
from treatywatch.registry.derive.packed import Packed, PackedMember, PackedPage, PackedSource, PackedStep
from treatywatch.registry.life.merge import LifeStep
from treatywatch.registry.life.told import Told
from treatywatch.registry.store.tables import documents, readings

Pages = Mapping[int, PackedPage]
_OF_DOCUMENT = ("id", "sha256", "url", "publisher", "published", "title")
_PAGE = (
    readings.c.reading,
    *(documents.c[name] for name in _OF_DOCUMENT),
    readings.c.recorded,
    documents.c.path,
    readings.c.reader,
)


def pages_of(connection: Connection, lives: Iterable[Life]) -> Pages:
    """The pages that tell of these lives, by reading."""
    told = {place[0] for one in lives for each in one.members for place in (each.place, *each.elsewhere.values())}
    found: dict[int, PackedPage] = {}
    for part in chunks(sorted(told)):
        joined = readings.join(documents, documents.c.document == readings.c.document)
        rows = connection.execute(select(*_PAGE).select_from(joined).where(readings.c.reading.in_(part)))
        found |= {row.reading: PackedPage(*row) for row in rows}
    return found


def whole(found: Life, pages: Pages, others: Others) -> Packed:
    """The agreement in one piece; the same for the same pages, in whatever order they came."""
    every, shown = _pages(found, pages, others)
    at = {page.reading: number for number, page in enumerate(every)}
    sources = _Sources(found, every, at)
    sorts = {other.sort for one in found.members for other in others.get(one.place[0], ()) if other.of(one.place)}
    return Packed(
        pages=every,
        shown=shown,
        members=tuple(
            PackedMember(
                page=at[one.place[0]],
                name=one.agreement.name,
                because=tuple(found.group.because.get((one.page, one.place[1]), ())),
                origin=found.origins.get(one.page, one.page),
            )
            for one in found.members
        ),
        names=found.described.names,
        steps=tuple(_step(step, sources.of(step)) for step in found.steps),
        rejected=tuple(_step(step, sources.of(step)) for step in found.rejected),
        related="relation" in sorts,
        spoken_of="statement" in sorts,
    )


def _pages(found: Life, pages: Pages, others: Others) -> tuple[tuple[PackedPage, ...], int]:
    """The pages that members are on, each with what it says, and how many these are; then those of older readings."""
    said = _said(found, others)
    digests = {one.place[0]: one.page for one in found.members}
    own = (msgspec.structs.replace(pages[reading], said=len(numbers)) for reading, numbers in said.items())
    shown = sorted(own, key=lambda page: (page.published or "", page.id, digests[page.reading]))
    older = {place[0] for place in placed(found.members).values()} - said.keys()
    return (*shown, *(pages[reading] for reading in sorted(older))), len(shown)


def _said(found: Life, others: Others) -> dict[int, set[int]]:
    """The numbers of the assertions of members and about them, by reading."""
    said: dict[int, set[int]] = defaultdict(set)
    for one in found.members:
        reading = one.place[0]
        said[reading].update(number for number, _ in one.events if number not in one.elsewhere)
        said[reading].update(other.number for other in others.get(reading, ()) if other.of(one.place))
    return said


class _Sources:
    """The places that tell of the steps of one life."""

    def __init__(self, found: Life, pages: Sequence[PackedPage], at: Mapping[int, int]) -> None:
        self._events = {(one.page, number): event for one in found.members for number, event in one.events}
        self._places = placed(found.members)
        self._pages = pages
        self._at = at

    def of(self, step: LifeStep) -> list[tuple[PackedSource, Event]]:
        """The places that tell of a step, in the order of publication, each with what it tells."""
        told = [(self._source(report), self._events[report.ref]) for report in reports(step)]
        return sorted(told, key=self._order)

    def _order(self, told: tuple[PackedSource, Event]) -> tuple[str, str, int, int]:
        source, page = told[0], self._pages[told[0].page]
        return (page.published or "", page.id, source.assertion, source.page)

    def _source(self, report: Told) -> PackedSource:
        event = self._events[report.ref]
        reading, assertion = self._places[report.ref]
        reread = reread_of(report)
        return PackedSource(
            page=self._at[reading],
            assertion=assertion,
            start=event.span.start,
            stop=event.span.end,
            quote=event.evidence,
            attributed_to=event.attributed_to,
            date=reread.now.date if reread else report.completed or event.date,
            fact=report.fact,
            reread=reread,
            yearless=event.yearless,
        )


def _step(step: LifeStep, told: Sequence[tuple[PackedSource, Event]]) -> PackedStep:
    return PackedStep(
        kind=step.kind,
        modality=step.modality,
        parties=step.parties,
        date=step.date,
        place=step.place,
        body=step.body,
        fulfilled=step.fulfilled,
        mandate=next((event.mandate for _, event in told if event.mandate), None),
        differ=step.differ,
        sources=tuple(source for source, _ in told),
        decided=step.decided,
        machine=step.machine,
    )
