"""An agreement as a box with its name, and where its corners are."""

from collections.abc import Iterator

import msgspec

from treatywatch.service.kinship import Kin
from treatywatch.views.pictures.drawing import INK, SOFT, Box, Label, Mark
from treatywatch.views.pictures.letters import fitted, lines
from treatywatch.views.pictures.routes import Place
from treatywatch.views.present.agreement import party_words
from treatywatch.views.present.plain import plain
from treatywatch.views.present.words import joined

WIDE = 250
_LINE, _INSIDE = 15, 9


class Named(msgspec.Struct, frozen=True):
    """What a box says: the name in a few lines, and what else is known in one or two."""

    name: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def height(self) -> int:
        """How high the box is."""
        return (len(self.name) + len(self.below)) * _LINE + 2 * _INSIDE - 3


def named(kin: Kin, itself: tuple[str, ...]) -> Named:
    """What the box of an agreement says; ``itself`` is what it is said to do to itself."""
    room = WIDE - 2 * _INSIDE
    below = [joined(kin.form, kin.year, party_words(kin.parties)), *(f"{words} itself" for words in itself)]
    if kin.unresolved:
        below.append("it is not told which one")
    name = lines(plain(kin.name) or plain(kin.key), room, 4, bold=True)
    return Named(tuple(name), tuple(fitted(words, room, 10) for words in below if words))


def drawn(box: Named, at: Place, *, asked: bool) -> Iterator[Mark]:
    """The box in its place; the one that was asked for stands out."""
    fill, thick = ("#fff4d6", 2.5) if asked else ("#f3f5f7", 1)
    yield Box(at.x, at.y, at.x2, at.y2, fill, INK, thick)
    top = at.y + _INSIDE + _LINE / 2 - 2
    yield from (Label(at.x + _INSIDE, top + n * _LINE, words, bold=True) for n, words in enumerate(box.name))
    top += len(box.name) * _LINE
    yield from (Label(at.x + _INSIDE, top + n * _LINE, words, 10, SOFT) for n, words in enumerate(box.below))
