"""Whether the text says that a thing happened, will happen, may happen, or did not."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality
from treatywatch.reading.grammar import clause_of
from treatywatch.reading.modality.cues import cue_words
from treatywatch.reading.modality.left_out import governor, of_left_out
from treatywatch.reading.modality.noun import of_noun
from treatywatch.reading.modality.verb import of_verb

__all__ = ["governor", "is_wanted", "modality_of", "of_left_out"]

_CIRCUMSTANCES = frozenset(
    {"in", "from", "at", "of", "by", "under", "over", "about", "amid", "during", "because"}
)  # "will cut jobs under the deal": the deal is there


def modality_of(page: Parsed, i: int) -> Modality:
    """The modality of what the word ``i`` (verb or noun) tells, read off its own clause and those that govern it."""
    word = page.words[i]
    if word.tag == "VBN" and word.dep == "acl":
        if is_wanted(page, word):
            return Modality.PLANNED
        if any(page.words[c].lower == "any" for c in page.words[word.head].children):
            return Modality.POSSIBLE  # "any agreement reached with Chile"
    if word.dep == "compound" and word.head > word.i:
        return modality_of(page, word.head)  # "the signing ceremony": what is said of the ceremony
    whole = page.words[page.words[word.head].head]
    if word.dep == "pobj" and whole.lemma in cue_words()["parts"] and whole.dep in {"nsubj", "nsubjpass", "dobj"}:
        return modality_of(page, whole.i)  # "half of the cuts will be made": what is said of the half
    if word.pos not in {"VERB", "AUX"} or _is_noun_in_ing(page, word):
        own = of_noun(page, word)
        if own is not None:
            return own
        word = page.words[clause_of(page, i)]
        if word.pos not in {"VERB", "AUX"} or not _is_argument(page, page.words[i], word):
            return Modality.ACTUAL
        if any(page.words[c].dep == "nummod" for c in page.words[i].children):
            return Modality.ACTUAL  # "will cut 9,000 jobs": what can be counted is there already
    return of_verb(page, word)


def _is_noun_in_ing(page: Parsed, word: Word) -> bool:
    """ "Signing of the treaty has been postponed"."""
    named = word.tag == "VBG" and word.dep in {"nsubj", "nsubjpass", "dobj", "pobj"}
    return named and any(page.words[c].lower == "of" for c in word.children)


def is_wanted(page: Parsed, word: Word) -> bool:
    """ "want the treaty signed by May", "hopes to have it ratified": what is wanted, not what has been done."""
    noun = page.words[word.head]
    above = page.words[noun.head]
    if above.lemma == "have" and noun.dep == "dobj" and any(page.words[c].lower == "to" for c in above.children):
        return True
    return noun.dep in {"dobj", "nsubj"} and above.lemma in {"want", "like", "need", "expect", "see", "get", "hope"}


def _is_argument(page: Parsed, noun: Word, verb: Word) -> bool:
    """Whether the noun is what the verb speaks of, and not hidden in another phrase."""
    above = page.words[noun.head]
    if noun.dep == "pobj" and above.lower in _CIRCUMSTANCES:
        return False
    return above.i == verb.i or (noun.dep in {"pobj", "conj"} and page.words[above.head].i == verb.i)
