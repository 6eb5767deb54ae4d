"""What an agreement lays down or foresees, and what is said of any agreement: no step of a particular one."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Step
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.words import course_words, other_words
from treatywatch.reading.grammar import children, noun_arguments, subjects
from treatywatch.reading.patterns import AnyTrigger

_LAYING_DOWN = frozenset({"in", "under", "by", "through"})


def is_content(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """Whether the words tell what an agreement says, provides for or offers, rather than a step in its life."""
    return any(
        is_one(page, arguments, trigger) for is_one in (_is_laid_down, _is_promised_in_it, _is_foreseen, _is_offered)
    )


def _is_laid_down(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "a declaration in which they agreed to reopen embassies": what it says."""
    for word in (page.words[trigger.head], *page.ancestors(trigger.head)):
        if word.dep == "conj" and _has_own_which(page, word):
            return False  # "in which it took no part, and which it will not sign"
        if word.dep != "relcl":
            continue
        ways = [p for p in children(page, word.i, "prep") if p.lower in _LAYING_DOWN and p.i < word.i]
        which = any(w.lower == "which" for p in ways for w in children(page, p.i, "pobj"))
        return which and bool(arguments.agreement_of(word.head))
    return False


def _has_own_which(page: Parsed, verb: Word) -> bool:
    return any(w.lower == "which" for w in children(page, verb.i, "dobj", "nsubj", "nsubjpass"))


def _is_promised_in_it(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "Parties to the treaty agreed to continue talks": a duty that it lays on them."""
    word = page.words[trigger.head]
    while word.dep in {"xcomp", "conj", "dobj", "pobj"} and word.head != word.i:
        word = page.words[word.head]
        if word.lemma in course_words("undertaking") and word.i != trigger.head:
            return any(_is_party_to_one(page, arguments, i) for i in subjects(page, word.i))
    return False


def _is_party_to_one(page: Parsed, arguments: Arguments, i: int) -> bool:
    named = any(arguments.agreement_of(o) for o in noun_arguments(page, i, "to", "of"))
    return page.words[i].lower in other_words("parties_of_a_text") and named


def _is_foreseen(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "in the event of termination", "penalties for withdrawal", "the withdrawal clause": a case provided for."""
    noun = page.words[trigger.head]
    if noun.pos not in {"NOUN", "PROPN"} or trigger.rule.kind not in {Step.WITHDRAWN, Step.TERMINATED, Step.SUSPENDED}:
        return False
    above = page.words[noun.head]
    while noun.dep == "conj" and above.pos == "NOUN":
        noun, above = above, page.words[above.head]
    if noun.dep == "compound":
        return above.lemma in other_words("providing")
    over = page.words[above.head]
    return noun.dep == "pobj" and above.lower in {"of", "for", "on"} and over.lemma in other_words("providing")


def _is_offered(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "The treaty offers a way out": an agreement proposes no other."""
    if trigger.rule.kind is not Step.PROPOSED or page.words[trigger.head].pos != "VERB":
        return False
    return any(arguments.agreement_of(i) and not _is_pointing(page.words[i]) for i in subjects(page, trigger.head))


def _is_pointing(word: Word) -> bool:
    return word.pos == "PRON"
