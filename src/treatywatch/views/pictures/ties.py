"""What joins two agreements: lines through the columns with an arrowhead, and the words on them."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import hypot

import msgspec

from treatywatch.model import Modality
from treatywatch.service.kinship import Tie
from treatywatch.views.pictures.drawing import INK, SOFT, Box, Dash, Label, Line, Mark, Shape, Sign
from treatywatch.views.pictures.letters import width
from treatywatch.views.pictures.routes import Route

DASHES = {
    Modality.ACTUAL: Dash.SOLID,
    Modality.PLANNED: Dash.DASHED,
    Modality.POSSIBLE: Dash.DOTTED,
    Modality.NEGATED: Dash.DOTTED,
}
_SURENESS = (Modality.ACTUAL, Modality.PLANNED, Modality.POSSIBLE, Modality.NEGATED)
_HEAD, _SIZE, _LINE = 8, 10, 13
_ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)


class Joined(msgspec.Struct, frozen=True):
    """All that one agreement does to another, in words, and how sure the surest of it is."""

    words: tuple[str, ...]
    modality: Modality


def joined_by(ties: Iterable[Tie]) -> Joined:
    """The ties from one agreement to another: each kind as sure as any page has it, and what is negated besides."""
    surest: dict[tuple[str, bool], Modality] = {}
    for tie in sorted(ties, key=lambda one: _SURENESS.index(one.modality)):
        surest.setdefault((tie.type.value, tie.modality is Modality.NEGATED), tie.modality)
    told = [kind if modality is Modality.ACTUAL else f"{kind} ({modality})" for (kind, _), modality in surest.items()]
    return Joined(tuple(told), min(surest.values(), key=_SURENESS.index))


def arrow(route: Route, one: Joined) -> Iterator[Mark]:
    """Lines from point to point, with a head at the end; what is negated has a cross upon it."""
    dash = DASHES[one.modality]
    for (x, y), (x2, y2) in pairwise(route.points):
        yield Line(x, y, x2, y2, SOFT, 1.4, dash)
    (x, y), (x2, y2) = route.points[-2:]
    length = hypot(x2 - x, y2 - y) or 1.0
    along, across = (x2 - x) / length, (y2 - y) / length
    for side in (-0.5, 0.5):
        back = (x2 - _HEAD * (along + side * across), y2 - _HEAD * (across - side * along))
        yield Line(round(back[0], 1), round(back[1], 1), x2, y2, SOFT, 1.4)
    if one.modality is Modality.NEGATED:
        yield Sign(round(x2 - 18 * along, 1), round(y2 - 18 * across, 1), Shape.CROSS, "#b2182b")


def captions(arrows: list[tuple[Route, Joined]]) -> Iterator[Mark]:
    """The words of every arrow on its level stretch, moved along it until they cover no others."""
    taken: list[tuple[float, float, float, float]] = []
    for route, one in arrows:
        room = [_room(route, one, share) for share in _ALONG]
        free = next((each for each in room if not any(_meet(each, other) for other in taken)), room[0])
        taken.append(free)
        yield Box(*free, fill="#ffffff", edge="#ffffff")
        middle = (free[0] + free[2]) / 2
        for number, words in enumerate(one.words):
            yield Label(middle, free[1] + _LINE * (number + 0.5), words, _SIZE, INK, align="center")


def _room(route: Route, one: Joined, share: float) -> tuple[float, float, float, float]:
    (x, y), (x2, y2) = route.points[route.level : route.level + 2]
    middle = (x + (x2 - x) * share, y + (y2 - y) * share)
    wide = max(width(words, _SIZE) for words in one.words) / 2 + 2
    high = len(one.words) * _LINE / 2
    found = (middle[0] - wide, middle[1] - high, middle[0] + wide, middle[1] + high)
    return (round(found[0], 1), round(found[1], 1), round(found[2], 1), round(found[3], 1))


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
