"""Who is meant by a crowd that one is said to belong to, and by the houses of a parliament."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import clause_of, subjects

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


def is_of_houses(word: Word) -> bool:
    """ "Both chambers": houses of one parliament, and not states."""
    return word.lower in _HOUSES
