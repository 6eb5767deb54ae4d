"""CSV of official acts, row by row, with a problem for each row that is none."""

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from treatywatch.intake.acts.act import Act
from treatywatch.intake.acts.cells import CellError, act_of, date_of, filled, party_of
from treatywatch.intake.decoding import decode
from treatywatch.intake.problem_kinds import problem
from treatywatch.model import Problem

COLUMNS = ("agreement", "state", "act", "date", "source")
"""What the first line must name, in any order and beside anything else."""

_DELIMITERS = (",", ";", "\t")


class _Heading(NamedTuple):
    line: str
    names: tuple[str, ...]
    delimiter: str


def is_acts(head: bytes) -> bool:
    """Whether a file that begins so is a table of acts, or would be with the columns it lacks."""
    names = _heading(decode(head).text).names
    return len(set(names) & set(COLUMNS)) > 2


def acts(raw: bytes, name: str) -> Iterator[Act | Problem]:
    """Each act of the table ``raw``, read from the file ``name``; a problem names file, line and column."""
    decoded = decode(raw)
    heading = _heading(decoded.text)
    missing = [column for column in COLUMNS if column not in heading.names]
    if missing:
        yield problem("column-missing", f"{name}:1", f"no column {', '.join(missing)}; it has {_shown(heading.names)}")
        return
    if decoded.replaced:
        yield problem("bytes-replaced", name, f"{decoded.replaced} characters could not be decoded")
    for line, row, cells in _rows(decoded.text, heading):
        yield _act(f"{name}:{line}", row, cells, heading)


def _heading(text: str) -> _Heading:
    line = next(io.StringIO(text.removeprefix("\ufeff"), newline=""), "").rstrip("\r\n")
    cut = [_Heading(line, _names(line, delimiter), delimiter) for delimiter in _DELIMITERS]
    return max(cut, key=lambda heading: len(set(heading.names) & set(COLUMNS)))


def _names(line: str, delimiter: str) -> tuple[str, ...]:
    cells: list[str] = next(csv.reader([line], delimiter=delimiter), [])
    return tuple(cell.strip().casefold() for cell in cells)


def _shown(names: tuple[str, ...]) -> str:
    return ", ".join(name[:40] for name in names[:12]) or "none"


def _rows(text: str, heading: _Heading) -> Iterator[tuple[int, str, list[str]]]:
    """Each row that is not blank: its line, its text as the file has it, its cells."""
    taken: list[str] = []
    lines = io.StringIO(text.removeprefix("\ufeff"), newline="")

    def following() -> Iterator[str]:
        for line in lines:
            taken.append(line)
            yield line

    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # a limit would end the file at the first long cell
    number = 1
    for cells in csv.reader(following(), delimiter=heading.delimiter):
        row = "".join(taken)
        start, number = number, number + len(taken)
        taken.clear()
        if start > 1 and any(cell.strip() for cell in cells):
            yield start, row.rstrip("\r\n"), cells


def _act(where: str, row: str, cells: list[str], heading: _Heading) -> Act | Problem:
    if len(cells) != len(heading.names):
        lines = row.count("\n") + 1
        unclosed = f"; it runs over {lines} lines: is a quotation mark left open?" if lines > 1 else ""
        return problem("not-an-act", where, f"{len(cells)} cells where the heading has {len(heading.names)}{unclosed}")
    values = {name: cell.strip() for name, cell in zip(heading.names, cells, strict=True)}
    column = "agreement"
    try:
        agreement = filled(values[column])
        column = "act"
        step = act_of(values[column])
        column = "state"
        state = party_of(values[column], step)
        column = "date"
        date = date_of(values[column])
        column = "source"
        source = filled(values[column])
    except CellError as error:
        return problem("not-an-act", f"{where} {column}", str(error))
    return Act(agreement, state, step, date, source, row, heading.line, where)
