"""What the process may use."""

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """``memory`` in bytes of address space, ``seconds`` on the clock, ``pages`` at most in one file.

    The parser and its model alone take some 600 MB of address space.
    """

    memory: int = 2_000_000_000
    seconds: int = 90
    pages: int = 50
