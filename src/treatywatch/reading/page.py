"""One page, parsed once: what every kind of fact is read from."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from treatywatch.language.dates import TimeExpression, dateline, find_dates, resolve, year_of_page
from treatywatch.language.names import Name, find_names
from treatywatch.language.parse import Parsed, parse, parse_pages
from treatywatch.model import Block, BlockLabel, Document
from treatywatch.reading.layout import blocks as label_blocks

_READ = frozenset({BlockLabel.BODY, BlockLabel.CAPTION})
_CLUTTER = frozenset({BlockLabel.CREDIT, BlockLabel.RELATED, BlockLabel.BOILERPLATE})
_INK = re.compile(r"[^\n]")
_BULLET = re.compile(r"(?m)^[ \t]*[•▪●■◦‣⁃](?=\s)")  # read as a noun, it would take what follows for its own


class Page(NamedTuple):
    """A document with its labelled blocks, words, names and time expressions.

    ``parsed.text`` is the document's text with its furniture, bullets and links to other pages blanked out, character
    for character, so that every offset holds in both.

    ``anchor`` is the day that "today" means on the page (ISO date or None): the dateline's where it names one near
    the publication date, else the publication date. ``filed`` is the dateline's day alone: the day of the news, which
    sentence number ``lead`` tells.
    """

    document: Document
    blocks: tuple[Block, ...]
    parsed: Parsed
    names: tuple[Name, ...]
    dates: tuple[TimeExpression, ...]
    anchor: str | None
    filed: str | None
    lead: int


class _Sheet(NamedTuple):
    """What is known of a page before its grammar; ``news_at`` is where its dateline stands."""

    document: Document
    blocks: tuple[Block, ...]
    text: str
    spans: tuple[tuple[int, int], ...]
    dates: tuple[TimeExpression, ...]
    filed: str | None
    news_at: int


def open_page(document: Document) -> Page:
    """Labels, parses and looks up; the text itself stays as it is."""
    sheet = _sheet(document)
    return _page(sheet, parse(sheet.text, sheet.spans))


def open_pages(documents: Sequence[Document]) -> list[Page]:
    """The same for several, parsed together."""
    sheets = [_sheet(document) for document in documents]
    parsed = parse_pages([(sheet.text, sheet.spans) for sheet in sheets])
    return [_page(*each) for each in zip(sheets, parsed, strict=True)]


def _sheet(document: Document) -> _Sheet:
    labelled = label_blocks(document)
    own = _without_clutter(document.text, labelled)
    dates = find_dates(own)
    spans = tuple((block.span.start, block.span.end) for block in labelled if block.label in _READ)
    return _Sheet(document, labelled, own, spans, dates, *_filed(document, labelled, dates))


def _page(sheet: _Sheet, parsed: Parsed) -> Page:
    anchor = sheet.filed or sheet.document.published
    return Page(
        document=sheet.document,
        blocks=sheet.blocks,
        parsed=parsed,
        names=find_names(sheet.text, anchor),
        dates=sheet.dates,
        anchor=anchor,
        filed=sheet.filed,
        lead=next((word.sentence for word in parsed.words if word.start >= sheet.news_at), 0),
    )


def _filed(document: Document, labelled: tuple[Block, ...], dates: Sequence[TimeExpression]) -> tuple[str | None, int]:
    """The day in the dateline, which the report's own "Wednesday" counts from, and where the dateline stands.

    A heading, a caption or furniture may stand before it; a stamp on a line of its own counts only where there is none.
    """
    text = document.text
    spans = [block.span for block in labelled if block.label is BlockLabel.DATELINE]
    for start in (*(span.start for span in spans if not span.quote(text).endswith("\n")), 0):
        line = dateline(text[start:])
        if line is None:
            continue
        year = year_of_page(dates, line) if document.published is None else None
        said = resolve(line.date, document.published, "past", str(year) if year else None)
        if said is not None and len(said) == len("2024-06-19"):
            return said, start + line.start
    return None, 0


def _without_clutter(text: str, labelled: tuple[Block, ...]) -> str:
    pieces = (
        _INK.sub(" ", block.span.quote(text)) if block.label in _CLUTTER else block.span.quote(text)
        for block in labelled
    )
    return _BULLET.sub(lambda bullet: " " * len(bullet[0]), "".join(pieces))
