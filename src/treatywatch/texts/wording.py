"""Patterns of final clauses as data: spaces that bend, and named parts for numbers and units."""

import re
from functools import cache

import msgspec

from treatywatch.model import RuleFileError
from treatywatch.texts.numbers import number_pattern, ordinal_pattern, share_pattern

UNIT = r"(?:days?|weeks?|months?|years?)"
_NO_FRACTION = r"(?!\w|[\s-]*(?:thirds?|quarters?|fourths?|fifths?|hal(?:f|ves)|per\s*cent|%))"
_PARTS = re.compile(r"\$(number|whole|ordinal|share|unit)")
_CLASS = re.compile(r"\[[^\]]*\]|\(\?P?<[^>]*>| \?| ")


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"not_": "not"}):
    """One way to say a thing: what it matches, what that gives, and clauses it must and must not match."""

    name: str
    pattern: str
    examples: tuple[str, ...]
    not_: tuple[str, ...]
    gives: dict[str, str | int | bool] = {}


@cache
def pattern(source: str) -> re.Pattern[str]:
    """A pattern of the data files, compiled.

    A blank stands for any white space, none included. Raises RuleFileError naming the pattern when it is malformed.
    """
    loose = _CLASS.sub(lambda found: r"\s*" if found[0].startswith(" ") else found[0], source)
    parts = {
        "number": number_pattern(),
        "whole": number_pattern() + _NO_FRACTION,
        "ordinal": ordinal_pattern(),
        "share": share_pattern(),
        "unit": UNIT,
    }
    try:
        return re.compile(_PARTS.sub(lambda found: parts[found[1]], loose), re.IGNORECASE)
    except re.error as error:
        raise RuleFileError(f"pattern {source!r}: {error}; allowed parts: {', '.join(parts)}") from error
