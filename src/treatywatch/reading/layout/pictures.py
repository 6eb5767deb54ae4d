"""Captions and credits, also where they were run together with the text around them."""

from treatywatch.model import BlockLabel
from treatywatch.reading.layout.canvas import Canvas
from treatywatch.reading.layout.glue import caption_start
from treatywatch.reading.layout.lines import Line
from treatywatch.reading.layout.rules import rules

_LONGEST_CAPTION = 500


def paint_pictures(canvas: Canvas, line: Line) -> range:
    """Paints every credit in ``line``, and the caption before it; a heading before the caption stays body.

    Returns the places in the line from the first credit's start to the last one's end, an empty range without credits.
    """
    first, begins = len(line.text), 0
    for rule, pattern in rules("photo"):
        for found in pattern.finditer(line.text):
            if found.start() < begins or not _stands_alone(line.text, found.start(), found.end()):
                continue
            canvas.paint(line.start + found.start(), line.start + found.end(), rule.label)
            _paint_caption(canvas, line, begins, found.start())
            first = min(first, found.start())
            begins = found.end()
    return range(first, begins)


def paint_above(canvas: Canvas, line: Line) -> None:
    """Paints ``line`` as the caption of the credit below it, if it is short enough for one."""
    if not line.continued and len(line.text) <= _LONGEST_CAPTION // 2:
        canvas.paint(line.start, line.next, BlockLabel.CAPTION)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a credit ends its text: a capital, a number, a credit or nothing follows, and no word leads to it."""
    after = text[end : end + 2].lstrip(" .")
    before = text[:start].rstrip()
    if after and not (after[0].isupper() or after[0].isdigit() or after[0] in '“"‘©(['):
        return False
    return not before or (before[-1] not in ",;:" and not before.endswith((" the", " a", " an", " by", " to", " of")))


def _paint_caption(canvas: Canvas, line: Line, start: int, end: int) -> None:
    if not line.text[start:end].strip() or line.continued:
        return
    if end - start > _LONGEST_CAPTION:
        return
    cut = caption_start(line.text[start:end]) or 0
    canvas.paint(line.start + start + cut, line.start + end, BlockLabel.CAPTION)
