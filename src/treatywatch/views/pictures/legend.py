"""What the signs of a chart mean."""

from collections.abc import Callable, Iterator

from treatywatch.model import Modality
from treatywatch.views.pictures.drawing import SOFT, Dash, Label, Line, Mark, Shape, Sign
from treatywatch.views.pictures.letters import width
from treatywatch.views.pictures.signs import RIVAL, SIGNS

_Key = tuple[float, str, Callable[[float, float], Iterator[Mark]]]


def legend(left: float, y: float, right: float) -> tuple[list[Mark], float]:
    """The keys from left to right, in as many lines as they need, and the height at which they end."""
    marks: list[Mark] = []
    x = left
    for wide, words, draw in _keys():
        if x > left and x + wide + width(words) > right:
            x, y = left, y + 20
        marks += draw(x, y)
        marks.append(Label(x + wide, y, words, 11, SOFT))
        x += wide + width(words) + 22
    return marks, y + 10


def _keys() -> Iterator[_Key]:
    for modality in Modality:
        yield 20, SIGNS[modality].words, _sign(modality)
    yield 50, "on some day within", _within
    yield 50, "≠ another date that sources give", _rival


def _sign(modality: Modality) -> Callable[[float, float], Iterator[Mark]]:
    def draw(x: float, y: float) -> Iterator[Mark]:
        yield Sign(x + 7, y, SIGNS[modality].shape, SIGNS[modality].colour)

    return draw


def _within(x: float, y: float) -> Iterator[Mark]:
    yield Line(x + 2, y, x + 40, y, SOFT, 2)
    yield from (Line(end, y - 4, end, y + 4, SOFT, 2) for end in (x + 2, x + 40))


def _rival(x: float, y: float) -> Iterator[Mark]:
    yield Line(x + 2, y, x + 34, y, RIVAL, 1.2, Dash.DOTTED)
    yield Sign(x + 34, y, Shape.SQUARE, RIVAL)
