"""Any table of a page as a file: CSV for spreadsheets, JSON for programs."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from litestar import Response

from treatywatch.model import InputError

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Table(msgspec.Struct, frozen=True):
    """Rows under headings; ``name`` is that of the file."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def table(name: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> Table:
    """A table of values: words, numbers, several words, or None."""
    return Table(name, tuple(headings), tuple(tuple(row) for row in rows))


def download(one: Table, format_: str) -> Response[bytes]:
    """The file in the format ``csv`` or ``json``. Raises InputError for any other."""
    if format_ == "csv":
        return _file(one, "csv", "text/csv", _csv(one).encode())
    if format_ == "json":
        rows = [dict(zip(one.headings, row, strict=True)) for row in one.rows]
        return _file(one, "json", "application/json", msgspec.json.encode(rows))
    raise InputError(f"{format_[:40]!r} is no format: write csv or json")


def _file(one: Table, ending: str, media_type: str, content: bytes) -> Response[bytes]:
    headers = {"content-disposition": f'attachment; filename="{one.name}.{ending}"'}
    return Response(content, media_type=media_type, headers=headers)


def _csv(one: Table) -> str:
    text = io.StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(one.headings)
    lines.writerows([_cell(value) for value in row] for row in one.rows)
    return text.getvalue()


def _cell(value: Any) -> Any:
    """Several words with spaces between; words that a spreadsheet would compute are marked as words."""
    if isinstance(value, tuple | list):
        value = " ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
