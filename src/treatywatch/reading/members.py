"""Who is meant by a crowd that one is said to belong to, and by the houses of a parliament."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import clause_of, subjects

MEMBERS = frozenset({"member", "state", "country", "ally", "nation", "capital"})
"""Nouns for those who belong to an organisation."""

_HOUSES = frozenset({"chambers", "houses"})
_AMONG = frozenset({"among", "amongst"})


def counted_in(page: Parsed, crowd: Word) -> list[int]:
    """ "Chile is among the 45 states that signed", "is one of those that signed": who is said to be one."""
    above = page.words[crowd.head]
    one_of = above.lower == "of" and page.words[above.head].lower == "one"
    if crowd.dep != "pobj" or not (above.lower in _AMONG or one_of):
        return []
    verb = page.words[clause_of(page, above.i)]
    linked = verb.lemma in {"be", "become", "remain"} and above.i > verb.i
    return subjects(page, verb.i) if linked else []


def opening_lists(page: Parsed, i: int) -> list[tuple[int, int]]:
    """Where lists of those who are meant begin in the sentence of the word ``i``, and how many make one.

    "including Chile", "among them Chile and Peru"; a colon opens many things, so that it takes two names behind it.
    """
    inside = [page.words[at] for at in page.sentences[page.words[i].sentence]]
    found = [(w.i + 1, 1) for w in inside if w.lower == "including"]
    found += [(w.i + 1, 1) for w in inside if w.lower == "them" and w.i and page.words[w.i - 1].lower in _AMONG]
    return found + [(w.i + 1, 2) for w in inside if w.text == ":"]


def is_of_houses(word: Word) -> bool:
    """ "Both chambers": houses of one parliament, and not states."""
    return word.lower in _HOUSES
