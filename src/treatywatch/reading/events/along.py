"""Verbs whose day is also that of a step beside them: of what completes them, goes along with them, is done by them."""

from collections.abc import Set

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.events.words import course_words
from treatywatch.reading.grammar import children, clause_of, is_infinitive
from treatywatch.reading.modality.tense import is_past, mark_of

_WITH = frozenset({"with", "upon", "by", "through", "during", "at"})


def dates_too(page: Parsed, verb: Word, head: int, own: Set[int], at: int) -> bool:
    """Whether the day ``at`` of a verb that may tell a step of its own is that of the step ``head`` as well.

    ``own`` are the words of the step.
    """
    return (
        _is_light(page, verb, head)
        or _is_shared(page, verb, head, at)
        or _is_done_with(page, verb, head)
        or is_sitting(page, verb, own)
    )


def goes_along(page: Parsed, word: Word) -> bool:
    """Whether a participle tells what comes with the verb above: "…, bringing the treaty into force"."""
    return word.dep == "advcl" and word.tag == "VBG" and not (mark_of(page, word) or children(page, word.i, "mark"))


def is_met_for(page: Parsed, verb: Word, purpose: Word) -> bool:
    """ "met on Monday to sign it": what people come together for is done on that day.

    So is that by which one comes to be another of many: "became on Monday the tenth state to sign it".
    """
    return verb.lemma in course_words("sitting") | {"become"} and is_infinitive(page, purpose)


def is_sitting(page: Parsed, verb: Word, own: Set[int]) -> bool:
    """ "Meeting on Monday, the house passed it": said of the step's own words, or of who does it."""
    doing = {c for i in own for c in page.words[i].children if page.words[c].dep == "nsubj"}
    sat = verb.tag == "VBG" and verb.dep in {"advcl", "acl"} and verb.lemma in course_words("sitting")
    return sat and verb.head in own | doing


def making_of(page: Parsed, head: int) -> int | None:
    """ "A protocol amending the pact was signed on Monday": the verb that tells what is done with the new text.

    What a text does to another ("a protocol that amends it", "a convention, which was an extension of it") it does when
    it is made. None for a step that stands in no such clause.
    """
    verb = page.words[clause_of(page, head)]
    told_of = page.words[verb.head] if verb.dep in {"relcl", "acl"} else verb
    if is_infinitive(page, verb) or told_of.pos not in {"NOUN", "PROPN"}:
        return None
    return next((above.i for above in page.ancestors(verb.i) if above.pos in {"VERB", "AUX"}), None)


def is_told_next(page: Parsed, head: int) -> bool:
    """ "Chile handed in its papers, and Peru signed": a main clause in the past, joined to one before it."""
    word = page.words[head]
    joined = False
    while word.dep == "conj" and page.words[word.head].pos in {"VERB", "AUX"}:
        joined, word = True, page.words[word.head]
    return joined and word.dep == "ROOT" and is_past(page, page.words[head]) and is_past(page, word)


def _is_light(page: Parsed, verb: Word, head: int) -> bool:
    """ "resumed talks on Monday", "voted on Monday to leave": a verb that the step completes dates it.

    So does one that the step goes along with: "exchanged the notes on Monday, bringing the treaty into force".
    """
    own = page.words[head]
    completes = own.dep in {"dobj", "nsubjpass", "nsubj", "xcomp"} or goes_along(page, own)
    return own.head == verb.i and completes


def _is_shared(page: Parsed, verb: Word, head: int, at: int) -> bool:
    """ "On Friday Chile initialled and signed it": a day before both verbs of one subject dates the second too.

    So does the day of coming there: "arrives in Oslo on Friday and will sign it".
    So does the day of an act that is said to do the other: "the exchange of notes this morning extends it".
    """
    own = page.words[head]
    if verb.dep == "nsubj" and verb.head == head:
        return True
    if own.dep != "conj" or own.head != verb.i or children(page, head, "nsubj"):
        return False
    return at < verb.i or (at < head and verb.lemma in course_words("coming"))


def _is_done_with(page: Parsed, verb: Word, head: int) -> bool:
    """ "took effect on Monday with the exchange of notes": an act by which, or with which, the other comes about."""
    noun = page.words[head]
    preposition = page.words[noun.head]
    return noun.dep == "pobj" and preposition.lower in _WITH and preposition.head == verb.i
