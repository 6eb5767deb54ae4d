"""Which acts of saying are statements about an agreement."""

from collections.abc import Sequence

from treatywatch.reading.speech.act import Speech

Span = tuple[int, int]


def statements(speeches: Sequence[Speech], facts: Sequence[Span] = ()) -> tuple[Speech, ...]:
    """The speeches that are statements: what named people and bodies say about an agreement beyond the bare facts.

    ``facts`` are the spans of the events that the page tells. A claim that is such an event already carries its
    source there; it is a statement as well only when its speaker, a person, says nothing else on the page.
    """
    named = [speech for speech in speeches if speech.speaker_kind in {"person", "body"}]
    outer = [speech for speech in named if not any(_holds(other, speech) for other in speeches)]
    bare = {speech: _is_fact(speech, facts) for speech in outer}
    talkers = {speech.speaker for speech in outer if not bare[speech]}
    return tuple(
        speech
        for speech in outer
        if not bare[speech] or (speech.speaker_kind == "person" and speech.speaker not in talkers)
    )


def _holds(outer: Speech, inner: Speech) -> bool:
    """Whether ``inner`` is told within what ``outer`` says."""
    low, high = outer.content
    within = low <= inner.extent[0] and inner.extent[1] <= high
    return outer is not inner and within and not (inner.content[0] <= outer.cue[0] and outer.cue[1] <= inner.content[1])


def _is_fact(speech: Speech, facts: Sequence[Span]) -> bool:
    start, end = speech.content
    told = sum(max(0, min(end, high) - max(start, low)) for low, high in facts)
    return 2 * told >= end - start
