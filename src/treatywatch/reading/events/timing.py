"""What a date or a condition beside a step says about its modality."""

from datetime import timedelta

from treatywatch.language.parse import Parsed
from treatywatch.model import Modality, Step, bounds
from treatywatch.reading.events.exit import TAKING_EFFECT
from treatywatch.reading.events.words import course_words
from treatywatch.reading.grammar import children, clause_of, is_infinitive, subjects
from treatywatch.reading.modality.cues import cue_words
from treatywatch.reading.modality.tense import mark_of

# A page may be stamped the evening before the day that its report tells as past.
_STAMPED_BEFORE = timedelta(days=1)
_CONDITIONS = frozenset({"once", "when", "if", "unless", "until", "after", "provided"})
_AHEAD = frozenset({"next", "tomorrow", "coming", "upcoming"})
_FOR = 6  # words between "for" and the "to" of its infinitive
_LAID_DOWN = frozenset(
    {Step.IN_FORCE, Step.PROVISIONALLY_APPLIED, Step.OPENED, Step.TERMINATED, *TAKING_EFFECT.values()}
)
_TAKING_EFFECT = frozenset({Step.IN_FORCE, Step.PROVISIONALLY_APPLIED})
_ACTS = frozenset({"ratification", "accession", "acceptance", "instrument", "signature"})


def looking(page: Parsed, head: int, kind: Step, modality: Modality) -> Modality:
    """Which way a date looks: "enters into force on 17 May" looks ahead, whatever the tense."""
    present = page.words[head].tag in {"VBZ", "VBP"} and page.words[head].lemma != "be"
    ahead = present and kind in _LAID_DOWN and modality is Modality.ACTUAL
    return Modality.PLANNED if ahead else modality


def in_time(
    page: Parsed,
    head: int,
    kind: Step,
    modality: Modality,
    date: str | None,
    anchor: str | None,
    *,
    told: str = "",
) -> Modality:
    """The modality of a step once its date and conditions are known.

    What is dated after the page lies ahead. Entry into force that hangs on acts not yet done is possible while it has
    no date, planned when it has one (the convention of the gold corpus). ``told`` are the words for its time, whether
    or not a date can be made of them.
    """
    if told and anchor is None and _is_set(page, head, kind, modality):
        return Modality.PLANNED
    if modality is Modality.ACTUAL and _is_to_come(page, head, told):
        return Modality.PLANNED
    present = page.words[head].tag in {"VBZ", "VBP"}
    if modality is Modality.ACTUAL and date and anchor and present and bounds(date)[0] > bounds(anchor)[1]:
        return Modality.PLANNED  # "takes effect on Friday", on Thursday
    if modality is Modality.ACTUAL and date and anchor and bounds(date)[0] > bounds(anchor)[1] + _STAMPED_BEFORE:
        return Modality.PLANNED
    if kind is Step.SUBMITTED and modality is Modality.ACTUAL and present:
        return Modality.PLANNED if page.words[head].lemma in course_words("moving") else modality
    if kind is Step.SUPERSEDED and modality is Modality.PLANNED and hangs_on_acts(page, head):
        return Modality.POSSIBLE
    if kind not in _TAKING_EFFECT:
        return modality
    if modality is Modality.NEGATED:
        return Modality.POSSIBLE if _until(page, head) else modality
    if modality is Modality.POSSIBLE and date and anchor and bounds(date)[1] >= bounds(anchor)[0]:
        return Modality.PLANNED
    if modality is Modality.POSSIBLE and is_expected_by(page, head):
        return Modality.PLANNED
    waits = hangs_on_acts(page, head) or is_what_is_needed_for(page, head)
    if date is None and waits and (modality is not Modality.ACTUAL or present):
        return Modality.POSSIBLE
    return modality


def _is_to_come(page: Parsed, head: int, told: str) -> bool:
    """ "The talks go on next week", "tomorrow the leaders adopt it": a present tense with a time that lies ahead."""
    verb = page.words[clause_of(page, head)]
    return verb.tag in {"VBZ", "VBP"} and bool(_AHEAD & set(told.lower().split()))


def _is_set(page: Parsed, head: int, kind: Step, modality: Modality) -> bool:
    """ "expires on Sunday", "may take effect in May", on a page without a day of its own: set for a time to come."""
    if kind in _TAKING_EFFECT and modality is Modality.POSSIBLE:
        return True
    word = page.words[head]
    runs = word.tag in {"VBZ", "VBP"} and word.lemma in cue_words()["laid_down"] - {"be", "remain", "stay"}
    return kind in _LAID_DOWN and modality is Modality.ACTUAL and runs


def is_what_is_needed_for(page: Parsed, head: int) -> bool:
    """ "the minimum for it to come into force", "it needs thirty ratifications to take effect"."""
    if (
        page.words[head].dep in {"xcomp", "ccomp"}
        and is_infinitive(page, page.words[head])
        and page.words[page.words[head].head].lemma in {"need", "require", "lack"}
    ):
        return True
    if any(page.words[i].lemma in _ACTS for i in subjects(page, head)):
        return True  # "sixty ratifications will bring it into force"
    to = next((c for c in page.words[head].children if page.words[c].lower == "to"), None)
    return to is not None and any(word.lower == "for" for word in page.words[max(0, to - _FOR) : to])


def is_expected_by(page: Parsed, head: int) -> bool:
    """ "can take effect within a year", "can then take effect 30 days later": a time is set, if nothing else holds."""
    told = [page.words[c] for c in page.words[head].children]
    set_for = any(w.lower in {"within", "later"} for w in told if w.dep in {"prep", "advmod"})
    return set_for and any(w.lower == "can" for w in told) and not children(page, head, "advcl", "neg")


def hangs_on_acts(page: Parsed, head: int) -> bool:
    """Whether a clause or phrase of condition stands below the verb: "once …", "30 days after the last deposit"."""
    if any(w.lower == "after" and children(page, w.i, "npadvmod") for w in children(page, head, "mark")):
        return True  # "all must ratify it; three months after that it enters into force"
    for child in page.words[head].children:
        word = page.words[child]
        opening = {page.words[c].lower for c in word.children}
        if word.dep == "advcl" and (mark_of(page, word) or opening & _CONDITIONS):
            return True
        if word.dep == "prep" and word.lower in {"after", "upon", "from", "on", "within"} and not _dated(page, child):
            return True
        if word.dep == "advmod" and word.lower in {"later", "after", "thereafter"}:
            return True  # "follows 30 days later"
        if word.dep == "advmod" and word.lower == "soon" and children(page, child, "advcl"):
            return True  # "as soon as both have ratified it"
        if word.dep in {"npadvmod", "dobj"} and any(page.words[c].lower in _CONDITIONS for c in page.subtree(child)):
            return True
    return False


def _until(page: Parsed, head: int) -> bool:
    """ "cannot take effect until sixty have ratified it", "without ratification by Chile": then it may."""
    if any(w.lower == "without" for w in children(page, head, "prep")):
        return True
    return any(page.words[c].lower == "until" for clause in children(page, head, "advcl") for c in clause.children)


def _dated(page: Parsed, preposition: int) -> bool:
    return any(page.words[i].text.isdigit() for i in page.subtree(preposition)[:4])
