"""Who is meant by a crowd that one is said to belong to, and by the houses of a parliament."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import clause_of, subjects

MEMBERS = frozenset({"member", "state", "country", "ally", "nation", "capital"})
"""Nouns for those who belong to an organisation."""

_HOUSES = frozenset({"chambers", "houses"})
_AMONG = frozenset({"among", "amongst"})
_SOME = frozenset({"each", "every", "some", "many", "most", "several", "few", "others", "none", "those"})
_QUALIFYING = frozenset({"amod", "compound", "nmod", "poss"})
_LISTED = frozenset({"amod", "compound", "nmod", "conj"})
_NAMING = frozenset({"ADJ", "PROPN"})
_FEW = frozenset({"one", "two", "three", "four", "1", "2", "3", "4"})  # so many may be named before


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
    found = [(w.i + 1, 1) for w in inside if w.lower in {"including", "include", "includes", "included"}]
    found += [(w.i + 1, 1) for w in inside if w.lower == "them" and w.i and page.words[w.i - 1].lower in _AMONG]
    return found + [(w.i + 1, 2) for w in inside if w.text == ":"]


def is_of_houses(word: Word) -> bool:
    """ "Both chambers": houses of one parliament, and not states."""
    return word.lower in _HOUSES


def is_uncounted(page: Parsed, word: Word) -> bool:
    """Whether a word stands for many that nobody names: "every member of the union", "each of the states"."""
    told = {page.words[c].lower for c in word.children}
    if word.lemma in MEMBERS:
        return bool(told & _SOME)
    return word.lower in _SOME and word.pos in {"PRON", "DET", "ADJ"} and word.dep in {"nsubj", "nsubjpass", "pobj"}


def is_of_many(page: Parsed, i: int) -> bool:
    """Whether the word ``i`` stands for more than a handful: "nearly 100 nations", "each of the members"."""
    word = page.words[i]
    counts = [page.words[c] for c in word.children if page.words[c].tag == "CD"]
    return is_uncounted(page, word) or any(count.lower not in _FEW for count in counts)


def qualifying(page: Parsed, word: Word) -> list[int]:
    """The words before a noun that tell whose it is, in text order: "Greek and Turkish ministers", "U.S. Agent Ace".

    Names within names and lists of adjectives are gone through; "Greek" of "Greek-backed rebels" tells nothing.
    """
    found, todo = list[int](), [c for c in word.children if page.words[c].dep in _QUALIFYING]
    while todo:
        at = todo.pop()
        if at < word.i:
            found.append(at)
            todo += [
                c for c in page.words[at].children if page.words[c].dep in _LISTED and page.words[at].pos in _NAMING
            ]
    return sorted(found)
