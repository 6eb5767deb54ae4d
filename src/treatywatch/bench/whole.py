"""Real pages that careful readers read whole, with every step they tell (``data/read_whole.yaml``)."""

import msgspec

from treatywatch.bench.told import Told
from treatywatch.model.data import load_data


class ToldWhole(Told, frozen=True, forbid_unknown_fields=True, array_like=True):
    """A step that a page tells, with its parties and its date (EDTF)."""

    parties: tuple[str, ...]
    date: str | None


class ReadWhole(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The pages read, and all that their first ``up_to`` characters tell; a page without a row tells no step."""

    source: str
    up_to: int
    pages: tuple[str, ...]
    told: tuple[ToldWhole, ...]


def read_whole() -> ReadWhole:
    """Everything that was read."""
    return load_data("treatywatch.bench", "data/read_whole.yaml", ReadWhole)
