"""Whom the text names as the source of what stands in one place."""

from collections.abc import Sequence

from treatywatch.reading.speech.act import Speech
from treatywatch.reading.speech.own import RULE as OWN_ACT

_NO_SOURCE = frozenset({OWN_ACT, "values"})
_VIEWS = frozenset({"holds", "wishes", "feels"})


def attribution(speeches: Sequence[Speech], start: int, end: int) -> Speech | None:
    """The innermost speech that covers the characters ``[start, end)``, or None for the page's own voice.

    A speech covers the place when at least half of the place lies within the speech's cue and content, and some of it
    within the content. What a body announces of its own acts, and what the page explains in passing, has no source but
    the page.
    """
    covering = [speech for speech in speeches if speech.rule not in _NO_SOURCE and _covers(speech, start, end)]
    told = [speech for speech in covering if not _within_telling(speech, covering)]
    inner = min(told, key=_depth, default=None)
    if inner is not None and any(low <= start and end <= high for low, high in inner.asides):
        return None
    return _cited(inner, told)


def _cited(inner: Speech | None, told: Sequence[Speech]) -> Speech | None:
    """Of a chain ("the agency reported, citing Berg") the named source, not the outlet that passes it on."""
    if inner is None or inner.speaker_kind != "outlet":
        return inner
    named = [
        speech
        for speech in told
        if speech.speaker_kind in {"person", "body"} and speech.content[0] <= inner.cue[0] <= speech.content[1]
    ]
    return min(named, key=_depth, default=inner)


def _within_telling(speech: Speech, covering: Sequence[Speech]) -> bool:
    """Whether a view is told by someone else: in "Berg said the union hopes for more", Berg is the source."""
    return speech.rule in _VIEWS and any(
        other.rule not in _VIEWS
        and other.speaker_kind != "outlet"
        and other.content[0] <= speech.cue[0]
        and speech.content[1] <= other.content[1]
        for other in covering
    )


def _covers(speech: Speech, start: int, end: int) -> bool:
    low, high = speech.extent
    if 2 * _shared((low, high), start, end) < end - start:
        return False
    inner = _shared(speech.content, start, end)
    whole = 2 * inner >= min(end - start, speech.content[1] - speech.content[0])
    return inner > 0 and (whole or _shared(speech.cue, start, end) > 0)


def _shared(span: tuple[int, int], start: int, end: int) -> int:
    return min(end, span[1]) - max(start, span[0])


def _depth(speech: Speech) -> tuple[int, bool, int]:
    return speech.content[1] - speech.content[0], speech.speaker_kind == "outlet", speech.cue[0]
