"""Domestic acts about an agreement: a bill to ratify it, a law on its denunciation, a decree that approves it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from treatywatch.language.parse import Parsed
from treatywatch.model import Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.classes import class_of
from treatywatch.reading.events.found import Found
from treatywatch.reading.events.rule import EventRule
from treatywatch.reading.events.words import other_words
from treatywatch.reading.grammar import children, noun_arguments, objects, subjects
from treatywatch.reading.nouns import is_measure
from treatywatch.reading.patterns import Trigger
from treatywatch.reading.reference import is_numbered

_EXITS = {
    Step.DENOUNCED: Step.DENOUNCED,
    Step.WITHDRAWN: Step.DENOUNCED,
    Step.SUSPENDED: Step.SUSPENDED,
    Step.TERMINATED: Step.DENOUNCED,
    Step.RESUMED: Step.RESUMED,
}


_AT_HOME = frozenset({Step.SUBMITTED, Step.APPROVED, Step.RATIFIED, Step.REJECTED, Step.AUTHORISED, Step.DENOUNCED})
_REACH = 3  # sentences
_TWO = 2
_ABOUT = frozenset({"on", "for", "concerning", "regarding"})
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

    def act(
        self, trigger: Trigger[EventRule], kind: Step, actors: Sequence[Actor], made: Iterable[Found]
    ) -> Act | None:
        """The act that a verb of procedure does to a measure or to an exit, or None when it does neither.

        ``made`` are the steps told so far.
        """
        things = self._things_done_to(trigger)
        for noun in things:
            exit_kind, agreements = self._about(noun)
            if not agreements and self._is_measure(noun) and self._says_no_more(noun):
                exit_kind, agreements = self._voted_on(noun, made)
            if exit_kind is not None and agreements:
                if kind is Step.REJECTED:
                    return None  # a bill to leave that is voted down
                return Act(exit_kind, agreements, tabled=kind is Step.SUBMITTED)
            if agreements and self._is_measure(noun):
                return self._domestic(kind, agreements, actors)
        return None

    def _voted_on(self, noun: int, made: Iterable[Found]) -> tuple[Step | None, list[tuple[int, int]]]:
        """ "Parliament approved the treaty. The law …": what the step at home told last was taken on."""
        sentence = self._page.words[noun].sentence
        steps = (f for f in made if f.head < noun and sentence - self._page.words[f.head].sentence <= _REACH)
        last = max((f for f in steps if f.kind in _AT_HOME), key=lambda f: f.head, default=None)
        return (None, []) if last is None else (_EXITS.get(last.kind), [(last.cluster, noun)])

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
        nouns += [o for clause in self._misread(trigger.head) for o in objects(self._page, clause)]
        if trigger.rule.of[0] == "subject":
            nouns = subjects(self._page, trigger.head)
        return [n for n in nouns if words[n].pos in {"NOUN", "PROPN", "PRON", "VERB"}]

    def _misread(self, verb: int) -> list[int]:
        """ "brought in implementing Bill C-7": what the bill is for, which the parser took for a verb of its own."""
        clauses = children(self._page, verb, "xcomp", "ccomp", "advcl")
        return [w.i for w in clauses if w.tag == "VBG" and w.lemma in other_words("carrying") and w.i <= verb + _TWO]

    def _points_back(self, i: int) -> bool:
        """ "the bill", "it", "Bill C-4" go back to a bill spoken of; "a resolution …", "the Farm Act" are others."""
        word = self._page.words[i]
        if is_numbered(self._page, i):
            return True
        if any(w.i == i + 2 for w in children(self._page, i, "relcl")):
            return False  # "the bill I introduced this week" is told by that
        if any(w.text[:1].isupper() for w in children(self._page, i, "compound", "amod", "nmod")):
            return False
        return word.pos == "PROPN" or any(self._page.words[c].lower in _THE for c in word.children)

    def _phrase(self, i: int) -> list[int]:
        """The words below a noun, and what a numbered law is on where the parser hung that on the verb.

        "adopted Law No. 12 on the ratification of the treaty".
        """
        below = self._page.subtree(i)
        if not is_numbered(self._page, i):
            return below
        beside = children(self._page, self._page.words[i].head, "prep", "acl", "advcl", "relcl")
        hung = [w.i for w in beside if w.i > i and (w.lower in _ABOUT or w.lemma in other_words("carrying"))]
        return sorted({*below, *(at for word in hung[:1] for at in self._page.subtree(word))})

    def _carries(self, i: int) -> bool:
        """ "the implementing bill", "ratification law": a measure that is there to make an agreement binding."""
        told = children(self._page, i, "amod", "compound", "nmod")
        return self._is_measure(i) and any({w.lemma, w.lower} & other_words("carrying") for w in told)

    def _says_no_more(self, i: int) -> bool:
        """ "the law", "Law No. 12": what is signed after a vote without another word for it; no "arbitration bill"."""
        below = [self._page.words[c] for c in self._page.words[i].children]
        return self._points_back(i) and all(w.dep in {"det", "poss", "relcl"} or w.pos == "NUM" for w in below)

    def _is_measure(self, i: int) -> bool:
        return is_measure(self._page.words[i].lemma.lower()) or is_numbered(self._page, i)

    def _about(self, i: int) -> tuple[Step | None, list[tuple[int, int]]]:
        """The exit a noun speaks of (if any) and the agreements: within itself, or those of the last measure."""
        below = self._phrase(i)
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
        if not agreements and exit_kind is None and self._carries(i):
            before = self._arguments.coreference.before(i)
            agreements = [] if before is None else [(before, i)]
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
