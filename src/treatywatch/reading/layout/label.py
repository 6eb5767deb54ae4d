"""The order in which a page's labels are found. Precision comes first: a stretch wrongly labelled gives no facts."""

from collections.abc import Sequence
from itertools import pairwise

from treatywatch.model import Block, BlockLabel, Document
from treatywatch.reading.layout.canvas import Canvas
from treatywatch.reading.layout.glue import opening
from treatywatch.reading.layout.lines import Line, split_lines
from treatywatch.reading.layout.links import list_below, paint_beside, paint_repeats
from treatywatch.reading.layout.pictures import paint_above, paint_pictures
from treatywatch.reading.layout.rules import Part, Rule, rules

_WHOLE: tuple[Part, ...] = ("end", "list", "beside", "under", "line")
_TOP = 8
_LONGEST_FURNITURE = 600
_LEAD = 160
_TAIL = 320
_LONGEST_LINK = 300


def blocks(document: Document) -> tuple[Block, ...]:
    """Every stretch of the document's raw text with its label: in order, without gap or overlap.

    A heading gets a block of its own, so that no sentence runs from it into the text. What the page's markup told
    (``document.blocks``) is kept; the rest is judged by wording and repetition. Never raises on any text.
    """
    canvas = Canvas(document.text)
    for block in document.blocks:
        canvas.paint(block.span.start, block.span.end, block.label)
    lines = split_lines(document.text)
    opens = next((number for number, line in enumerate(lines) if line.is_sentence), len(lines))
    for number in range(len(lines)):
        _paint_line(canvas, lines, number, begun=number > opens)
    paint_repeats(canvas, lines)
    for number in range(len(lines)):
        _paint_parts(canvas, lines, number)
    for line, following in pairwise(lines):
        if line.is_open and not following.continued:
            canvas.split(line.next)
    return canvas.blocks()


def _paint_line(canvas: Canvas, lines: Sequence[Line], number: int, *, begun: bool) -> None:
    line = lines[number]
    if line.continued:
        return
    if (rule := _whole(line, number)) is not None:
        canvas.paint(line.start, line.next, rule.label)
        _paint_around(canvas, lines, number, rule, begun=begun)
    elif (lead := _lead(line.text, lines, number, begun=begun)) is not None:
        canvas.paint(line.start, line.start + lead, BlockLabel.DATELINE)


def _paint_around(canvas: Canvas, lines: Sequence[Line], number: int, rule: Rule, *, begun: bool) -> None:
    """Paints what a line of furniture tells of the lines above and below it."""
    if rule.part == "beside":
        paint_beside(canvas, lines, number, begun)
    elif rule.part == "under" and number:
        paint_above(canvas, lines[number - 1])
    elif rule.part == "list" and begun:
        for below in list_below(lines, number):
            canvas.paint(below.start, below.next, rule.label)
    elif rule.part == "end" and number * 2 >= len(lines):
        canvas.paint(lines[number].start, lines[-1].next, rule.label)


def _whole(line: Line, number: int) -> Rule | None:
    if len(line.text) > _LONGEST_FURNITURE:
        return None
    for part in _WHOLE:
        for rule, pattern in rules(part):
            if (rule.where != "top" or number < _TOP) and pattern.fullmatch(line.text):
                return rule
    return None


def _lead(text: str, lines: Sequence[Line], number: int, *, begun: bool) -> int | None:
    """How far a dateline reaches with which ``text`` begins, the line ``number`` or what follows a credit in it."""
    for rule, pattern in rules("lead"):
        if (rule.where == "top" and number >= _TOP) or (rule.where == "first" and begun):
            continue
        found = pattern.match(text, 0, _LEAD)
        if found is None or found.end() == len(text):
            continue
        if rule.where == "first" and any(
            pattern.match(line.text, 0, _LEAD) for line in lines if line is not lines[number]
        ):
            continue
        return found.end()
    return None


def _paint_parts(canvas: Canvas, lines: Sequence[Line], number: int) -> None:
    line = lines[number]
    if not canvas.is_free(line.end - 1, line.end):
        return
    for rule, pattern in rules("tail"):
        found = pattern.search(line.text, max(0, len(line.text) - _TAIL))
        if found is not None:
            canvas.paint(line.start + found.start(), line.next, rule.label)
    for rule, pattern in rules("link"):
        for found in pattern.finditer(line.text):
            canvas.paint(line.start + found.start(), line.start + _link_end(line.text, found.end()), rule.label)
    credited = paint_pictures(canvas, line)
    if credited:
        _paint_around_credits(canvas, lines, number, credited)


def _paint_around_credits(canvas: Canvas, lines: Sequence[Line], number: int, credited: range) -> None:
    """Paints the caption above a line that begins with a credit, and the dateline that follows one in the line."""
    line = lines[number]
    if credited.start == 0 and number:
        paint_above(canvas, lines[number - 1])
    rest = line.text[credited.stop :]
    begins = line.start + credited.stop + len(rest) - len(rest.lstrip())
    if rest.strip() and (lead := _lead(rest.strip(), lines, number, begun=False)) is not None:
        canvas.paint(begins, begins + lead, BlockLabel.DATELINE)


def _link_end(text: str, start: int) -> int:
    """Where the headline after a "READ ALSO:" ends: where a sentence opens, at a full stop, or with the line."""
    rest = text[start : start + _LONGEST_LINK]
    at = opening(rest)
    if at is not None:
        return start + at
    stop = rest.find(". ")
    return start + stop + 1 if stop >= 0 else start + len(rest)
