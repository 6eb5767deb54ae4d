"""JSON Lines: a line that says what the file is, then one agreement a line with all that is held of it."""

from collections.abc import Iterable
from typing import BinaryIO

from treatywatch.model import FORMAT_VERSION, to_json
from treatywatch.service.export import Holding


def write(holdings: Iterable[Holding], out: BinaryIO) -> None:
    """Write every holding as one line of JSON in UTF-8."""
    out.write(f"{to_json({'export': 'treatywatch', 'format': FORMAT_VERSION})}\n".encode())
    for holding in holdings:
        out.write(f"{to_json(holding)}\n".encode())
