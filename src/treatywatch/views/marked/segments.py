"""A text cut at every place where a mark begins or ends, so that marks may overlap."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from treatywatch.model import Span


class Mark(NamedTuple):
    """A stretch of the text and what it is: a ``name``, and the ``fact`` that it says where it is a quote."""

    span: Span
    name: str
    fact: int | None = None


class Segment(NamedTuple):
    """A stretch without any boundary inside: the names of its marks, the facts it says, and those that begin here."""

    text: str
    names: tuple[str, ...]
    facts: tuple[int, ...]
    begins: tuple[int, ...]


def segments(text: str, marks: Sequence[Mark]) -> Iterable[Segment]:
    """``text`` from first to last character, cut at the ends of ``marks``; marks outside the text are cut to it."""
    inside = [mark for mark in marks if mark.span.start < mark.span.end]
    ends = {0, len(text), *(min(max(0, at), len(text)) for mark in inside for at in (mark.span.start, mark.span.end))}
    for start, end in pairwise(sorted(ends)):
        here = [mark for mark in inside if mark.span.start <= start and end <= mark.span.end]
        yield Segment(
            text=text[start:end],
            names=tuple(dict.fromkeys(mark.name for mark in here)),
            facts=tuple(mark.fact for mark in here if mark.fact is not None),
            begins=tuple(mark.fact for mark in here if mark.fact is not None and mark.span.start == start),
        )
