"""How long after: the delay that a clause names, and where the words for it end."""

import re
from typing import NamedTuple

from treatywatch.law.force import Delay
from treatywatch.texts.force_clause.tables import tables
from treatywatch.texts.numbers import number
from treatywatch.texts.wording import Wording, pattern


class FoundDelay(NamedTuple):
    """A delay, its place in the clause, and the wording that found it."""

    delay: Delay
    start: int
    end: int
    name: str


def find_delay(text: str) -> FoundDelay | None:
    """The delay that the text names first; of two at one place, the one listed first. Never raises on any text."""
    found = [
        (match.start(), order, match, wording)
        for order, wording in enumerate(tables().delays)
        if (match := pattern(wording.pattern).search(text))
    ]
    for _, _, match, wording in sorted(found, key=lambda one: one[:2]):
        if (delay := _delay(match, wording)) is not None:
            return FoundDelay(delay, match.start(), match.end(), wording.name)
    return None


def _delay(match: re.Match[str], wording: Wording) -> Delay | None:
    said = match.groupdict()
    parts: dict[str, int] = {name: int(value) for name, value in wording.gives.items()}
    for name in ("days", "months", "first_of_month"):
        if said.get(name):
            value = number(said[name])
            if value is None:
                return None
            parts[name] = value
    if said.get("unit"):
        value = number(said["number"])
        if value is None:
            return None
        unit = said["unit"].lower().rstrip("s")
        parts.update({"days": 7 * value} if unit == "week" else {f"{unit}s": value})
    return Delay(**parts)
