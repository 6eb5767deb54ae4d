"""Votes and approvals that are none of an agreement: of a budget or a resolution, in an election, by one legislator."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.words import other_words
from treatywatch.reading.grammar import children, is_passive, noun_arguments, subjects
from treatywatch.reading.nouns import is_carrier, is_instrument, is_measure
from treatywatch.reading.patterns import AnyTrigger

_ONE = frozenset({"i", "he", "she"})


def votes_otherwise(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """Whether a verb of approval or refusal is done to another thing, or is one legislator's own."""
    if page.words[trigger.head].pos not in {"VERB", "AUX"} or trigger.rule.name not in {"approve", "reject", "vote-on"}:
        return False
    return any(
        is_one(page, arguments, trigger) for is_one in (_votes_for_people, _is_one_vote, _is_told_to_vote, _is_of_money)
    )


def _votes_for_people(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "voted in the election for their council": the words of the rule belong to another phrase."""
    verb = page.words[trigger.head]
    if verb.lemma != "vote":
        return False
    phrases = [page.words[i] for i in trigger.words if page.words[i].dep == "prep"]
    elections = [n for w in children(page, verb.i, "prep") for n in children(page, w.i, "pobj")]
    own = set(trigger.words)
    return any(w.head not in own for w in phrases) or any(n.lemma in other_words("elections") for n in elections)


def _is_one_vote(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "I voted for the treaty", "Senator Rojas voted against it": one of many votes."""
    verb = page.words[trigger.head]
    return verb.lemma == "vote" and any(_is_one(page, arguments, i) for i in subjects(page, verb.i))


def _is_one(page: Parsed, arguments: Arguments, i: int) -> bool:
    return page.words[i].lower in _ONE or arguments.actors.of(i).kind == "person"


def _is_told_to_vote(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "Don't vote for it": an order to those who vote."""
    verb = page.words[trigger.head]
    helpers = {w.lower for w in children(page, verb.i, "aux")}
    told = helpers == {"do"} or (not helpers and verb.dep == "ROOT")
    return verb.lemma == "vote" and verb.tag == "VB" and told and not children(page, verb.i, "nsubj")


def _is_of_money(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "endorsed a budget", "passed amendments": what is passed is a thing of its own."""
    if is_passive(page, trigger.head):
        return False
    told = [page.words[i] for i in arguments.done_to(trigger.head)][:1]
    return bool(told) and all(_is_apart(page, arguments, w) for w in told)


def _is_apart(page: Parsed, arguments: Arguments, noun: Word) -> bool:
    """Whether a noun is a thing of its own, whatever agreement a clause about it names."""
    if noun.pos != "NOUN" or noun.tag == "VBG" or arguments.agreement_of(noun.i):
        return False
    if noun.lemma in other_words("apart"):
        return True
    if is_carrier(noun.lower) or is_measure(noun.lemma) or is_instrument(noun.lemma):
        return False
    return not noun_arguments(page, noun.i, "of", "to", "on", "for", "in", "with") and bool(
        children(page, noun.i, "relcl", "acl")
    )
