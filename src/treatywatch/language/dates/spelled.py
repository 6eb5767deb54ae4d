"""Numbers and years in words ("twenty-four", "nineteen ninety-seven") turned into figures."""

import re
from functools import cache

from treatywatch.language.dates.rules import words

_LARGE = {"hundred": 100, "thousand": 1000}


def in_figures(text: str) -> str:
    """``text`` in lower case with every number in words of two or more letters' worth put in figures.

    "a hundred" is 100, "nineteen ninety-seven" 1997, "two thousand" 2000; a lone "a" stays.
    """
    return _pattern().sub(lambda found: str(_value(re.split(r"[\s-]+", found[0]))), text.lower())


@cache
def _simple() -> dict[str, int]:
    return {word: int(value) for word, value in words("number").items() if word.isalpha() and len(word) > 2}


@cache
def _pattern() -> re.Pattern[str]:
    word = f"(?:{'|'.join(sorted([*_simple(), *_LARGE], key=len, reverse=True))})"
    return re.compile(rf"\b(?:an? (?=hundred|thousand))?{word}(?:[\s-]{word})*\b")


def _value(parts: list[str]) -> int:
    simple = _simple()
    numbers = [simple[part] for part in parts if part in simple]
    if len(numbers) > 1 and 11 <= numbers[0] <= 20 and numbers[1] >= 10 and not _LARGE.keys() & set(parts):
        return numbers[0] * 100 + sum(numbers[1:])
    total = 0
    for part in parts:
        if part in _LARGE:
            total = max(total, 1) * _LARGE[part]
        else:
            total += simple.get(part, 0)
    return total
