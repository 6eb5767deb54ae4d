"""Steps dated by how long before another thing they were: "took effect in May, a year after Chile had ratified it"."""

from typing import NamedTuple

from treatywatch.language.numbers import value_of
from treatywatch.language.parse import Parsed
from treatywatch.reading.grammar import children
from treatywatch.reading.modality.signs import is_past

_UNITS = frozenset({"day", "month", "year"})


class Before(NamedTuple):
    """How many times ``unit`` before what the verb ``main`` tells a step was."""

    main: int
    number: int
    unit: str


def before_what(page: Parsed, head: int) -> Before | None:
    """What the step of the verb ``head`` came before, and by how long; None where nothing tells it.

    "Six months after one country left it, another joined": the leaving came six months before the joining.
    """
    verb = page.words[head]
    after = next((w for w in children(page, head, "mark", "advmod") if w.lower == "after" and w.i < head), None)
    if verb.dep != "advcl" or after is None or not is_past(page, page.words[verb.head]):
        return None
    unit = page.words[after.i - 1]
    counts = children(page, unit.i, "nummod") + [w for w in children(page, unit.i, "det") if w.lower in {"a", "an"}]
    count = max((1 if w.lower in {"a", "an"} else value_of(w.text) for w in counts), default=0)
    return Before(verb.head, count, unit.lemma) if unit.lemma in _UNITS and count else None
