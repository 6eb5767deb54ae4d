"""Texts as they read: one plain space wherever a line is broken or indented, with the way back to the page."""

import re
from collections.abc import Sequence

_UNEVEN = re.compile(r"[^\S ]\s*| \s+")
_STRAIGHT = str.maketrans("’‘ʼ‑", "'''-")


def even(text: str) -> tuple[str, Sequence[int]]:
    """``text`` with single spaces and straight apostrophes, and where each of its characters stands in ``text``.

    A blank line stays: no name goes on behind it.
    """
    pieces, places, done = list[str](), list[int](), 0
    for gap in _UNEVEN.finditer(text):
        pieces += [text[done : gap.start()], "\n\n" if gap[0].count("\n") > 1 else " "]
        places += [*range(done, gap.start()), *[gap.start()] * len(pieces[-1])]
        done = gap.end()
    return "".join((*pieces, text[done:])).translate(_STRAIGHT), [*places, *range(done, len(text))]
