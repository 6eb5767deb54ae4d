"""The registry's values in the service's words."""

from collections.abc import Iterable, Mapping

import msgspec

from treatywatch.model import Span, alike
from treatywatch.registry import Line, Page, Source, TimelineStep
from treatywatch.service.answers import DocumentLine, Entry, Quote, Summary


def quote(source: Source) -> Quote:
    """A place that says something."""
    return Quote(
        document=source.page.id,
        quote=source.quote,
        attributed_to=source.attributed_to,
        publisher=source.page.publisher,
        published=source.page.published,
        url=source.page.url,
        path=source.page.path,
        span=Span(source.start, source.stop),
        fact=source.fact,
        reread=source.reread,
        sha256=source.page.sha256,
        yearless=source.yearless if source.date else None,
    )


def entry(step: TimelineStep) -> Entry:
    """A step with its sources."""
    return alike(Entry, step, sources=tuple(quote(source) for source in step.sources), fact=step.fact)


def summary(line: Line) -> Summary:
    """An agreement in one line."""
    return Summary(
        key=line.key,
        name=line.name,
        form=line.form,
        parties=line.parties,
        last=(line.last_kind, line.last_date) if line.last_kind else None,
        documents=line.documents,
        conflicts=line.conflicts,
        year=line.year,
    )


def listed(line: Line) -> Summary:
    """The same with its stage, as last settled, and when it changed: what depends on the day and on when pages came."""
    return msgspec.structs.replace(summary(line), stage=line.stage, changed=line.changed)


def document_lines(pages: Iterable[tuple[Page, int]], origins: Mapping[str, str]) -> tuple[DocumentLine, ...]:
    """The documents behind an agreement, oldest first; ``origins`` gives by hash what copies have in common."""
    every = tuple(pages)
    first: dict[str, str] = {}
    for page, _ in sorted(every, key=lambda each: (each[0].published or "9999", each[0].id)):
        first.setdefault(origin_of(page, origins), page.id)
    return tuple(_document_line(page, said, first[origin_of(page, origins)]) for page, said in every)


def origin_of(page: Page, origins: Mapping[str, str]) -> str:
    """What a page has in common with all copies of its story."""
    return origins.get(page.sha256, page.sha256)


def _document_line(page: Page, said: int, first: str) -> DocumentLine:
    return DocumentLine(
        id=page.id,
        publisher=page.publisher,
        published=page.published,
        title=page.title,
        url=page.url,
        path=page.path,
        assertions=said,
        sha256=page.sha256,
        copy_of=first if first != page.id else None,
    )
