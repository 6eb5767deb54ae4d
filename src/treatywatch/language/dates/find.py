"""Finding the time expressions of a text."""

import re

from treatywatch.language.dates.expression import TimeExpression
from treatywatch.language.dates.parts import exists, expression
from treatywatch.language.dates.rules import FIGURE, Compiled, by_opening, may_begin

_NUMBER_BEFORE = re.compile(r".?[$€£¥/#=]$|\w-$|\d[.,:/–]$", re.DOTALL)
_WORD = re.compile(r"\w+")
_JOINT = re.compile(r"\s*(?:,|and|or|,\s*and|to|until|through|&|–|-)\s*(?:on\s+|in\s+|from\s+)?")
_BACK = 60
_NEXT = len(", and ")
_COMPLETE = {"partial_day": "day", "partial_month": "month"}


def find_dates(text: str) -> tuple[TimeExpression, ...]:
    """The time expressions of ``text``, in order and without overlap. Never raises on any text."""
    table = by_opening()
    figures = table[FIGURE]
    found: list[TimeExpression] = []
    reached = 0
    for word in _WORD.finditer(text):
        at = word.start()
        if at < reached:
            continue
        first = word[0].lower()
        rules = figures if first[0].isdigit() else table.get(first)
        if rules and may_begin(text, at, first) and (it := _first(text, at, rules, found[-1:])):
            found.append(it)
            reached = it.end
    return _with_shared_years(text, found)


def _first(text: str, at: int, rules: tuple[Compiled, ...], last: list[TimeExpression]) -> TimeExpression | None:
    """What the first rule that fits finds at ``at``; nothing within a larger number or a name with a hyphen."""
    if text[at].isdigit() and _NUMBER_BEFORE.match(text, max(at - 2, 0), at):
        return None
    for one in rules:
        if (match := one.pattern.match(text, at)) and _fits(text, at, one, last):
            said = {part: match[group] for part, group in one.parts if match[group] is not None}
            if it := expression(match, one.rule, said):
                return it
    return None


def _fits(text: str, at: int, one: Compiled, last: list[TimeExpression]) -> bool:
    """Whether what stands before ``at`` is what the rule asks for."""
    if one.not_after is not None and one.not_after.search(text, max(at - _BACK, 0), at):
        return False
    return not one.rule.follows or any(it.kind in one.rule.follows and at - it.end <= _NEXT for it in last)


def _with_shared_years(text: str, found: list[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Gives "June 30" in "June 30 and July 2, 2024" the year that is written once for both."""
    for i in range(len(found) - 2, -1, -1):
        one, other = found[i], found[i + 1]
        if one.kind in _COMPLETE and other.kind in _COMPLETE.values() and other.year is not None:
            year = other.year - ((one.month or 0) > (other.month or 0))
            if _JOINT.fullmatch(text, one.end, other.start) and exists(year, one.month, one.day):
                found[i] = one._replace(kind="day" if one.day else "month", year=year)
    return tuple(found)
