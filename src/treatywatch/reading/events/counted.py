"""Steps dated by how long before another thing they were: "took effect in May, a year after Chile had ratified it"."""

from typing import NamedTuple

from treatywatch.language.numbers import value_of
from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import children, clause_of, is_infinitive
from treatywatch.reading.modality.tense import is_past

_UNITS = frozenset({"day", "week", "month", "year"})
_LASTING = frozenset({"has", "have", "is", "are", "am", "'s", "’s", "'m", "’m", "'re", "’re"})


class Before(NamedTuple):
    """How many times ``unit`` before what the verb ``main`` tells a step was; ``now`` is that of the page's own day."""

    main: int
    number: int
    unit: str
    now: bool


def before_what(page: Parsed, head: int) -> Before | None:
    """What the step that the word ``head`` tells came before, and by how long; None where nothing tells it.

    "Six months after one country left it, another joined": the leaving came six months before the joining. "It is six
    years since it was signed", "the tenth anniversary of its adoption": so long before the page.
    """
    word = page.words[head]
    if (years := _remembered(page, word)) is not None:
        return Before(clause_of(page, head), years, "year", now=True)
    after = next(
        (w for w in children(page, head, "mark", "advmod") if w.lower in {"after", "since"} and w.i < head), None
    )
    main = page.words[word.head]
    now = any(page.words[c].lower in _LASTING for c in (*main.children, main.i))
    if (
        word.dep != "advcl"
        or after is None
        or not (now if after.lower == "since" else now or is_past(page, _finite(page, main)))
    ):
        return None
    unit = page.words[after.i - 1]
    counts = children(page, unit.i, "nummod") + [w for w in children(page, unit.i, "det") if w.lower in {"a", "an"}]
    count = max((1 if w.lower in {"a", "an"} else value_of(w.text) for w in counts), default=0)
    return Before(word.head, count, unit.lemma, now) if unit.lemma in _UNITS and count else None


def _finite(page: Parsed, verb: Word) -> Word:
    """The verb that an infinitive completes: "began to apply on Monday, a year after it was signed"."""
    return page.words[verb.head] if verb.dep == "xcomp" and is_infinitive(page, verb) else verb


def is_remembered(page: Parsed, head: int) -> bool:
    """Whether a step is told as one whose anniversary it is, so that a day beside it is that of the anniversary."""
    return _remembered(page, page.words[head]) is not None


def _remembered(page: Parsed, word: Word) -> int | None:
    """How many years ago the step was: "the 40th anniversary of the adoption"."""
    noun = page.words[page.words[word.head].head]
    if word.dep != "pobj" or page.words[word.head].lower != "of" or noun.lemma != "anniversary":
        return None
    counts = (value_of(page.words[c].text) for c in noun.children if c < noun.i)
    return next((count for count in counts if count), None)
