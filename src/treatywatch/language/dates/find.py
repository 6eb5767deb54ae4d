"""Finding the time expressions of a text."""

import re
from calendar import monthrange
from typing import Any

from treatywatch.language.dates.expression import TimeExpression
from treatywatch.language.dates.rules import FIGURE, Compiled, Rule, by_opening, words

_SPACE = re.compile(r"\s+")
_NUMBER_BEFORE = re.compile(r".?[$€£¥/#]$|\d[.,:/–-]$", re.DOTALL)
_WORD = re.compile(r"\w+")
_FORTNIGHT = {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100)}


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
        rules = figures if word[0][0].isdigit() else table.get(word[0].lower())
        if rules and (expression := _first(text, at, rules)):
            found.append(expression)
            reached = expression.end
    return tuple(found)


def _first(text: str, at: int, rules: tuple[Compiled, ...]) -> TimeExpression | None:
    """What the first rule that fits finds at ``at``; nothing within a larger number."""
    if text[at].isdigit() and _NUMBER_BEFORE.match(text, max(at - 2, 0), at):
        return None
    for one in rules:
        if match := one.pattern.match(text, at):
            parts = {part: match[group] for part, group in one.parts if match[group] is not None}
            if expression := _expression(match, one.rule, parts):
                return expression
    return None


def _expression(match: re.Match[str], rule: Rule, parts: dict[str, str]) -> TimeExpression | None:
    """The expression that a match spells, or None when no calendar has it."""
    fields: dict[str, Any] = {"year": None, "month": None, "day": None}
    if "first" in parts and not _in_figures(parts):
        return None
    for part in ("year", "day", "month", "weekday", "season"):
        if part in parts:
            fields[part] = _value(part, parts[part])
    fields |= _distance(rule, parts)
    if any(part in parts for part in ("year2", "month2", "day2")):
        fields["until"] = _until(parts, fields)
    if not _exists(fields["year"], fields["month"], fields["day"]):
        return None
    if (until := fields.get("until")) and not (_exists(*until) and _ordered(fields, until)):
        return None
    fields["exact"] = "exact" in parts
    kind = "year" if rule.kind == "day" and fields["day"] is None else rule.kind
    return TimeExpression(match.start(), match.end(), match[0], kind=kind, rule=rule.name, **fields)


def _in_figures(parts: dict[str, str]) -> bool:
    """Sets day and month of a date in figures: only what is unambiguous, and no date at all is not one."""
    first, second = int(parts["first"]), int(parts["second"])
    if parts["mark"] == "." or first > 12 or first == second:
        parts["day"], parts["month"] = parts["first"], parts["second"]
    elif second > 12:
        parts["day"], parts["month"] = parts["second"], parts["first"]
    return (
        0 < first < 32 and 0 < second < 32 and min(first, second) <= 12 and not (parts["mark"] == "." and second > 12)
    )


def _value(part: str, text: str) -> int:
    key = _SPACE.sub(" ", text.lower())
    if part == "day" and not key[0].isdigit():
        return int(words("ordinal")[key])
    if part == "weekday":
        return int(words("weekday").get(key) or words("short_weekday")[key])
    if part == "season" or (part == "month" and not key.isdigit()):
        return int(words(part)[key])
    return int(re.match(r"\d+", key)[0])  # type: ignore[index]


def _distance(rule: Rule, parts: dict[str, str]) -> dict[str, Any]:
    """How many of which unit from the reference, with its sign."""
    unit = rule.gives.get("unit")
    if "unit" in parts:
        unit = words("unit").get(parts["unit"].lower(), parts["unit"].lower())
    offset = rule.gives.get("offset")
    if "when" in parts:
        offset = _when(parts["when"])
    count = _count(parts["n"]) if "n" in parts else rule.gives.get("n")
    if count is not None:
        sign = words("sign")[_SPACE.sub(" ", parts["sign"].lower())] if "sign" in parts else rule.gives.get("sign", 1)
        offset = float(count) * float(sign)
    if unit in _FORTNIGHT and offset is not None:
        unit, times = _FORTNIGHT[str(unit)]
        offset = float(offset) * times
    if unit == "year" and offset is not None and offset != int(offset):
        unit, offset = "month", float(offset) * 12
    return {"unit": unit, "offset": offset}


def _when(text: str) -> float:
    table = words("when")
    key = _SPACE.sub(" ", text.lower())
    return float(table.get(key, table.get(key.removeprefix("the "), 0)))


def _count(text: str) -> float:
    key = _SPACE.sub(" ", text.lower())
    return float(key) if key.isdigit() else float(words("number")[key])


def _until(parts: dict[str, str], fields: dict[str, Any]) -> tuple[int | None, int | None, int | None]:
    """The range's end; a range that names its year once names it for both ends."""
    year = int(parts["year2"]) if "year2" in parts else fields["year"]
    if fields["year"] is None:
        fields["year"] = year
    month = _value("month", parts["month2"]) if "month2" in parts else fields["month"]
    day = _value("day", parts["day2"]) if "day2" in parts else None
    return year, month, day


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    return 1 <= day <= (monthrange(year or 2000, month)[1] if month else 31)


def _ordered(fields: dict[str, Any], until: tuple[int | None, int | None, int | None]) -> bool:
    start = (fields["year"], fields["month"], fields["day"])
    known = [(one, other) for one, other in zip(start, until, strict=True) if one is not None and other is not None]
    return [one for one, _ in known] < [other for _, other in known]
