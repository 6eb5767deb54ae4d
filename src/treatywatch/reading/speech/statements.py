"""Which acts of saying are statements about an agreement."""

import re
from collections.abc import Sequence

from treatywatch.reading.speech.act import Speech
from treatywatch.reading.speech.carry import GOES_ON
from treatywatch.reading.speech.label import RULE as LABEL
from treatywatch.reading.speech.own import RULE as OWN_ACT
from treatywatch.reading.speech.spans import Cover, Span, near

ANNOUNCES = "announces"
_JUDGEMENTS = frozenset({"holds", "values", "feels", "view"})
_AHEAD = re.compile(r"\b(?:will|would|may|might|could|should|shall|going to|to be)\b", re.IGNORECASE)


def statements(
    text: str, speeches: Sequence[Speech], facts: Sequence[Span] = (), about: Sequence[Span] | None = None
) -> tuple[Speech, ...]:
    """The speeches that are statements: what named people and bodies say about an agreement beyond the bare facts.

    ``text`` is the page's. ``facts`` are the spans of the events that the page tells. A claim that is no more than such
    an event already carries its source there; it is a statement as well in the speaker's own words, as a person's
    outlook, or when a person says nothing else on the page. ``about`` are the places that speak of agreements; a
    statement has one of them in its paragraph or the one before. Without ``about`` every paragraph counts, except in
    transcripts, where nothing does.
    """
    places = Cover(about) if about is not None else None
    ordered = sorted(speeches, key=lambda speech: (speech.content, speech.cue))
    outer = [
        speech
        for at, speech in enumerate(ordered)
        if _is_voiced(speech)
        and _is_about(text, speech, places)
        and not any(_holds(other, speech) for other in near(ordered, at))
    ]
    bare = {speech: _is_fact(speech, facts) for speech in outer}
    talkers = {speech.speaker for speech in outer if not bare[speech]}
    return tuple(speech for speech in outer if not bare[speech] or _tells_more(text, speech, talkers))


def _is_voiced(speech: Speech) -> bool:
    """Whether someone named speaks for themselves.

    An outlet does not, nor a capital that stands for a government, nor a body that only announces what has happened.
    """
    if speech.speaker_kind not in {"person", "body"} or speech.rule == OWN_ACT:
        return False
    return speech.speaker_kind == "person" or speech.rule not in {ANNOUNCES, GOES_ON} or speech.direct


def _is_about(text: str, speech: Speech, about: Cover | None) -> bool:
    """Whether the speech's paragraph or the one before speaks of an agreement; in a transcript, the words must."""
    if about is None:
        return speech.rule != LABEL
    start, end = speech.content
    if speech.rule != LABEL:
        start = _line_before(text, start)
        line_end = text.find("\n", end)
        end = line_end if line_end >= 0 else len(text)
    return about.touches(start, end)


def _line_before(text: str, start: int) -> int:
    """Where the paragraph before the one with ``start`` begins: there it may be said what "it" is."""
    begin = text.rfind("\n", 0, start) + 1
    while begin > 0 and text[begin - 1].isspace():
        begin -= 1
    return text.rfind("\n", 0, begin) + 1


def _tells_more(text: str, speech: Speech, talkers: set[str]) -> bool:
    """Whether a claim that is an event is worth a statement beside it."""
    if speech.direct or speech.speaker_kind != "person":
        return speech.direct
    if speech.rule == ANNOUNCES:
        return False
    return speech.speaker not in talkers or bool(_AHEAD.search(text, *speech.content))


def _holds(outer: Speech, inner: Speech) -> bool:
    """Whether ``inner`` is told within what ``outer`` says, in a transcript's line of speech never."""
    low, high = outer.content
    within = low <= inner.extent[0] and inner.extent[1] <= high
    if outer is inner or not within or outer.rule == LABEL:
        return False
    return not (inner.content[0] <= outer.cue[0] and outer.cue[1] <= inner.content[1])


def _is_fact(speech: Speech, facts: Sequence[Span]) -> bool:
    start, end = speech.content
    told = sum(max(0, min(end, high) - max(start, low)) for low, high in facts)
    judges = speech.speaker_kind == "person" and speech.rule in _JUDGEMENTS
    return not judges and 2 * told >= end - start
