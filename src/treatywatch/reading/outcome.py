"""What talks lead to, or are held for: "the negotiations that led to the treaty", "talks to conclude a treaty"."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import children, is_infinitive, noun_arguments, objects
from treatywatch.reading.mentions.nouns import nouns

_TO = ("to", "in", "with", "at", "for", "towards", "toward")


def led_to(page: Parsed, i: int) -> list[int]:
    """The words for what the talks that the noun or verb ``i`` names lead to, be it said by them or of them."""
    noun = page.words[i]
    verbs = children(page, i, "acl", "relcl", "xcomp", "advcl")
    if noun.dep == "nsubj" and page.words[noun.head].tag == "VBD":
        verbs.append(page.words[noun.head])
    return [found for verb in verbs if verb.lemma not in nouns().reworked for found in _of(page, verb)]


def _of(page: Parsed, verb: Word) -> list[int]:
    """What a verb leads to, and the ones joined to it: "to amend the rules and develop a treaty"."""
    told = [*objects(page, verb.i), *_behind(page, verb)]
    if verb.lemma in nouns().leading:
        return [*told, *(o for w in children(page, verb.i, "pcomp", "prep") for o in _gerund(page, w))]
    if not is_infinitive(page, verb):
        return []
    joined = (w for w in children(page, verb.i, "conj") if w.pos == "VERB")
    return [*told, *(o for w in joined for o in objects(page, w.i))]


def _behind(page: Parsed, verb: Word) -> list[int]:
    """What stands behind "to" and the like, also where an adverb comes between: "leading up to"."""
    steps = [verb, *children(page, verb.i, "prt", "advmod", "prep")]
    return [noun for step in steps for noun in noun_arguments(page, step.i, *_TO)]


def _gerund(page: Parsed, preposition: Word) -> list[int]:
    """ "Talks aimed at reaching a treaty"."""
    return [o for verb in children(page, preposition.i, "pcomp") for o in objects(page, verb.i)]
