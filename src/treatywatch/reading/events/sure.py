"""How sure a step is: by its rule, by what is told of it as done, else by its grammar."""

from treatywatch.language.parse import Parsed
from treatywatch.model import Modality, Step, bounds
from treatywatch.reading.events.dating import Dates
from treatywatch.reading.events.kept import of_opposite
from treatywatch.reading.events.rule import EventRule
from treatywatch.reading.grammar import children, is_infinitive
from treatywatch.reading.mentions.resolve import Coreference
from treatywatch.reading.misread import participle_of
from treatywatch.reading.modality import is_wanted, modality_of
from treatywatch.reading.patterns import Trigger

_DONE_IN_THE_END = frozenset({Step.RATIFIED, Step.DEPOSITED, Step.AMENDED, Step.EXTENDED})


def sure_of(page: Parsed, coreference: Coreference, dates: Dates, trigger: Trigger[EventRule]) -> Modality | None:
    """The modality of a step, or None where the words leave open whether its opposite is so.

    "The pact in force since 1994" and "the pact signed in 2000" are told as done.
    """
    if trigger.rule.modality is not None:
        return trigger.rule.modality
    told = _told(page, coreference, dates, trigger)
    if told is Modality.PLANNED and trigger.rule.kind is Step.EXTENDED and _is_agreed(page, dates, trigger.head):
        return Modality.ACTUAL
    return of_opposite(page, trigger, told) if trigger.rule.opposite else told


def _told(page: Parsed, coreference: Coreference, dates: Dates, trigger: Trigger[EventRule]) -> Modality:
    head = trigger.head
    if trigger.rule.kind in _DONE_IN_THE_END and _is_being_done(page, head):
        return Modality.PLANNED
    done = page.words[head].pos == "ADP" or _made_in_the_past(page, coreference, dates, head)
    return Modality.ACTUAL if done else modality_of(page, head)


def _is_being_done(page: Parsed, head: int) -> bool:
    """ "is being ratified", "was being revised": under way, and so not done yet."""
    helpers = children(page, head, "auxpass", "aux")
    return any(w.lower == "being" for w in helpers) and modality_of(page, head) is Modality.ACTUAL and len(helpers) > 1


def _made_in_the_past(page: Parsed, coreference: Coreference, dates: Dates, head: int) -> bool:
    if is_wanted(page, page.words[head]) or participle_of(page, coreference, head) is None:
        return False
    dated = dates.of(head, (head,))
    value = None if dated is None else dates.value(dated, Modality.ACTUAL)
    return value is not None and (dates.anchor is None or bounds(value)[1] < bounds(dates.anchor)[0])


def _is_agreed(page: Parsed, dates: Dates, head: int) -> bool:
    """ "Chile and Peru agreed to extend it": what the parties agree on is done by that, unless a day is set for it."""
    verb = page.words[head]
    above = page.words[verb.head]
    if not is_infinitive(page, verb) or above.lemma not in {"agree", "agreement"} or above.i > head:
        return False
    return modality_of(page, above.i) is Modality.ACTUAL and dates.of(head, (head,)) is None
