"""One thing wrong with a registry."""

from typing import NamedTuple


class Fault(NamedTuple):
    """What is wrong: in which table, with which row or agreement, and how, in words."""

    table: str
    row: str
    told: str
