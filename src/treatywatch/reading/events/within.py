"""Which words a wording of a step takes in, so that they tell of no step of their own."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Step
from treatywatch.reading.events.rule import EventRule
from treatywatch.reading.grammar import children
from treatywatch.reading.patterns import Trigger

# Steps on a state's own way, which are taken by acts about bills and ratifications.
DOMESTIC = frozenset({Step.APPROVED, Step.SUBMITTED, Step.RATIFIED, Step.AUTHORISED, Step.ADOPTED, Step.SIGNED})
_ACTS = DOMESTIC | {Step.DEPOSITED, Step.EXCHANGED, Step.REJECTED}


def taken_in(page: Parsed, trigger: Trigger[EventRule]) -> set[int]:
    """The nouns below a verb of procedure: "approved the ratification" is one act, not two.

    What stands before its clause, or comes along with it, is told for itself: "After its signing, …", "…, triggering
    its entry into force".
    """
    if trigger.rule.noun or trigger.rule.kind not in _ACTS:
        return set()
    whole = page.subtree(trigger.head)
    words = (page.words[i] for i in whole if i != trigger.head)
    along = (w.i for w in words if w.dep == "advcl" and w.tag == "VBG")
    before = (w.i for w in children(page, trigger.head, "prep") if w.i < min(trigger.words))
    beside = (w.i for w in children(page, trigger.head, "conj", "ccomp", "parataxis") if _stands_beside(page, w))
    apart = {i for clause in (*along, *before, *beside) for i in page.subtree(clause)}
    below = (page.words[i] for i in whole if i not in apart)
    return {w.i for w in below if w.pos in {"NOUN", "PROPN"} or w.tag == "VBG"}


def _stands_beside(page: Parsed, verb: Word) -> bool:
    """ "A vote is planned for May; the treaty was signed", "…, and ratification will follow": clauses of their own."""
    first, last = sorted((verb.i, verb.head))
    parted = any(page.words[i].text in {";", ":"} for i in range(first, last))
    return bool(children(page, verb.i, "nsubj", "nsubjpass")) and (verb.dep == "conj" or parted)
