"""Agreements at home: of a government with rebels or a firm, among a chamber's members, between parts of one state.

What two states make has two states among those who act in it or are named in it; where a firm, rebels or a part of a
state stand beside one state at most, the agreement is none between states.
"""

from collections.abc import Iterator, Sequence

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.rule import EventRule
from treatywatch.reading.events.words import other_words
from treatywatch.reading.grammar import agents, children, noun_arguments, objects, subjects, with_conjuncts
from treatywatch.reading.patterns import Trigger

_MAKING = frozenset({"sign", "conclude", "reach-deal", "initial", "negotiate"})


def at_home(page: Parsed, arguments: Arguments, triggers: Sequence[Trigger[EventRule]]) -> frozenset[int]:
    """The clusters that the page tells to be agreements at home."""
    clusters = arguments.coreference.clusters
    named = {c.number for c in clusters for m in c.mentions if _is_private(page, arguments, _sides(page, m.head))}
    made = {number for t in triggers for number in _made_at_home(page, arguments, t)}
    return frozenset(n for n in named | made if clusters[n].known is None and len(clusters[n].parties) <= 1)


def _made_at_home(page: Parsed, arguments: Arguments, trigger: Trigger[EventRule]) -> Iterator[int]:
    """The agreements that the verb says a state made with one that is no state, or that such made alone."""
    head = trigger.head
    if trigger.rule.name not in _MAKING or page.words[head].pos != "VERB":
        return
    acting = [*subjects(page, head), *agents(page, head), *noun_arguments(page, head, "with", "between")]
    done_to = [i for i in objects(page, head) if arguments.agreement_of(i)]
    if page.words[head].dep == "acl":
        done_to.append(page.words[head].head)
    for i in done_to:
        told = [o for o in acting if not arguments.agreement_of(o)]
        if _is_private(page, arguments, [*told, *_sides(page, i)]):
            yield from (number for number, _ in arguments.agreement_of(i))


def _sides(page: Parsed, noun: int) -> list[int]:
    return noun_arguments(page, noun, "between", "with", "among", "of")


def _is_private(page: Parsed, arguments: Arguments, sides: list[int]) -> bool:
    """Whether one of those named is no state and at most one is a state."""
    every = dict.fromkeys(i for side in sides for i in with_conjuncts(page, side))
    private = [i for i in every if _is_no_state(page, arguments, page.words[i])]
    states = {code for i in every if i not in private for code in arguments.actors.of(i).codes}
    return bool(private) and len(states) <= 1


def _is_no_state(page: Parsed, arguments: Arguments, word: Word) -> bool:
    """ "a rebel group", "the Jones Group", "the state of Ohio", "14 senators"."""
    if word.pos == "PROPN" and arguments.actors.of(word.i).codes:
        return False  # "the World Bank"
    if word.pos == "NOUN" and {word.lemma, word.lower} & other_words("private"):
        return True
    if word.lemma == "state":
        parts = noun_arguments(page, word.i, "of")
        return bool(parts) and not any(arguments.actors.of(i).codes for i in parts)
    if any(w.lower in other_words("public_names") for w in children(page, word.i, "compound", "amod", "nmod")):
        return False  # "the African Development Bank": its loans to states are agreements
    last = word.pos == "PROPN" and word.lower in other_words("private_names")
    beside = [w.lower for w in children(page, word.i, "compound", "appos", "amod") if w.pos == "NOUN"]
    return last or any(w in other_words("private") for w in beside)
