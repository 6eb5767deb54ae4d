"""Quotation marks: which characters stand within them."""

import re

_PAIRS = re.compile(r"“[^“”\n]*”|«[^«»\n]*»|\"[^\"\n]*\"|„[^„“”\n]*[“”]")


def whole_quote(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """``span`` widened to the whole of every quotation that it cuts; quotations never cross a line."""
    start, end = span
    for low, high in _around(text, start, end):
        if low < end and start < high:
            start, end = min(start, low), max(end, high)
    return start, end


def quoted(text: str, span: tuple[int, int]) -> bool:
    """Whether most of the characters of ``span`` stand within quotation marks."""
    start, end = span
    inside = sum(max(0, min(end, high) - max(start, low)) for low, high in _around(text, start, end))
    return 2 * inside > end - start


def _around(text: str, start: int, end: int) -> list[tuple[int, int]]:
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    line = text[low : high if high >= 0 else len(text)]
    return [(low + found.start(), low + found.end()) for found in _PAIRS.finditer(line)]
