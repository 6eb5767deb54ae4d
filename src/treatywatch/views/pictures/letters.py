"""How wide words are when drawn, and how they are broken into lines.

An estimate: no font is asked, so that no font decides where things stand.
"""

import unicodedata
from functools import lru_cache
from itertools import accumulate

_NARROW, _WIDE = frozenset("iljtfrI.,:;'|!()[]· "), frozenset("mwMW@%—…")


def width(text: str, size: int = 11, *, bold: bool = False) -> float:
    """About how many pixels ``text`` takes, rather more than fewer."""
    return sum(map(_part, text)) * size * (1.1 if bold else 1.0)


@lru_cache(maxsize=1 << 12)
def _part(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    if letter in _NARROW:
        return 0.38
    return 0.98 if letter in _WIDE else 0.73 if letter.isupper() else 0.63


def fitted(text: str, room: float, size: int = 11, *, bold: bool = False) -> str:
    """``text``, or as much of its beginning as ``room`` pixels hold and an ellipsis."""
    if width(text, size, bold=bold) <= room:
        return text
    scale = width("…", size, bold=bold) / _part("…")
    reach = accumulate(map(_part, text), initial=_part("…"))
    end = max(0, sum(one * scale <= room for one in reach) - 1)
    return text[:end].rstrip() + "…"


def lines(text: str, room: float, most: int, size: int = 11, *, bold: bool = False) -> list[str]:
    """``text`` in at most ``most`` lines of ``room`` pixels; the last ends in an ellipsis when there is more."""
    found: list[str] = []
    words = text.split()
    while words and len(found) < most - 1:
        count = 1
        while count < len(words) and width(" ".join(words[: count + 1]), size, bold=bold) <= room:
            count += 1
        found.append(fitted(" ".join(words[:count]), room, size, bold=bold))
        words = words[count:]
    if words:
        found.append(fitted(" ".join(words), room, size, bold=bold))
    return found
