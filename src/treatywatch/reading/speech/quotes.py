"""Quotation marks: which characters stand within them."""

import re
from collections.abc import Iterator

Span = tuple[int, int]

_PAIRS = re.compile(r"“[^“”\n]*”|«[^«»\n]*»|\"[^\"\n]*\"|„[^„“”\n]*[“”]")
_LONG = 4_000
_OPENS = re.compile(r"^[ \t]*[“\"«„]")


def whole_quote(text: str, span: Span, cue: Span) -> Span:
    """``span`` widened to the whole of every quotation that it cuts, but never over one in which the cue stands.

    A quotation that follows after no more than a space belongs to it; quotations never cross a line.
    """
    start, end = span
    for low, high in quotations(text, start, end):
        if low < cue[1] and cue[0] < high and not (cue[0] <= low or high <= cue[1]):
            continue
        if low <= end + 1 and start < high and not text[min(end, low) : low].strip():
            start, end = min(start, low), max(end, high)
    return start, end


def quoted(text: str, span: Span) -> bool:
    """Whether most of the characters of ``span`` stand within quotation marks."""
    start, end = span
    inside = sum(max(0, min(end, high) - max(start, low)) for low, high in quotations(text, start, end))
    return 2 * inside > end - start


def quotations(text: str, start: int, end: int) -> list[Span]:
    """The quotations, marks included, in the lines that the characters ``[start, end)`` touch.

    Of a very long line only what stands near the place is looked at.
    """
    low = max(text.rfind("\n", 0, start) + 1, start - _LONG)
    high = text.find("\n", end, end + _LONG)
    line = text[low : high if high >= 0 else end + _LONG]
    return [(low + found.start(), low + found.end()) for found in _PAIRS.finditer(line)]


def lines(text: str) -> Iterator[Span]:
    """Start and end of every line that is not blank, without the blanks around it."""
    for found in re.finditer(r"[^\n]+", text):
        kept = found.group().strip()
        if kept:
            start = found.start() + found.group().index(kept)
            yield start, start + len(kept)


def opens(text: str, line: Span) -> bool:
    """Whether a line starts with an opening quotation mark."""
    return bool(_OPENS.match(text[slice(*line)]))
