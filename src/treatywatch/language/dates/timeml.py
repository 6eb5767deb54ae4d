"""TimeML values of expressions that need no context: lengths, sets, references, and dates with their year."""

import re
from functools import cache

import msgspec

from treatywatch.language.dates.find import find_dates
from treatywatch.language.dates.rules import words
from treatywatch.language.dates.spelled import in_figures
from treatywatch.model.data import load_data

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d(?::\d\d){0,2})?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2}):(\d\d):(\d\d)")
_DECADE = re.compile(r"(?:the )?(?:(?:early|late|mid)[- ])?(\d{3})0'?s")
_CENTURY = re.compile(r"(?:the )?(?:(?:early|late|mid)[- ])?(\d\d?)th[- ]century")
_QUARTER = re.compile(r"\b(first|second|third|fourth|last) (?:quarter|half|(?:2 quarters))")
_YEAR = re.compile(r"\b((?:1[5-9]|20)\d\d)\b")
_EVERY = re.compile(r"(?:each|every) (\w+)$")
_DAYS = re.compile(r"(\w+day)s?(?: (\w+?))?s$")
_FRACTION = re.compile(r"(\d+|an?) (?:(\w+?)s? and a half|1/2 (\w+?)s?)$")
_LENGTH = re.compile(r"(?:(?P<count>[\w ]+?)[ -])?(?P<unit>[a-z]+?)s?$")


class _Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    words: dict[str, tuple[str, ...]]
    before: tuple[str, ...]
    after: tuple[str, ...]
    adjectives: tuple[str, ...]
    counts: dict[str, str]
    units: dict[str, str]
    parts: dict[str, str]
    seasons: dict[int, str]


def timex_value(expression: str) -> str | None:
    """The TimeML value of an expression that means the same wherever it stands; None when it needs its context.

    "six months" is ``P6M``, "Oct. 27, 1998" ``1998-10-27``, "recently" ``PAST_REF``, "each Thursday" ``XXXX-WXX-4``;
    "Friday" is None. Never raises on any text.
    """
    text = " ".join(expression.replace("’", "'").split())
    if _ISO.fullmatch(text):
        return text.upper()
    low = text.lower()
    return _fixed(low) or _set(low) or _dated(in_figures(text)) or _length(in_figures(text))


def _fixed(text: str) -> str | None:
    table = _fixed_words()
    return table.get(text) or table.get(re.sub(r"^(?:the|an?) ", "", text))


@cache
def _tables() -> _Tables:
    found: _Tables = load_data("treatywatch.language.dates", "data/timeml_en.yaml", _Tables)
    return found


@cache
def _fixed_words() -> dict[str, str]:
    return {word: value for value, group in _tables().words.items() for word in group}


def _set(text: str) -> str | None:
    """What comes again: every day of the week, month or part of the day, and each unit of time."""
    if found := _EVERY.match(text):
        what = found[1]
        if what in words("weekday"):
            return f"XXXX-WXX-{int(words('weekday')[what])}"
        if what in words("month"):
            return f"XXXX-{int(words('month')[what]):02d}"
        if what in _tables().parts:
            return f"XXXX-XX-XX{_tables().parts[what]}"
        if what in _tables().units:
            return _period("1", what)
    if (found := _DAYS.match(text)) and found[1] in words("weekday"):
        return f"XXXX-WXX-{int(words('weekday')[found[1]])}{_tables().parts.get(found[2] or '', '')}"
    return None


def _dated(text: str) -> str | None:
    """A date with its year, or the part of a year, decade or century."""
    if found := _DECADE.fullmatch(text):
        return found[1]
    if found := _CENTURY.fullmatch(text):
        return f"{int(found[1]) - 1:02d}"
    if (year := _YEAR.search(text)) is None:
        return None
    if part := _QUARTER.search(text):
        number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[part[1]]
        if "half" in part[0] or "2 quarters" in part[0]:
            return f"{year[1]}-H{min(number, 2)}"
        return f"{year[1]}-Q{number}"
    for name, month in words("season").items():
        if re.search(rf"\b{name}\b", text):
            return f"{year[1]}-{_tables().seasons[int(month)]}"
    # capitals, since only names of months written as names count
    dated = [it for it in find_dates(text.title()) if it.year is not None and it.until is None]
    if dated and dated[0].month is not None:
        it = dated[0]
        return f"{it.year}-{it.month:02d}" + (f"-{it.day:02d}" if it.day else "")
    return year[1] if not re.search(r"\d (?:\w+ )?(?:years|days|months|weeks)", text) else None


def _length(text: str) -> str | None:
    """A period: a count and a unit, whatever approximates or places it."""
    if clock := _CLOCK.fullmatch(text):
        return f"PT{int(clock[1])}H{int(clock[2])}M{int(clock[3])}S"
    core = _core(text)
    if half := _FRACTION.fullmatch(core):
        whole, unit = "1" if half[1].startswith("a") else half[1], half[2] or half[3]
        return {"year": f"P{whole}Y6M", "minute": f"PT{whole}M30S", "hour": f"PT{whole}H30M"}.get(unit)
    found = _LENGTH.fullmatch(core)
    if found is None:
        return None
    count = found["count"]
    if count is None:
        return _period("X" if core.endswith("s") else "1", found["unit"])
    value = count if count.isdigit() else _tables().counts.get(count)
    return _period(value, found["unit"]) if value is not None else None


def _core(text: str) -> str:
    """The count and unit alone, without what stands around and between them."""
    tables = _tables()
    before = "|".join(sorted(tables.before, key=len, reverse=True))
    after = "|".join(sorted(tables.after, key=len, reverse=True))
    text = re.sub(rf"(?:(?:[ -](?:{after}))|'s?)+$", "", text)
    text = re.sub(rf"^(?:(?:{before}) )+", "", text)
    text = re.sub(rf"[ -](?:{'|'.join(tables.adjectives)})(?=[ -])", "", text)
    return re.sub(r"^(\S+(?: \w+)?) (?:to|or) \S+ (?=\w+$)", r"\1 ", re.sub(r"^an? (?=\d|few|couple)", "", text))


def _period(count: str, unit: str) -> str | None:
    designator = _tables().units.get(unit)
    if designator is None:
        return None
    time = "T" if designator[0] == "T" else ""
    factor, letter = designator.removeprefix("T")[:-1], designator[-1]
    if count.isdigit():
        return f"P{time}{int(count) * int(factor or 1)}{letter}"
    return f"P{time}{count}{letter}"
