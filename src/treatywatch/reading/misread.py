"""Agreements that a clause is about although the parser hung it elsewhere."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import is_passive
from treatywatch.reading.mentions.resolve import Coreference

_RELATIVES = frozenset({"that", "which"})
# What is done to agreements and agreements never do: a past tense right behind a name is a participle then.
_DONE_TO = frozenset(
    {"sign", "conclude", "initial", "ratify", "adopt", "approve", "negotiate", "denounce", "reach", "strike", "draft"}
)


def participle_of(page: Parsed, coreference: Coreference, i: int) -> int | None:
    """The agreement that a participle right behind its name belongs to: "the Oslo Treaty, signed in 1990, …"."""
    word = page.words[i]
    first = page.words[word.head]
    if word.dep == "conj" and first.tag == word.tag == "VBN" and first.dep == "acl" and not _has_own(page, word):
        return participle_of(page, coreference, first.i)  # "…, signed in 1990 and revised in 2001, …"
    if not _is_participle(page, word):
        return None
    at = i - 1
    while at > 0 and (page.words[at].text in {",", ")", '"', "”"} or page.words[at].pos == "ADV"):
        at -= 1
    return _head_at(page, coreference, at)


def _has_own(page: Parsed, word: Word) -> bool:
    return any(page.words[c].dep in {"nsubj", "nsubjpass", "aux", "auxpass", "dobj"} for c in word.children)


def _is_participle(page: Parsed, word: Word) -> bool:
    if word.tag == "VBN" and word.dep in {"acl", "advcl", "conj", "appos", "relcl"} and is_passive(page, word.i):
        return True
    active = any(_makes_active(page, page.words[c]) for c in word.children)
    return word.lemma in _DONE_TO and word.tag in {"VBD", "VBN"} and not active


def _makes_active(page: Parsed, child: Word) -> bool:
    """Whether what hangs on a verb shows that its clause is its own; a clause without a subject is not."""
    if child.dep == "ccomp":  # "The treaty, concluded in June, has been ratified": misread as what was concluded
        return any(page.words[c].dep in {"nsubj", "nsubjpass", "mark"} for c in child.children)
    return child.dep in {"aux", "auxpass", "dobj", "xcomp"}


def relative_of(page: Parsed, coreference: Coreference, i: int, *roles: str) -> int | None:
    """The agreement named right before the "that" or "which" that is the verb ``i``'s subject or object (``roles``)."""
    for child in page.words[i].children:
        pronoun = page.words[child]
        if pronoun.lower in _RELATIVES and pronoun.dep in roles and child > 0:
            at = child - 2 if page.words[child - 1].text == "," and child > 1 else child - 1
            return _head_at(page, coreference, at)
    return None


def _head_at(page: Parsed, coreference: Coreference, at: int) -> int | None:
    """The noun of the mention that covers the word ``at``."""
    number = coreference.named(at)
    if number is None:
        return None
    start = page.words[at].start
    return next((m.head for m in coreference.clusters[number].mentions if m.span.start <= start < m.span.end), None)
