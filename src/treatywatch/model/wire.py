"""JSON Lines: one value a line, with a format version where a file stands alone."""

from typing import Any, TypeVar

import msgspec

FORMAT_VERSION = 1

T = TypeVar("T")

_ENCODER = msgspec.json.Encoder(order="deterministic")


def to_json(value: Any) -> str:
    """``value`` as one line of JSON without the line end; field order is the structs' own."""
    return _ENCODER.encode(value).decode("utf-8")


def from_json(line: str | bytes, kind: type[T]) -> T:
    """One line of JSON as ``kind``.

    Raises msgspec.ValidationError (a ValueError) naming the field that does not fit.
    """
    return msgspec.json.decode(line, type=kind)
