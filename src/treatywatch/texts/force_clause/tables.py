"""The wording tables of entry-into-force clauses, loaded once."""

from functools import cache

import msgspec

from treatywatch.model.data import load_data
from treatywatch.texts.wording import Wording


class Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Delays and triggers, each in the order in which they are tried."""

    source: str
    delays: tuple[Wording, ...]
    triggers: tuple[Wording, ...]


@cache
def tables() -> Tables:
    """The tables of ``wording.yaml``."""
    return load_data("treatywatch.texts.force_clause", "wording.yaml", Tables)
