"""Domestic acts about an agreement: a bill to ratify it, a law on its denunciation, a decree that approves it."""

from collections.abc import Sequence
from typing import NamedTuple

from treatywatch.language.parse import Parsed
from treatywatch.model import Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.classes import class_of
from treatywatch.reading.events.rule import EventRule
from treatywatch.reading.events.words import other_words
from treatywatch.reading.grammar import children, noun_arguments, objects, subjects
from treatywatch.reading.nouns import is_measure
from treatywatch.reading.patterns import Trigger

_EXITS = {
    Step.DENOUNCED: Step.DENOUNCED,
    Step.WITHDRAWN: Step.DENOUNCED,
    Step.SUSPENDED: Step.SUSPENDED,
    Step.TERMINATED: Step.DENOUNCED,
    Step.RESUMED: Step.RESUMED,
}


_THE = frozenset({"the", "this", "that", "these", "its", "their"})


class Act(NamedTuple):
    """What a domestic act comes to: the step it is, the agreements it is about, and whether it is only tabled."""

    kind: Step
    agreements: list[tuple[int, int]]
    tabled: bool


class Measures:
    """The bills, laws and votes of one page and what they are about."""

    def __init__(self, page: Parsed, arguments: Arguments, triggers: Sequence[Trigger[EventRule]]) -> None:
        self._page = page
        self._arguments = arguments
        self._exits = {t.head: t for t in triggers if t.rule.kind in _EXITS}
        self._steps = {t.head: t for t in triggers if t.rule.noun and t.rule.kind is Step.RATIFIED}
        self._last: tuple[Step | None, list[tuple[int, int]]] | None = None

    def told_by(self, trigger: Trigger[EventRule]) -> set[int]:
        """Verbs inside the measure that a verb of procedure speaks of: "passed the bill ratifying it" is one act."""
        things = self._things_done_to(trigger)
        if not any(map(self._is_measure, things)):
            return set()
        # "signed the law on leaving it": the parser may hang what the law is on on the verb
        below = {word for noun in things for word in self._page.subtree(noun)}
        return {i for i in below if self._page.words[i].pos in {"VERB", "AUX", "NOUN"}}

    def act(self, trigger: Trigger[EventRule], kind: Step, actors: Sequence[Actor]) -> Act | None:
        """The act that a verb of procedure does to a measure or to an exit, or None when it does neither."""
        for noun in self._things_done_to(trigger):
            exit_kind, agreements = self._about(noun)
            if exit_kind is not None and agreements:
                if kind is Step.REJECTED:
                    return None  # a bill to leave that is voted down
                return Act(exit_kind, agreements, tabled=kind is Step.SUBMITTED)
            if agreements and self._is_measure(noun):
                return self._domestic(kind, agreements, actors)
        return None

    def _domestic(self, kind: Step, agreements: list[tuple[int, int]], actors: Sequence[Actor]) -> Act | None:
        if kind is Step.SIGNED:
            heads = [a for a in actors if class_of(a, self._page.words[a.word].lower) in {"head", "person"}]
            return Act(Step.RATIFIED, agreements, tabled=False) if heads else None
        if kind in {Step.ADOPTED, Step.AUTHORISED}:
            return Act(Step.APPROVED, agreements, tabled=False)
        return Act(kind, agreements, tabled=False)

    def _things_done_to(self, trigger: Trigger[EventRule]) -> list[int]:
        words = self._page.words
        nouns = objects(self._page, trigger.head, "for", "to", "through")
        nouns += [
            o for i in trigger.words if i != trigger.head and words[i].pos == "VERB" for o in objects(self._page, i)
        ]
        last = (i for i in trigger.words[1:] if words[i].pos == "NOUN")  # "gave its approval to the bill"
        for noun in (trigger.head, *last):
            nouns += noun_arguments(self._page, noun, "for", "on", *(("to",) if noun != trigger.head else ()))
        if trigger.rule.of[0] == "subject":
            nouns = subjects(self._page, trigger.head)
        return [n for n in nouns if words[n].pos in {"NOUN", "PROPN", "PRON", "VERB"}]

    def _points_back(self, i: int) -> bool:
        """ "the bill", "it", "Bill C-4" go back to a bill spoken of; "a resolution …", "the Farm Act" are others."""
        word = self._page.words[i]
        if any(w.i == i + 2 for w in children(self._page, i, "relcl")):
            return False  # "the bill I introduced this week" is told by that
        if any(w.text[:1].isupper() for w in children(self._page, i, "compound", "amod", "nmod")):
            return False
        return word.pos == "PROPN" or any(self._page.words[c].lower in _THE for c in word.children)

    def _is_measure(self, i: int) -> bool:
        numbered = children(self._page, i, "compound")  # "Bill C-4"
        return any(is_measure(w.lemma) for w in (self._page.words[i], *numbered))

    def _about(self, i: int) -> tuple[Step | None, list[tuple[int, int]]]:
        """The exit a noun speaks of (if any) and the agreements: within itself, or those of the last measure."""
        below = self._page.subtree(i)
        if (not self._is_measure(i) and i not in self._exits) or carries_out(self._page, i):
            return None, []
        exit_kind = next((_EXITS[self._exits[w].rule.kind] for w in below if w in self._exits), None)
        heads = self._arguments.coreference.heads_between(below[0], below[-1])
        agreements = [(number, head) for head, number in heads if head in below][:1]
        if not agreements and exit_kind is not None:
            exit_ = next(self._exits[w] for w in below if w in self._exits)
            agreements = self._arguments.agreements(exit_, exit_.rule.of)
            agreements = agreements or self._arguments.from_context(exit_, strict=False)
        if not agreements and exit_kind is None and (steps := [self._steps[w] for w in below if w in self._steps]):
            agreements = self._arguments.from_context(steps[0], strict=False)  # "a bill on its ratification"
        if agreements:
            self._last = (exit_kind, agreements)
            return exit_kind, agreements
        if self._is_measure(i) and self._points_back(i) and self._last is not None:
            return self._last
        return None, []


def carries_out(page: Parsed, i: int) -> bool:
    """Whether a domestic act only helps to carry an agreement out ("a bill to fund it"), or there are many of them."""
    told = children(page, i, "acl", "relcl", "amod", "compound")
    return page.words[i].lower in other_words("many") or any(w.lemma in other_words("carrying_out") for w in told)
