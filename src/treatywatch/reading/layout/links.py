"""Headlines of other pages: doubled, repeated, beside "Read more", under "Related articles"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from treatywatch.model import BlockLabel
from treatywatch.reading.layout.canvas import Canvas
from treatywatch.reading.layout.lines import Line

_SHORTEST_DOUBLE = 12
_LONGEST_DOUBLE = 200
_LONGEST_LIST = 15
_TITLES_WITHIN = 6
_SHORTEST_REPEAT = 4


class _First(NamedTuple):
    """Where a headline stood first, and whether running text had begun by then."""

    number: int
    line: Line
    begun: bool


def paint_repeats(canvas: Canvas, lines: Sequence[Line]) -> None:
    """Paints headlines that stand twice: those in the middle of a page are links, a second title is furniture."""
    begun = False
    seen: dict[str, _First] = {}
    for number, line in enumerate(lines):
        if (half := doubled(line.text)) and not line.continued:
            _paint_double(canvas, line, half, begun)
        if line.is_headline and len(line.text.split()) >= _SHORTEST_REPEAT:
            first = seen.setdefault(line.text, _First(number, line, begun))
            if first.number != number:
                _paint_second(canvas, number, line, first)
        begun = begun or line.is_sentence


def doubled(text: str) -> int:
    """Length of the headline with which ``text`` begins twice ("X X", "X X and on"), 0 when it does not."""
    head = text[:_SHORTEST_DOUBLE]
    at = text.find(head, _SHORTEST_DOUBLE, 2 * _LONGEST_DOUBLE) if len(text) > 2 * _SHORTEST_DOUBLE else -1
    if at < 1 or at > _LONGEST_DOUBLE:
        return 0
    first = text[:at].rstrip(" |-–—")
    again = text[at : at + len(first)]
    whole = text[at + len(first) : at + len(first) + 1] in ("", " ")
    return len(first) if first == again and whole and len(first.split()) >= 3 and first[-1] not in '.!,;:”"' else 0


def _paint_double(canvas: Canvas, line: Line, half: int, begun: bool) -> None:
    second = line.text.index(line.text[:half], half)
    if begun and second + half == len(line.text):
        canvas.paint(line.start, line.next, BlockLabel.RELATED)
    elif not begun:
        canvas.paint(line.start + second, line.start + second + half, BlockLabel.BOILERPLATE)


def _paint_second(canvas: Canvas, number: int, line: Line, first: _First) -> None:
    if first.begun:
        canvas.paint(first.line.start, first.line.next, BlockLabel.RELATED)
    second_title = not first.begun and number - first.number <= _TITLES_WITHIN
    canvas.paint(line.start, line.next, BlockLabel.BOILERPLATE if second_title else BlockLabel.RELATED)


def paint_beside(canvas: Canvas, lines: Sequence[Line], number: int, begun: bool) -> None:
    """Paints the headlines directly before and after a line that says "Read more".

    Before running text has ``begun`` only a doubled headline counts: the page's own title may stand there too.
    """
    before = lines[number - 1] if number else None
    after = lines[number + 1] if number + 1 < len(lines) else None
    sure = begun or (before is not None and doubled(before.text) > 0)
    for line in (before, after):
        if line is not None and line.is_headline and sure:
            canvas.paint(line.start, line.next, BlockLabel.RELATED)


def list_below(lines: Sequence[Line], number: int) -> Iterator[Line]:
    """The headlines in a row below line ``number``."""
    for line in lines[number + 1 : number + 1 + _LONGEST_LIST]:
        if not line.is_headline:
            return
        yield line
