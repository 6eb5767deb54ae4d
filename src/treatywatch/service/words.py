"""Words that a person gives to be kept: one line, of a length that is read, without what a terminal would act on."""

import re

from treatywatch.model import InputError

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def one_line(words: str, what: str, longest: int) -> str:
    """``words`` with single blanks between; ``what`` names them in messages, ``longest`` is in characters.

    Raises InputError when they are too long, or hold a control character.
    """
    line = " ".join(words.split())
    if len(line) > longest:
        raise InputError(f"{what} has {len(line):,} characters; {longest:,} is the most that is kept")
    if found := _CONTROL.search(line):
        raise InputError(f"{what} holds the control character U+{ord(found[0]):04X}; write it without")
    return line
