"""What stands above a picture: the agreement, what it is, and the moment that is shown."""

from treatywatch.service.answers import Dossier
from treatywatch.views.pictures.drawing import SOFT, Label, Mark
from treatywatch.views.pictures.letters import fitted, lines
from treatywatch.views.present.agreement import party_words
from treatywatch.views.present.plain import plain
from treatywatch.views.present.words import joined

_SIZE = 16


def head(found: Dossier, room: float, left: float, moment: str = "") -> tuple[list[Mark], float]:
    """The marks of a title in ``room`` pixels from ``left`` on, and the height at which they end."""
    named = lines(plain(found.name, 300), room, 3, _SIZE, bold=True)
    marks: list[Mark] = [Label(left, 28 + 22 * n, words, _SIZE, bold=True) for n, words in enumerate(named)]
    below = 28 + 22 * len(named)
    words = joined(found.form, party_words(found.parties), plain(found.key), moment)
    marks.append(Label(left, below, fitted(words, room), 11, SOFT))
    return marks, below + 14
