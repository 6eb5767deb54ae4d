"""Numbers as final clauses write them: in figures, in words, as ordinals ("thirtieth", "60th", "thirty (30)")."""

import re
from functools import cache

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_SMALL = {word: n for n, word in enumerate(f"{_UNITS} eighteen nineteen".split(), 1)}
_TEN_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {word: 10 * n for n, word in enumerate(_TEN_WORDS, 2)}
_CARDINAL = {**_SMALL, **_TENS, "hundred": 100, "twelve": 12}
_IRREGULAR = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5}


@cache
def _ordinals() -> dict[str, int]:
    regular = {word: n for word, n in _CARDINAL.items() if n not in _IRREGULAR.values()}
    return {**{re.sub("y$", "ie", word) + "th": n for word, n in regular.items()}, **_IRREGULAR}


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def number_pattern() -> str:
    """A regular expression for a cardinal number of up to three digits or in words."""
    word = _either(_CARDINAL)
    return rf"(?:\d{{1,3}}(?!\d)|an?(?=\s+(?:month|year|week)\b)|(?:{word})(?:[\s-]+(?:and[\s-]+)?(?:{word})){{0,5}})"


@cache
def ordinal_pattern() -> str:
    """A regular expression for an ordinal number in figures or in words."""
    return (
        rf"(?:\d{{1,3}}\s*(?:st|nd|rd|th)|(?:(?:{_either(_CARDINAL)})[\s-]+(?:and[\s-]+)?)*(?:{_either(_ordinals())}))"
    )


def number(text: str) -> int | None:
    """The value of a number in figures or words, cardinal or ordinal; None when it is none."""
    if figures := re.search(r"\d+", text):
        return int(figures[0])
    words = [word for word in re.split(r"[\s-]+", text.lower().strip()) if word and word != "and"]
    if words in (["a"], ["an"]):
        return 1
    total = 0
    for word in words:
        value = _CARDINAL.get(word) or _ordinals().get(word)
        if value is None:
            return None
        total = max(total, 1) * 100 if value == 100 else total + value
    return total or None


@cache
def share_pattern() -> str:
    """A regular expression for a fraction in words or figures, or a percentage."""
    part = "|".join(_PARTS)
    return rf"(?:(?:{_either(_SMALL)}|a)?[\s-]*(?:{part})s?|\d\s*/\s*\d|{number_pattern()}\s*(?:per\s*cent(?:um)?|%))"


def share(text: str) -> float | None:
    """The value of a fraction or percentage, 0 to 1; None when it is none."""
    plain = text.lower().strip()
    if figures := re.fullmatch(r"(\d)\s*/\s*(\d)", plain):
        return int(figures[1]) / int(figures[2]) if int(figures[2]) else None
    if percent := re.match(rf"({number_pattern()})\s*(?:per|%)", plain):
        value = number(percent[1])
        return None if value is None else value / 100
    if found := re.fullmatch(rf"(?:({_either(_SMALL)}|a)[\s-]+)?({'|'.join(_PARTS)})s?", plain):
        return (_SMALL.get(found[1] or "one", 1)) / _PARTS[found[2]]
    return None
