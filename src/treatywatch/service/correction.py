"""What a person writes to correct a fact, field by field: ``date=2021-05-03``."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from treatywatch.language.names import find_names
from treatywatch.language.names.tables import organisations, states
from treatywatch.model import FIELDS, InputError, Modality, RelationType, Step, Value, bounds, is_partial_date
from treatywatch.service.moments import check_year
from treatywatch.service.words import one_line

_LONGEST = 200


def corrections(written: Sequence[str], fields: Sequence[str] = FIELDS) -> dict[str, Value]:
    """Those of the ``fields`` that ``field=value`` words set.

    Empty after ``date=``, ``place=``, ``body=`` or ``office=`` says that it is not known. Parties are codes or names,
    with commas between. Raises InputError naming the field and what is allowed there.
    """
    how = f"write field=value, of the fields {', '.join(fields)}"
    found: dict[str, Value] = {}
    for words in written:
        field, equals, value = words.partition("=")
        field = field.strip().casefold()
        if not equals or field not in fields:
            raise InputError(f"{_short(words)!r} is no correction: {how}")
        if field in found:
            raise InputError(f"{field} is corrected twice; write it once")
        found[field] = _READ[field](value.strip())
    if not found:
        raise InputError(f"nothing is corrected: {how}")
    return found


def check_future(modality: Value, day: Value, today: date) -> None:
    """Raise InputError for a step that has happened on a day still to come."""
    if modality == Modality.ACTUAL and isinstance(day, str) and bounds(day)[0] > today:
        raise InputError(f"{day} is still to come, and the step is said to have happened: add modality=planned")


def _word_of(kind: type[StrEnum]) -> Callable[[str], str]:
    def read(value: str) -> str:
        allowed = [one.value for one in kind]
        wanted = re.sub(r"[\s-]+", "_", value.casefold())
        if wanted in allowed:
            return wanted
        near = get_close_matches(wanted[:_LONGEST], allowed, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise InputError(f"{_short(value)!r} is not known here; {hint}allowed are {', '.join(allowed)}")

    return read


def _parties(value: str) -> tuple[str, ...]:
    codes = {
        code for part in re.split(r"[,;]", value[: _LONGEST * 10]) if part.strip() for code in _codes(part.strip())
    }
    if not codes:
        raise InputError("parties= needs at least one party: write codes or names with commas between, as in NOR,CHL")
    return tuple(sorted(codes))


def _codes(part: str) -> list[str]:
    """The party a word names, or each of several codes with blanks between."""
    known = {*states(), *organisations()}
    words = part.upper().split()
    if all(word in known for word in words):
        return words
    named = [name for name in find_names(part[:_LONGEST]) if name.start == 0 and name.end == len(part)]
    if not named or not named[0].codes:
        raise InputError(f"{_short(part)!r} is no party: write a code such as NOR or EU, or a state's name")
    return list(named[0].codes)


def _date(value: str) -> str | None:
    if not value:
        return None
    if not is_partial_date(value):
        raise InputError(f"{_short(value)!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    check_year(value)
    return value


def _words(value: str) -> str | None:
    return one_line(value, "a place, body or office", _LONGEST) if value else None


def _speaker(value: str) -> str:
    if not value:
        raise InputError("speaker= needs who speaks: reject the statement where nobody said it")
    return one_line(value, "a speaker", _LONGEST)


def _short(text: str) -> str:
    """What was written, cut so that a message stays readable."""
    return text if len(text) <= 60 else f"{text[:59]}…"


_READ: dict[str, Callable[[str], Value]] = {
    "kind": _word_of(Step),
    "modality": _word_of(Modality),
    "parties": _parties,
    "date": _date,
    "place": _words,
    "body": _words,
    "type": _word_of(RelationType),
    "speaker": _speaker,
    "office": _words,
}
