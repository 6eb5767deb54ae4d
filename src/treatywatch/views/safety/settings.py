"""How safe the pages are to be: the defaults are those of a registry on one's own machine."""

import msgspec

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names that this machine has for itself."""


class Safety(msgspec.Struct, frozen=True):
    """What is let in. ``hosts`` are the names under which the pages are known: a request for any other is refused.

    ``https`` says that browsers come by HTTPS, through a proxy: cookies then never travel without. The limits count
    requests of one address in a minute, and None is no limit: ``requests`` all but files of the pages' own,
    ``writings`` those that change something, ``sign_ins`` tries to sign in. ``body`` is the largest request in bytes.
    """

    hosts: frozenset[str] = LOOPBACK
    https: bool = False
    requests: int | None = 600
    writings: int | None = 60
    sign_ins: int | None = 20
    body: int = 5_000_000
