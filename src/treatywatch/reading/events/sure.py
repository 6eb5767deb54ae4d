"""How sure a step is: by its rule, by what is told of it as done, else by its grammar."""

from treatywatch.language.parse import Parsed
from treatywatch.model import Modality, bounds
from treatywatch.reading.events.dating import Dates
from treatywatch.reading.events.rule import EventRule
from treatywatch.reading.mentions.resolve import Coreference
from treatywatch.reading.misread import participle_of
from treatywatch.reading.modality import is_wanted, modality_of
from treatywatch.reading.patterns import Trigger


def sure_of(page: Parsed, coreference: Coreference, dates: Dates, trigger: Trigger[EventRule]) -> Modality:
    """The modality of a step; "the pact in force since 1994" and "the pact signed in 2000" are told as done."""
    if trigger.rule.modality is not None:
        return trigger.rule.modality
    head = trigger.head
    done = page.words[head].pos == "ADP" or _made_in_the_past(page, coreference, dates, head)
    return Modality.ACTUAL if done else modality_of(page, head)


def _made_in_the_past(page: Parsed, coreference: Coreference, dates: Dates, head: int) -> bool:
    if is_wanted(page, page.words[head]) or participle_of(page, coreference, head) is None:
        return False
    dated = dates.of(head, (head,))
    value = None if dated is None else dates.value(dated, Modality.ACTUAL)
    return value is not None and (dates.anchor is None or bounds(value)[1] < bounds(dates.anchor)[0])
