"""The day of a ratification that a page tells as news, and then by whom and when the instrument was handed in."""

from treatywatch.language.parse import Parsed
from treatywatch.model import Modality, Step
from treatywatch.reading.events.found import Found

_BOUND = frozenset({Step.RATIFIED, Step.ACCEDED})


def bound_by_deposit(page: Parsed, lead: int, made: list[Found]) -> list[Found]:
    """ "Chile is the first state to ratify it. On 3 May its envoy handed in the instrument.": ``made`` with that day.

    Consent to be bound is established by the deposit (Vienna Convention, Article 16), so that the day of one which the
    next sentence tells is that of the undated step that sentence number ``lead`` tells of the same party.
    """
    dated = [(each, page.words[each.head].sentence) for each in made if each.kind is Step.DEPOSITED and each.date]
    return [
        next((each._replace(date=told.date) for told, at in dated if _is_news_of(page, lead, each, told, at)), each)
        for each in made
    ]


def _is_news_of(page: Parsed, lead: int, step: Found, told: Found, at: int) -> bool:
    both_done = step.modality is told.modality is Modality.ACTUAL
    same = (step.cluster, step.parties) == (told.cluster, told.parties) and bool(step.parties)
    untold = step.kind in _BOUND and step.date is None and step.when is None
    return untold and both_done and same and page.words[step.head].sentence == lead == at - 1
