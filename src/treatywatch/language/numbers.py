"""Numbers in a text, in figures or in words: how many, which one, what part."""

import re
from functools import cache
from typing import NamedTuple

from treatywatch.model.data import load_yaml

_PACKAGE = "treatywatch.language"


class Number(NamedTuple):
    """A number in a text: ``kind`` is ``cardinal``, ``ordinal`` or ``fraction``; a fraction is ``value`` / ``of``."""

    start: int
    end: int
    text: str
    kind: str
    value: int
    of: int = 1


def find_numbers(text: str) -> tuple[Number, ...]:
    """Every number in ``text``, in order: "60th", "sixtieth", "twenty-one", "1,200", "two thirds".

    A figure with a decimal part, or within a word or a date ("12/5", "COP21"), is no number here. Never raises.
    """
    found = []
    for match in _pattern().finditer(text):
        made = _read(match)
        if made is not None:
            found.append(Number(match.start(), match.end(), match[0], *made))
    return tuple(found)


def value_of(words: str) -> int:
    """The value of one cardinal or ordinal, in figures or words; 0 when ``words`` are no number."""
    found = find_numbers(words)
    return found[0].value if found else 0


@cache
def _tables() -> tuple[dict[str, int], dict[str, int], dict[str, int], dict[str, int]]:
    """Cardinals, ordinals, parts ("third", "thirds") and large units by their words."""
    data = load_yaml(_PACKAGE, "data/numbers.yaml")
    return data["cardinals"], data["ordinals"], data["parts"], data["large"]


@cache
def _pattern() -> re.Pattern[str]:
    cardinals, ordinals, parts, large = (_any(table) for table in _tables())
    spelled = rf"(?:(?:{cardinals}|an?(?= (?:{large})\b))(?:(?:[ -]|,? and )(?:{cardinals}|{large})\b)*)"
    return re.compile(
        rf"(?<![\w.,/:$€£%-])(?P<figures>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}})(?P<suffix>st|nd|rd|th)?(?![\w/:%]|[.,]\d|-\d)"
        rf"|\b(?P<above>{cardinals}|an?|one)[ -](?P<below>(?:{parts})(?:(?<=s)|(?= of\b)))\b"
        rf"|\b(?:(?P<tens>{spelled})[ -](?:and )?)?(?P<ordinal>{ordinals})\b"
        rf"|\b(?P<cardinal>{spelled})\b",
        re.IGNORECASE,
    )


def _any(table: dict[str, int]) -> str:
    return "|".join(sorted(table, key=len, reverse=True))


def _read(match: re.Match[str]) -> tuple[str, int] | tuple[str, int, int] | None:
    cardinals, ordinals, parts, _ = _tables()
    if match["figures"]:
        return ("ordinal" if match["suffix"] else "cardinal"), int(match["figures"].replace(",", ""))
    if match["below"]:
        above, below = match["above"].lower(), match["below"].lower()
        return "fraction", cardinals.get(above, 1), parts[below]
    if match["ordinal"]:
        return "ordinal", _sum(match["tens"] or "", ordinals[match["ordinal"].lower()])
    return "cardinal", _sum(match["cardinal"])


def _sum(words: str, last: int = 0) -> int:
    cardinals, _, _, large = _tables()
    total = part = 0
    for word in re.split(r"[ -]|, ", words.lower()):
        if word in large:
            part = max(part, 1) * large[word]
            if large[word] > 100:
                total, part = total + part, 0
        else:
            part += cardinals.get(word, 0)
    if last >= 100:
        return (total + max(part, 1)) * last
    return total + part + last
