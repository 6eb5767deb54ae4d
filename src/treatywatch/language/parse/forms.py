"""A word's part of speech and lemma: they follow from the word and its grammar, so each is worked out once."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from treatywatch.language.parse.pipeline import MODEL, WORD_BY_WORD, pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEPT = 100_000
"""How many forms are remembered: some 25 megabytes."""

_OPEN = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "CD", "RB"})
_HELPERS = frozenset({"have", "has", "had", "do", "does", "did", "'d"})
_HELPING = frozenset({"aux", "auxpass"})

# Where the lemmatiser's rules give another verb's lemma ("hopes" is no form of "hop" in any text of ours).
_LEMMAS = {"hopes": "hope", "hoped": "hope", "hoping": "hope"}


class Form(NamedTuple):
    """A word in lower case, its Universal part of speech and its lemma, also in lower case."""

    lower: str
    pos: str
    lemma: str


@lru_cache(maxsize=_KEPT)
def form(word: str, tag: str, dep: str, after_expletive: bool) -> Form:
    """The form of ``word`` as the parser's own pipeline gives it.

    ``after_expletive`` tells a word right after the "there" of "there is". Contractions of two tokens ("gon na") keep
    the lemmas of their parts.
    """
    lower = word.lower()
    if tag in _OPEN and dep not in _HELPING and lower not in _HELPERS:
        dep = "dep"  # what an open word hangs on by changes nothing, and so many more answers are known already
    pos, lemma = _worked_out(word, tag, dep, after_expletive)
    return Form(lower, pos, _LEMMAS.get(lower) or lemma)


@lru_cache(maxsize=_KEPT)
def _worked_out(word: str, tag: str, dep: str, after_expletive: bool) -> tuple[str, str]:
    nlp = pipeline(MODEL)
    doc = _alone(word, tag, dep, after_expletive)
    for name in WORD_BY_WORD:
        doc = nlp.get_pipe(name)(doc)
    return doc[-1].pos_, doc[-1].lemma_.lower()


def _alone(word: str, tag: str, dep: str, after_expletive: bool) -> "Doc":
    from spacy.tokens import Doc  # noqa: PLC0415  as for the parser itself

    vocab = pipeline(MODEL).vocab
    if after_expletive:
        return Doc(vocab, words=["there", word], tags=["EX", tag], deps=["expl", dep])
    return Doc(vocab, words=[word], tags=[tag], deps=[dep])
