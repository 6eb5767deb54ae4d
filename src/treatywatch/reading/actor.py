"""What is known of one who acts."""

from typing import NamedTuple


class Actor(NamedTuple):
    """Who acts: party codes (empty when not told), the organ if one is named, and how it was named.

    ``kind`` is the kind of the name, ``group`` for "both sides", ``crowd`` for "sixty states", ``stranger`` for one
    whom no list knows ("the Government of Ruritania"), "" for nobody told.
    """

    codes: tuple[str, ...]
    organ: str | None
    kind: str
    word: int
    name: str = ""
