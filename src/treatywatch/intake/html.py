"""A web page's text, what its markup says of the parts, and its data. The only module that imports trafilatura.

Captions and credits are kept and marked through the extraction, since the extractor would drop them with the pictures.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import trafilatura
from trafilatura.settings import Document as Extracted

from treatywatch.intake.dating import iso_day
from treatywatch.model import Block, BlockLabel, Span

MAX_DEPTH = 250
"""How deep elements may be nested: the parser's own limit is 256; real pages stay below 60."""
MAX_TAGS = 150_000
"""How many tags a page may have; long encyclopaedia pages have some 20,000."""
MAX_CHARACTERS = 5_000_000
"""How long the markup may be; the parser drops a paragraph of twice this length without a word."""
MAX_TAG_LENGTH = 500_000
"""How long one tag may be, pictures within it included."""
MAX_ATTRIBUTES = 300
"""How many attributes one tag may have; the parser compares each with every other."""

# Elements whose end tag may be left out are not counted: a page that never closes its paragraphs is not deep.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)([^<>]*)")
_UNCLOSED = re.compile(
    r"area|base|br|col|colgroup|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|rp|rt|source|tbody|td|tfoot|th|"
    r"thead|tr|track|wbr|path|circle|rect|line|polygon|polyline|ellipse|use|stop",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"credit|copyright|photographer|attribution", re.IGNORECASE)
# "wp-caption-text", "image__caption": sites that do not use the element for it.
_CAPTION = re.compile(r"(?:^|[\s_-])caption(?:$|[\s_-])", re.IGNORECASE)
_BLOCKS = frozenset({"figcaption", "div", "dd", "section", "p", "br"})
_MAY_CAPTION = _BLOCKS | {"span", "small", "em"}
_OPEN = {BlockLabel.CAPTION: "⦃caption⦄", BlockLabel.CREDIT: "⦃credit⦄"}
_CLOSE = "⦃end⦄"
_MARK = re.compile(r"⦃(caption|credit|end)⦄")
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


class PageTooComplexError(Exception):
    """The markup is nested deeper, or has more tags, than any real page."""


class Page(NamedTuple):
    """What an HTML page gives: its text, the blocks that its markup labels, and its data (None where absent)."""

    text: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"


def read_html(markup: str, url: str | None = None) -> Page:
    """The page in ``markup``; its text is empty when there is none to read.

    Raises PageTooComplexError, before any parsing, for markup beyond the limits of this module.
    """
    _check_size(markup)
    if "<html" not in markup[:1000].lower():
        # the extractor takes a lone fragment for something other than HTML
        markup = f"<!DOCTYPE html><html>{markup}"
    tree = trafilatura.load_html(markup)
    if tree is None:
        return Page("")
    language = (tree.get("lang") or "en").strip().lower()[:2]
    _mark_captions(tree)
    found = trafilatura.bare_extraction(
        tree,
        url=url,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params=dict(_DATES),
    )
    if not isinstance(found, Extracted) or not (found.text or "").strip():
        return Page(*_unmarked(trafilatura.html2txt(markup)), language=language)
    text, blocks = _unmarked(found.text or "")
    return Page(text, blocks, found.title, found.sitename, iso_day(found.date or ""), found.url, language)


def _check_size(markup: str) -> None:
    if len(markup) > MAX_CHARACTERS:
        raise PageTooComplexError(f"more than {MAX_CHARACTERS:,} characters of markup")
    depth = 0
    for number, tag in enumerate(_TAG.finditer(markup), 1):
        if number > MAX_TAGS:
            raise PageTooComplexError(f"more than {MAX_TAGS:,} tags")
        if len(tag[3]) > 2 * MAX_ATTRIBUTES:
            _check_attributes(tag[3])
        if _UNCLOSED.fullmatch(tag[2]) or tag[3].endswith("/"):
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > MAX_DEPTH:
            raise PageTooComplexError(f"nested deeper than {MAX_DEPTH} elements")


def _check_attributes(attributes: str) -> None:
    if len(attributes) > MAX_TAG_LENGTH or len(attributes.split()) > MAX_ATTRIBUTES:
        raise PageTooComplexError("a tag with more attributes than any real page")


def _mark_captions(tree: Any) -> None:
    for figure in tree.iter("figure"):
        figure.tag = "div"
        figure.attrib.clear()
    for caption in [element for element in tree.iter() if _is_caption(element)]:
        if any(_is_caption(inner) for inner in caption.iterdescendants()):
            caption.attrib.clear()
            continue
        words = _OPEN[BlockLabel.CAPTION] + " ".join(_marked_words(caption).split()) + _CLOSE
        tag = "p" if caption.tag in _BLOCKS else caption.tag
        tail = caption.tail
        caption.clear()
        caption.tag, caption.text, caption.tail = tag, words, tail


def _is_caption(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag not in _MAY_CAPTION:
        return False
    return element.tag == "figcaption" or bool(_CAPTION.search(element.get("class") or ""))


def _marked_words(element: Any) -> str:
    """The words below an element, with marks around the credits among them."""
    words = element.text or ""
    for child in element:
        inner = _marked_words(child) if isinstance(child.tag, str) else ""
        if inner.strip() and _CREDIT.search(f"{child.get('class', '')} {child.get('itemprop', '')}"):
            inner = f"{_OPEN[BlockLabel.CREDIT]}{inner}{_CLOSE}"
        words += f"{inner} {child.tail or ''}" if child.tag in _BLOCKS else f"{inner}{child.tail or ''}"
    return words


def _unmarked(marked: str) -> tuple[str, tuple[Block, ...]]:
    """The text with a blank line between its lines, and the marks turned into blocks."""
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for line in filter(None, (line.strip() for line in marked.splitlines())):
        for label, words in [*_labelled(line), (None, "\n\n")]:
            if label is not None:
                blocks.append(Block(label, Span(at, at + len(words))))
            pieces.append(words)
            at += len(words)
    return "".join(pieces[:-1]), tuple(blocks)


def _labelled(line: str) -> Iterator[tuple[BlockLabel | None, str]]:
    open_: list[BlockLabel] = []
    at = 0
    for mark in [*_MARK.finditer(line), None]:
        words = line[at : mark.start() if mark else len(line)]
        if words:
            yield (open_[-1] if open_ else None), words
        if mark is None:
            return
        at = mark.end()
        if mark[1] == "end":
            del open_[-1:]
        else:
            open_.append(BlockLabel(mark[1]))
