"""Steps told by their opposite: who keeps to an agreement does not break it, who stays in it does not leave."""

from treatywatch.language.parse import Parsed
from treatywatch.model import Modality
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.rule import EventRule
from treatywatch.reading.grammar import children, clause_of, is_verb
from treatywatch.reading.modality.tense import has_finite_auxiliary
from treatywatch.reading.patterns import AnyTrigger, Trigger
from treatywatch.reading.reference import may_stand_for_agreement

_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_AHEAD = frozenset({"will", "would", "shall", "wo", "'ll", "'d"})


def of_opposite(page: Parsed, trigger: Trigger[EventRule], told: Modality) -> Modality | None:
    """How sure the step is whose opposite is ``told``; None where the words leave it open.

    "Keeps to the treaty" denies the breach of it, "does not keep to it" tells it, "should keep to it" does neither.
    """
    verb = trigger.head if is_verb(page, trigger.head) else clause_of(page, trigger.head)
    ahead = any(w.lower in _AHEAD for w in children(page, verb, "aux"))
    if not ahead and page.words[verb].tag not in _FINITE and not has_finite_auxiliary(page, page.words[verb]):
        return None  # "for keeping to the treaty", "in order to keep to it"
    if told in trigger.rule.opposite:
        return Modality.NEGATED
    if told is not Modality.NEGATED:
        return None
    return Modality.PLANNED if ahead else Modality.ACTUAL


def keeps_another_thing(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "remained in Lima", "kept the promise of a tax cut": nobody stays in an agreement or keeps to it by that.

    Who will keep to the limits of one says nothing of leaving it: it may be suspended.
    """
    if not trigger.rule.opposite:
        return False
    told = [w.i for i in trigger.words for w in children(page, i, "dobj", "nsubjpass") if w.i not in trigger.words]
    links = [w for i in trigger.words for w in (page.words[i], *children(page, i, "prep", "agent", "prt", "advmod"))]
    told += [w.i for link in links if link.lower in trigger.rule.of for w in children(page, link.i, "pobj", "pcomp")]
    told = [i for i in told if i not in trigger.words]
    itself = Modality.PLANNED in trigger.rule.opposite
    return bool(told) and not any(_is_agreement(page, arguments, i, itself=itself) for i in told)


def _is_agreement(page: Parsed, arguments: Arguments, i: int, *, itself: bool) -> bool:
    """Whether a word names an agreement or stands for one, or, unless it must be one ``itself``, for part of one."""
    if itself:
        return arguments.coreference.named(i) is not None or page.words[i].tag in {"PRP", "DT", "WDT"}
    return bool(arguments.agreement_of(i)) or may_stand_for_agreement(page, arguments.coreference, i)
