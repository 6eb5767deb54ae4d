"""Labels painted over a page's text, first come first kept, and read off as blocks."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from treatywatch.model import Block, BlockLabel, Span

_LABELS = tuple(BlockLabel)
_SPLIT = (BlockLabel.BODY, BlockLabel.DATELINE)
_FREE = 255
_RUN = re.compile(rb"(.)\1*", re.DOTALL)


class Canvas:
    """The labels of a text while they are being found: a byte for each character."""

    __slots__ = ("_breaks", "_codes", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._codes = bytearray([_FREE]) * len(text)
        self._breaks: set[int] = set()

    def paint(self, start: int, end: int, label: BlockLabel) -> None:
        """Gives ``label`` to every character of ``[start, end)`` that has none yet."""
        free = bytes([_FREE])
        piece = self._codes[start:end]
        self._codes[start:end] = piece.replace(free, bytes([_LABELS.index(label)]))

    def is_free(self, start: int, end: int) -> bool:
        """Whether no character of ``[start, end)`` has a label."""
        return self._codes.count(_FREE, start, end) == end - start

    def split(self, at: int) -> None:
        """Has a new block begin at ``at`` in body and datelines; links and furniture stay together."""
        self._breaks.add(at)

    def blocks(self) -> tuple[Block, ...]:
        """The labelled stretches in order, covering the whole text; what was never painted is body."""
        self.paint(0, len(self._codes), BlockLabel.BODY)
        found: list[Block] = []
        breaks = sorted(self._breaks)
        for run in _RUN.finditer(self._codes):
            label = _LABELS[run.group(1)[0]]
            inner = breaks[bisect_right(breaks, run.start()) : bisect_left(breaks, run.end())]
            edges = [run.start(), *(inner if label in _SPLIT else ()), run.end()]
            found.extend(Block(label, Span(a, b)) for a, b in pairwise(edges))
        return self._joined(found)

    def _joined(self, found: list[Block]) -> tuple[Block, ...]:
        """Stretches of white space count with what stands before them (at the start: after)."""
        joined: list[Block] = []
        for block in found:
            blank = block.span.quote(self._text).isspace()
            if joined and (blank or joined[-1].span.quote(self._text).isspace()):
                label = joined[-1].label if blank else block.label
                joined[-1] = Block(label, Span(joined[-1].span.start, block.span.end))
            else:
                joined.append(block)
        return tuple(joined)
