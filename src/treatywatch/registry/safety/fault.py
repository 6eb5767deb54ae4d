"""One thing wrong with a registry."""

import msgspec


class Fault(msgspec.Struct, frozen=True):
    """What is wrong: in which table, with which row or agreement, and how, in words."""

    table: str
    row: str
    told: str
