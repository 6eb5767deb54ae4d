"""A name found in a text."""

from typing import NamedTuple


class Name(NamedTuple):
    """A stretch of text that stands for someone.

    ``kind`` is ``state``, ``organisation``, ``place``, ``demonym``, ``organ``, ``office``, ``person`` or ``group``;
    ``entity`` the label of who is meant (for a group: how many); ``codes`` the parties it tells, none when the words
    alone do not tell ("the Senate").
    """

    start: int
    end: int
    text: str
    kind: str
    entity: str
    codes: tuple[str, ...]
