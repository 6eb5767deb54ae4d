"""How well time expressions are read: TimeBank's values out of context, and dates in context against our own table.

A TimeBank row needs no context when two things hold. Its value can come from its words alone: it is a length
(``P…``), a set (``XXXX…``), a reference (``…_REF``), or a date whose year is written in the expression, in figures or
words. And the same words have that one value in all English rows: where they have two ("a year", "today"), the context
decides. No row is left out by hand.
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import msgspec

from treatywatch.language.dates import find_dates, resolve, timex_value
from treatywatch.model.data import load_data

_TIMEBANK = Path("data/annotated/timenorm_timebank_values.jsonl")
_NO_DATE = re.compile(r"P|XXXX|.*_REF$")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_SPELLED_YEAR = re.compile(r"nineteen|two thousand", re.IGNORECASE)


class Wrong(NamedTuple):
    """A case that is not read as it should be."""

    case: str
    expected: str | None
    found: str | None


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sentences of one day: each row is tense, sentence, value and, where it matters, the date told before."""

    published: str | None
    rows: tuple[tuple[str | None, ...], ...]


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Our own table of expressions in context."""

    source: str
    pages: tuple[Page, ...]


def figures(shared: Path) -> dict[str, float]:
    """Shares of exact values, 0 to 1: in context always, out of context when ``shared`` holds TimeBank's rows."""
    cases, wrong = in_context()
    found = {"time expressions in context": 1 - len(wrong) / cases}
    if (shared / _TIMEBANK).exists():
        rows = context_free(shared / _TIMEBANK)
        words = [row for row in rows if not _ISO.match(row[0])]
        found["time expressions without context"] = _share(rows)
        found["time expressions without context, rows in ISO form left out"] = _share(words)
    return found


def in_context() -> tuple[int, list[Wrong]]:
    """How many cases our own table has, and those that are read wrongly."""
    table: Table = load_data("treatywatch.bench", "data/time_expressions.yaml", Table)
    cases = [(page.published, row) for page in table.pages for row in page.rows]
    wrong = []
    for published, row in cases:
        found = _read(published, *row)
        if found != row[2]:
            wrong.append(Wrong(f"{published}: {row[1]}", row[2], found))
    return len(cases), wrong


def context_free(path: Path) -> list[tuple[str, str]]:
    """The English rows of ``path`` that need no context, as ``(text, value)``, by the rule at the module's head."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    rows = [(row["text"], row["value"]) for row in lines if row["lang"] == "en"]
    values = defaultdict(set)
    for text, value in rows:
        values[_key(text)].add(value)
    return [(text, value) for text, value in rows if len(values[_key(text)]) == 1 and _told(text, value)]


def main() -> int:
    """Prints the figures and, below them, every case that is wrong."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared")
    for name, value in figures(shared).items():
        print(f"{value:.3f}  {name}")
    wrong = in_context()[1]
    if (shared / _TIMEBANK).exists():
        rows = context_free(shared / _TIMEBANK)
        wrong += [Wrong(text, value, timex_value(text)) for text, value in rows if timex_value(text) != value]
    for case in wrong:
        print(f"wrong: {case.case}: {case.found}, should be {case.expected}")
    return 0


def _read(
    published: str | None, tense: str | None, marked: str | None, _: str | None, before: str | None = None
) -> str | None:
    """What is found between the marks; several values there are no answer, and are told all."""
    start, end = (marked or "").index("⟦"), (marked or "").index("⟧") - 1
    text = (marked or "").replace("⟦", "").replace("⟧", "")
    inside = [it for it in find_dates(text) if it.start < end and it.end > start]
    values = {value for it in inside if (value := resolve(it, published, tense, before)) is not None}
    return " ".join(sorted(values)) or None


def _key(text: str) -> str:
    return " ".join(text.lower().split())


def _told(text: str, value: str) -> bool:
    """Whether the words alone can give the value."""
    year = re.match(r"\d{3,4}", value)
    return bool(_NO_DATE.match(value) or (year and (year[0] in text or _SPELLED_YEAR.search(text))))


def _share(rows: list[tuple[str, str]]) -> float:
    return sum(timex_value(text) == value for text, value in rows) / len(rows)


if __name__ == "__main__":
    sys.exit(main())
