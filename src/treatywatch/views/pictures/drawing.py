"""A drawing: lines, boxes, signs and labels, placed in pixels from the upper left corner."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

import msgspec

INK, SOFT, FAINT = "#1a1a1a", "#5a5a5a", "#e2e2e2"
"""What is read, what explains it, what guides the eye."""


class Dash(StrEnum):
    """How a line is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


class Shape(StrEnum):
    """The sign of a step, told apart without colour."""

    DISC = "disc"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    CROSS = "cross"
    SQUARE = "square"


class Line(msgspec.Struct, frozen=True):
    """A straight line."""

    x: float
    y: float
    x2: float
    y2: float
    colour: str = INK
    width: float = 1.0
    dash: Dash = Dash.SOLID


class Box(msgspec.Struct, frozen=True):
    """A rectangle by two corners."""

    x: float
    y: float
    x2: float
    y2: float
    fill: str = "#ffffff"
    edge: str = INK
    width: float = 1.0


class Sign(msgspec.Struct, frozen=True):
    """A shape with its middle at a point."""

    x: float
    y: float
    shape: Shape
    colour: str = INK


class Label(msgspec.Struct, frozen=True):
    """One line of text, its middle at the height ``y``."""

    x: float
    y: float
    text: str
    size: int = 11
    colour: str = INK
    bold: bool = False
    align: Literal["left", "center", "right"] = "left"


Mark = Line | Box | Sign | Label


def style(mark: Mark) -> tuple[int, tuple[object, ...]]:
    """How a mark is drawn, apart from where: its sort, and what all marks of one style share."""
    if isinstance(mark, Line):
        return 0, (mark.colour, mark.width, mark.dash)
    if isinstance(mark, Box):
        return 1, (mark.fill, mark.edge, mark.width)
    if isinstance(mark, Sign):
        return 2, (mark.shape, mark.colour)
    return 3, (mark.size, mark.colour, mark.bold, mark.align)


def sheet(marks: Iterable[Mark]) -> list[Mark]:
    """Marks that may be drawn in any order, one style after the other: so they take a hundredth of the time.

    Lines are below boxes, boxes below signs, signs below labels.
    """
    return sorted(marks, key=style)


class Drawing(msgspec.Struct, frozen=True):
    """Marks on a white page, later ones above earlier ones; ``title`` says in words what is shown."""

    width: int
    height: int
    title: str
    marks: tuple[Mark, ...]
