"""The rules of who says what: wording as data, one file per language."""

from functools import cache
from typing import Literal

import msgspec

from treatywatch.model.data import load_data

Pattern = Literal["clause", "stance", "quality", "source", "document", "own"]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text in which a rule must find this speaker saying these words."""

    text: str
    speaker: str
    content: str


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"not_": "not"}):
    """One way in which a text tells that something was said.

    ``pattern`` names the grammar that is looked for, ``words`` the wording that fills it (lemmas of verbs with their
    particle or preposition, adjectives, or phrases), ``note`` why it is so. ``examples`` must be found by the rule,
    ``not_`` are texts in which it must find nothing.
    """

    name: str
    pattern: Pattern
    words: tuple[str, ...]
    examples: tuple[Example, ...]
    not_: tuple[str, ...]
    note: str = ""


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All rules of a language, and the nouns by which speakers are called."""

    source: str
    rules: tuple[Rule, ...]
    person_nouns: frozenset[str]
    body_nouns: frozenset[str]
    outlet_nouns: frozenset[str]
    document_nouns: frozenset[str]
    unnamed_nouns: frozenset[str]
    nameless_nouns: frozenset[str]
    advocate_nouns: frozenset[str]
    family_first: frozenset[str]
    title_words: frozenset[str]
    date_words: frozenset[str]
    calendar_words: frozenset[str]
    outlets: frozenset[str]
    topic_words: frozenset[str]


def lexicon(language: str = "en") -> Lexicon:
    """The rules and nouns of ``language``. Raises RuleFileError when the file is malformed."""
    found: Lexicon = load_data("treatywatch.reading.speech", f"rules/{language}.yaml", Lexicon)
    return found


@cache
def phrases(pattern: Pattern) -> dict[str, tuple[tuple[str, str], ...]]:
    """For the first word of every phrase of ``pattern``: the words that must follow it, and the rule's name."""
    found: dict[str, list[tuple[str, str]]] = {}
    for rule in lexicon().rules:
        if rule.pattern == pattern:
            for entry in rule.words:
                first, _, rest = entry.partition(" ")
                found.setdefault(first, []).append((rest, rule.name))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}
