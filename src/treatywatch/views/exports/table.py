"""CSV as RFC 4180 has it: the rows of :mod:`treatywatch.views.exports.rows`, in UTF-8, lines ended by CRLF."""

import csv
import io
from collections.abc import Iterable
from typing import Any, BinaryIO

from treatywatch.service.export import Holding
from treatywatch.views.exports.rows import Row, rows


def write(holdings: Iterable[Holding], out: BinaryIO) -> None:
    """Write a line of headings, then every row; several codes in one cell stand with spaces between.

    Cells hold the words of pages as they are: a spreadsheet must be told that they are text.
    """
    text = io.TextIOWrapper(out, "utf-8", newline="", write_through=True)
    try:
        lines = csv.writer(text)
        lines.writerow(Row._fields)
        for holding in holdings:
            lines.writerows(map(_cell, row) for row in rows(holding))
    finally:
        text.detach()


def _cell(value: Any) -> Any:
    if isinstance(value, tuple):
        return " ".join(value)
    return str(value).lower() if isinstance(value, bool) else value
