"""Which acts of saying are statements about an agreement."""

import re
from collections import Counter
from collections.abc import Sequence

from treatywatch.reading.speech.act import Speech
from treatywatch.reading.speech.carry import GOES_ON
from treatywatch.reading.speech.label import RULE as LABEL
from treatywatch.reading.speech.lexicon import lexicon
from treatywatch.reading.speech.own import RULE as OWN_ACT
from treatywatch.reading.speech.quotes import quotations
from treatywatch.reading.speech.spans import Cover, Span, near

ANNOUNCES = "announces"
ACCORDING = "according"
WISHES = "wishes"
_JUDGEMENTS = frozenset({"holds", WISHES, "values", "feels", "view"})
_PROMISES = frozenset({"promises", "pledges"})
_NO_VIEW = frozenset({OWN_ACT, "recalls"})
_NEAR = 800
"""Characters before a speech within which a page of short paragraphs says what it is about."""

_AHEAD = re.compile(r"\b(?:will|would|may|might|could|should|shall|going to|to be)\b", re.IGNORECASE)


def statements(
    text: str,
    speeches: Sequence[Speech],
    facts: Sequence[Span] = (),
    about: Sequence[Span] | None = None,
    lead: int = 0,
) -> tuple[Speech, ...]:
    """The speeches that are statements: what named people and bodies say about an agreement beyond the bare facts.

    ``text`` is the page's. ``facts`` are the spans of the events that the page tells. A claim that is no more than such
    an event already carries its source there; it is a statement as well in the speaker's own words, as the first
    outlook of a person, or when a person says nothing else on the page. ``lead`` is where the page's first sentence
    ends: what is claimed there is the news, and a statement only of someone who says nothing else. ``about`` are the
    places that speak of agreements; a statement has one of them in its paragraph or not far before, a promise in its
    own words. Without ``about`` every paragraph counts, except in transcripts, where nothing does.
    """
    places = Cover(about) if about is not None else None
    named = {text[low:high] for low, high in about or ()}
    ordered = sorted(speeches, key=lambda speech: (speech.content, speech.cue))
    outer = [
        speech
        for at, speech in enumerate(ordered)
        if speech.speaker not in named  # an accord that promises something
        and _is_voiced(speech)
        and _is_about(text, speech, places)
        and not any(other.speaker_kind != "unnamed" and _holds(other, speech) for other in near(ordered, at))
    ]
    said = Counter(speech.speaker for speech in outer)
    first = {speech.speaker: speech for speech in reversed(outer)}
    outer = [speech for speech in outer if said[speech.speaker] == 1 or not _is_news(text, speech, lead)]
    bare = {speech: _is_fact(speech, facts) for speech in outer}
    talkers = {speech.speaker for speech in outer if not bare[speech]}
    return tuple(
        speech
        for speech in outer
        if not bare[speech]
        or _tells_more(speech, places, alone=speech.speaker not in talkers)
        or (_is_outlook(text, speech) and (first[speech.speaker] is speech or not _names_one(speech, places)))
    )


def _is_news(text: str, speech: Speech, lead: int) -> bool:
    """Whether a speech only gives the page's news its source: "according to X", or a claim in the first sentence.

    Words that are quoted are more than that.
    """
    if speech.rule == ACCORDING:
        start, end = speech.content
        return not any(low < end and start < high for low, high in quotations(text, start, end))
    return speech.content[0] < lead


def _is_voiced(speech: Speech) -> bool:
    """Whether someone named speaks for themselves.

    An outlet does not, nor a capital that stands for a government, nor a body that only announces what has happened.
    """
    if speech.speaker_kind not in {"person", "body"} or speech.rule in _NO_VIEW:
        return False
    if speech.rule == WISHES and lexicon().advocate_nouns & set(speech.speaker.lower().split()):
        return True
    return speech.speaker_kind == "person" or speech.rule not in {ANNOUNCES, GOES_ON, WISHES} or speech.direct


def _is_about(text: str, speech: Speech, about: Cover | None) -> bool:
    """Whether an agreement is spoken of in the speech's paragraph or shortly before; a transcript's words must."""
    if about is None:
        return speech.rule != LABEL
    start, end = speech.content
    if speech.rule != LABEL and speech.rule not in _PROMISES:
        start = min(_line_before(text, start), max(0, start - _NEAR))
        line_end = text.find("\n", end)
        end = line_end if line_end >= 0 else len(text)
    return about.touches(start, end)


def _line_before(text: str, start: int) -> int:
    """Where the paragraph before the one with ``start`` begins: there it may be said what "it" is."""
    begin = text.rfind("\n", 0, start) + 1
    while begin > 0 and text[begin - 1].isspace():
        begin -= 1
    return text.rfind("\n", 0, begin) + 1


def _tells_more(speech: Speech, places: Cover | None, *, alone: bool) -> bool:
    """Whether a claim that is an event is worth a statement beside it: ``alone`` if the speaker says nothing else."""
    if speech.direct or speech.speaker_kind != "person":
        return speech.direct
    if speech.rule == ANNOUNCES:
        return _names_one(speech, places)
    return alone and speech.rule != GOES_ON


def _names_one(speech: Speech, places: Cover | None) -> bool:
    """Whether the words themselves name an agreement."""
    return places is not None and places.touches(*speech.content)


def _is_outlook(text: str, speech: Speech) -> bool:
    """Whether a person looks ahead."""
    ahead = speech.speaker_kind == "person" and speech.rule not in {ANNOUNCES, GOES_ON}
    return ahead and bool(_AHEAD.search(text, *speech.content))


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
    share = 2 / 3 if speech.speaker_kind == "person" else 1 / 2
    return not judges and told >= share * (end - start)
