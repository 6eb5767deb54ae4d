"""The agreements around one as a drawing, with arrows from what does something to what it is done to."""

from collections.abc import Iterator
from itertools import groupby

from treatywatch.model import Modality
from treatywatch.service.kinship import Kin, Kinship
from treatywatch.views.pictures.boxes import WIDE, Named, drawn, named
from treatywatch.views.pictures.drawing import SOFT, Drawing, Label, Line, Mark, Shape, Sign, sheet
from treatywatch.views.pictures.layers import Edge, Stop, layers
from treatywatch.views.pictures.letters import lines, width
from treatywatch.views.pictures.routes import LEVEL, PASSING, Place, routes
from treatywatch.views.pictures.ties import DASHES, Joined, arrow, captions, joined_by
from treatywatch.views.present.plain import plain

_EDGE, _BETWEEN, _GAP, _TOP = 24, LEVEL + 90, 22, 76  # pixels: margin, between columns, between boxes, title


def graph(found: Kinship) -> Drawing:
    """The agreements and what each does to others; dashed what is planned, dotted what is possible or negated."""
    joined = _joined(found)
    boxes: dict[Stop, Named] = {(kin.key,): named(kin, _itself(kin, joined)) for kin in found.kin}
    columns, ways = layers((kin.key for kin in found.kin), joined)
    places, height = _places(columns, boxes)
    arrows = [(route, joined[edge]) for edge, route in routes(ways, places).items()]
    across = len(columns) * (WIDE + _BETWEEN) - _BETWEEN + 2 * _EDGE
    foot, room = list(_foot(found, height)), max(across, 700)
    marks = list(_head(found, room))
    marks += sheet(mark for route, one in arrows for mark in arrow(route, one))
    marks += sheet(mark for stop, box in boxes.items() for mark in drawn(box, places[stop], asked=stop == (found.key,)))
    marks += sheet(captions(arrows))
    return Drawing(room, int(height) + 70, _described(found), (*marks, *foot))


def _head(found: Kinship, room: int) -> Iterator[Mark]:
    """The title, which has two lines at most."""
    named = lines(_title(found), room - 2 * _EDGE, 2, 16, bold=True)
    yield from (Label(_EDGE, 28 + 22 * number, words, 16, bold=True) for number, words in enumerate(named))


def _joined(found: Kinship) -> dict[Edge, Joined]:
    between = groupby(found.ties, key=lambda tie: (tie.source, tie.target))
    return {edge: joined_by(ties) for edge, ties in between}


def _itself(kin: Kin, joined: dict[Edge, Joined]) -> tuple[str, ...]:
    one = joined.get((kin.key, kin.key))
    return one.words if one else ()


def _places(columns: list[list[Stop]], boxes: dict[Stop, Named]) -> tuple[dict[Stop, Place], float]:
    """Where every box and passing edge is, each column in the middle; and how far down they reach."""

    def high(stop: Stop) -> int:
        return boxes[stop].height if stop in boxes else PASSING

    heights = [sum(high(stop) + _GAP for stop in column) - _GAP for column in columns]
    places = {}
    for number, column in enumerate(columns):
        x, y = _EDGE + number * (WIDE + _BETWEEN), _TOP + (max(heights) - heights[number]) / 2
        for stop in column:
            places[stop] = Place(x, y, x + WIDE, y + high(stop))
            y += high(stop) + _GAP
    return places, _TOP + max(heights)


def _foot(found: Kinship, y: float) -> Iterator[Mark]:
    x, y = float(_EDGE), y + 30
    for modality in Modality:
        yield Line(x, y, x + 36, y, SOFT, 1.4, DASHES[modality])
        if modality is Modality.NEGATED:
            yield Sign(x + 18, y, Shape.CROSS, "#b2182b")
        words = "happened" if modality is Modality.ACTUAL else modality.value
        yield Label(x + 44, y, words, 11, SOFT)
        x += 44 + width(words) + 22
    if not found.ties:
        yield Label(_EDGE, y + 20, "No page tells that it bears on another agreement, or another on it.", 11, SOFT)
    if found.beyond:
        words = f"{found.beyond} more further away" if found.beyond > 1 else "1 more further away"
        yield Label(_EDGE, y + 20, f"{words}: see them with --steps, or from there", 11, SOFT)


def _title(found: Kinship) -> str:
    return next(plain(kin.name) for kin in found.kin if kin.key == found.key)


def _described(found: Kinship) -> str:
    return f"{_title(found)} and {len(found.kin) - 1} agreements around it"
