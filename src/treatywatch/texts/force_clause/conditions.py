"""A fixed day with conditions: provided that, if, subject to; by when; and for whom."""

import re
from datetime import date

from treatywatch.language.dates import TimeExpression, find_dates
from treatywatch.language.names import find_names
from treatywatch.law.calendar import days_after
from treatywatch.law.force import Acts, AllOf, Deeds, Fixed, OnCondition, Rule
from treatywatch.texts.force_clause.triggers import find_trigger
from treatywatch.texts.numbers import number, number_pattern

_GIVEN = re.compile(
    r"\b(?:(?:and\s+)?provided(?:\s+that)?|on\s+condition\s+that|on\s+the\s+condition|if|subject\s+to|as\s+long\s+as|"
    r"(?:up)?on\s+an?\s+exchange|when)\b|(?:in\s+relation\s+to|for|between|among|as\s+between)\s+(?:those|these|any|the|all)\b",
    re.IGNORECASE,
)
_THOSE = re.compile(
    r"(?:in\s+relation\s+to|for|between|among)\s+(?:those|these|any|the|all)\s+[^.;,]{0,60}?"
    r"\b(?:which|that|who)\b[^.;]{0,60}?(?:deposit|ratif|notif|accept|made)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"(?:at\s+least|not\s+later\s+than|no\s+later\s+than)\s+({number_pattern()})\s*(?:\(\d+\)\s*)?(day|week|month)s?\s+"
    r"(?:before|prior|in\s+advance)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\bprovisions\s+of\b[^.;]{0,80}\bhave\s+been\s+ful|\bhas\s+entered\s+in\s*to\s+force", re.IGNORECASE
)
_BY = re.compile(r"(?:by|before|prior\s+to|no(?:t)?\s+later\s+than|until)\s*$", re.IGNORECASE)
_AMONG = re.compile(r"\b(?:is|are|has|have)\b[^.;]{0,40}?(?:among|deposited|ratified|notified)|among", re.IGNORECASE)


def conditional(text: str, day: TimeExpression, fixed: str) -> tuple[Rule | None, bool]:
    """The rule of a clause that names the day ``fixed``, and whether it binds only those that acted by then.

    The rule is None when the clause makes a condition that is not understood. Without any condition it is the day.
    """
    rest = text[day.end :]
    only = bool(_THOSE.search(rest))
    given = _GIVEN.search(rest)
    if _MORE.search(rest):
        return None, only  # a condition that no act of a party fulfils: another instrument's own state
    if not given:
        return Fixed(fixed), only
    condition = _condition(rest[given.start() :], only)
    return (OnCondition(fixed, condition, _by(rest, fixed)) if condition else None), only


def _condition(text: str, only: bool) -> Rule | None:
    """What must be met; where it holds between those that acted only, named states and numbers are all there is."""
    provisos = [part for part in re.split(r"\bprovided(?:\s+that)?\b", text, flags=re.IGNORECASE) if part.strip(" ,;")]
    asked = provisos[1:] if only and len(provisos) > 1 else provisos
    asked = [part for part in asked if not _lead_only(part)]
    found = [rule for part in asked if (rule := _one(part, only and len(provisos) == 1)) is not None]
    if not found or len(found) < len(asked):
        return None
    return found[0] if len(found) == 1 else AllOf(tuple(found))


def _lead_only(part: str) -> bool:
    return bool(_LEAD.search(part) and re.match(r"\W*(?:they|these|those|such|it)\b", part, re.IGNORECASE))


def _one(part: str, anyone: bool) -> Rule | None:
    trigger = find_trigger(part)
    if anyone and trigger and trigger.acts.count is None and not trigger.acts.named:
        return Acts(trigger.acts.act, count=2, instruments=trigger.acts.instruments)
    if trigger and not (trigger.acts.named and trigger.acts.pool == "named"):
        return trigger.acts
    named = tuple(sorted({name.codes[0] for name in find_names(part) if name.kind == "state" and len(name.codes) == 1}))
    if named and _AMONG.search(part):
        return Acts(_told(part), named=named, pool="named")
    if re.search(r"signator\w+\s+(?:states?\s+)?[^.;]{0,40}deposit|which\s+have\s+deposited", part, re.IGNORECASE):
        return Acts(Deeds.DEPOSIT, count=2)
    return None


def _told(part: str) -> Deeds:
    return Deeds.NOTIFICATION if re.search(r"notif", part, re.IGNORECASE) and "deposit" not in part else Deeds.DEPOSIT


def _by(text: str, fixed: str) -> str | None:
    """The last day for the condition where it is not the fixed day itself."""
    if lead := _LEAD.search(text):
        count = number(lead[1])
        return None if count is None else _back(fixed, count, lead[2].lower())
    for one in find_dates(text):
        if one.kind == "day" and one.year and one.month and one.day and _BY.search(text[: one.start]):
            day = date(one.year, one.month, one.day)
            before = re.search(r"(?:before|prior\s+to)\s*$", text[: one.start], re.IGNORECASE)
            return (date.fromordinal(day.toordinal() - 1) if before else day).isoformat()
    return None


def _back(fixed: str, count: int, unit: str) -> str:
    day = date.fromisoformat(fixed)
    if unit != "month":
        return date.fromordinal(max(day.toordinal() - count * (7 if unit == "week" else 1), 1)).isoformat()
    months = day.year * 12 + day.month - 1 - count
    first = date(max(months // 12, 1), months % 12 + 1, 1)
    return min(days_after(first, day.day - 1), date.fromordinal(day.toordinal() - 1)).isoformat()
