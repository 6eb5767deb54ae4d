"""The sign of every modality: a shape, a colour that the colour-blind can tell apart, and a word."""

from typing import NamedTuple

from treatywatch.model import Modality
from treatywatch.views.pictures.drawing import Shape

RIVAL = "#444444"
"""The colour of another date that sources give."""


class StepSign(NamedTuple):
    """How steps of a modality are drawn, and what a legend calls them."""

    shape: Shape
    colour: str
    words: str


SIGNS = {
    Modality.ACTUAL: StepSign(Shape.DISC, "#0b5cad", "happened"),
    Modality.PLANNED: StepSign(Shape.DIAMOND, "#a34f00", "planned"),
    Modality.POSSIBLE: StepSign(Shape.TRIANGLE, "#6a51a3", "possible"),
    Modality.NEGATED: StepSign(Shape.CROSS, "#b2182b", "negated"),
}
