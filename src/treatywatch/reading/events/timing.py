"""What a date or a condition beside a step says about its modality."""

from datetime import timedelta

from treatywatch.language.parse import Parsed
from treatywatch.model import Modality, Step, bounds
from treatywatch.reading.grammar import children

# A page may be stamped the evening before the day that its report tells as past.
_STAMPED_BEFORE = timedelta(days=1)
_CONDITIONS = frozenset({"once", "when", "if", "unless", "until", "after", "provided"})
_TAKING_EFFECT = frozenset({Step.IN_FORCE, Step.PROVISIONALLY_APPLIED})


def in_time(page: Parsed, head: int, kind: Step, modality: Modality, date: str | None, anchor: str | None) -> Modality:
    """The modality of a step once its date and conditions are known.

    What is dated after the page lies ahead. Entry into force that hangs on acts not yet done is possible while it has
    no date, planned when it has one (the convention of the gold corpus).
    """
    if modality is Modality.ACTUAL and date and anchor and bounds(date)[0] > bounds(anchor)[1] + _STAMPED_BEFORE:
        return Modality.PLANNED
    if kind is Step.SUPERSEDED and modality is Modality.PLANNED and hangs_on_acts(page, head):
        return Modality.POSSIBLE
    if kind not in _TAKING_EFFECT or (modality is Modality.NEGATED and not _until(page, head)):
        return modality
    if modality is Modality.POSSIBLE and date and anchor and bounds(date)[1] >= bounds(anchor)[0]:
        return Modality.PLANNED
    if modality is not Modality.ACTUAL and date is None and hangs_on_acts(page, head):
        return Modality.POSSIBLE
    return modality


def hangs_on_acts(page: Parsed, head: int) -> bool:
    """Whether a clause or phrase of condition stands below the verb: "once …", "30 days after the last deposit"."""
    for child in page.words[head].children:
        word = page.words[child]
        if word.dep == "advcl" and any(page.words[c].lower in _CONDITIONS for c in word.children):
            return True
        if word.dep == "prep" and word.lower in {"after", "upon", "from", "on", "within"} and not _dated(page, child):
            return True
        if word.dep in {"npadvmod", "dobj"} and any(page.words[c].lower in _CONDITIONS for c in page.subtree(child)):
            return True
    return False


def _until(page: Parsed, head: int) -> bool:
    return any(page.words[c].lower == "until" for clause in children(page, head, "advcl") for c in clause.children)


def _dated(page: Parsed, preposition: int) -> bool:
    return any(page.words[i].text.isdigit() for i in page.subtree(preposition)[:4])
