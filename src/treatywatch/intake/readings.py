"""Readings as other runs wrote them: JSON Lines, one reading a line."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from treatywatch.intake.problem_kinds import problem
from treatywatch.model import Explained, Problem, Reading, from_json, is_day_of_year, is_partial_date


class _Sort(msgspec.Struct):
    reader: str | None = None
    reading: dict[str, Any] | None = None


def is_readings(first: bytes) -> bool:
    """Whether a file whose first line is this holds readings, as ``read`` writes them with or without ``--explain``."""
    try:
        sort = from_json(first, _Sort)
    except (ValueError, RecursionError):
        return False
    return sort.reader is not None or sort.reading is not None


def readings(stream: BinaryIO, name: str) -> Iterator[tuple[str, Reading] | Problem]:
    """Each reading with its place (file and line), and a problem for each line that holds none."""
    for number, line in enumerate(stream, 1):
        where = f"{name}:{number}"
        if not line.strip():
            continue
        try:
            reading = _reading(line)
        except (ValueError, RecursionError) as error:
            yield problem("not-a-reading", where, f"no reading: {error}")
            continue
        wrong = _wrong(reading)
        yield problem("not-a-reading", where, wrong) if wrong else (where, reading)


def _reading(line: bytes) -> Reading:
    if from_json(line, _Sort).reading is not None:
        return from_json(line, Explained).reading
    return from_json(line, Reading)


def _wrong(reading: Reading) -> str | None:
    """What no reader would have written, in words."""
    dates = [event.date for event in reading.events if event.date] + [a.year for a in reading.agreements if a.year]
    bad = next((date for date in dates if not is_partial_date(date)), None)
    if bad is not None:
        return f"{bad[:40]!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD"
    open_ended = (event.yearless for event in reading.events if event.yearless is not None)
    if (odd_day := next((day for day in open_ended if not is_day_of_year(day)), None)) is not None:
        return f"{odd_day[:40]!r} is no day of a year: write --MM-DD"
    spans = [event.span for event in reading.events] + [relation.span for relation in reading.relations]
    spans += [statement.span for statement in reading.statements]
    odd = next((span for span in spans if not 0 <= span.start < span.end), None)
    return None if odd is None else f"[{odd.start}, {odd.end}] is no span: it must hold at least one character"
