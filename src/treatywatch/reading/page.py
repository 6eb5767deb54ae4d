"""One page, parsed once: what every kind of fact is read from."""

from typing import NamedTuple

from treatywatch.language.dates import TimeExpression, dateline, find_dates, resolve
from treatywatch.language.names import Name, find_names
from treatywatch.language.parse import Parsed, parse
from treatywatch.model import Block, BlockLabel, Document
from treatywatch.reading.layout import blocks as label_blocks

_READ = frozenset({BlockLabel.BODY, BlockLabel.CAPTION})


class Page(NamedTuple):
    """A document with its labelled blocks, words, names and time expressions.

    ``anchor`` is the day that "today" means on the page (ISO date or None): the dateline's where it names one near
    the publication date, else the publication date. ``filed`` is the dateline's day alone: the day of the news.
    """

    document: Document
    blocks: tuple[Block, ...]
    parsed: Parsed
    names: tuple[Name, ...]
    dates: tuple[TimeExpression, ...]
    anchor: str | None
    filed: str | None


def open_page(document: Document) -> Page:
    """Labels, parses and looks up; the text itself stays as it is."""
    text = document.text
    labelled = label_blocks(document)
    spans = tuple((block.span.start, block.span.end) for block in labelled if block.label in _READ)
    filed = _filed(document)
    anchor = filed or document.published
    return Page(
        document=document,
        blocks=labelled,
        parsed=parse(text, spans),
        names=find_names(text, anchor),
        dates=find_dates(text),
        anchor=anchor,
        filed=filed,
    )


def _filed(document: Document) -> str | None:
    """The day in the dateline, which the report's own "Wednesday" counts from."""
    line = dateline(document.text)
    said = resolve(line.date, document.published, "past") if line is not None else None
    return said if said is not None and len(said) == len("2024-06-19") else None
