"""All acts of saying on one page."""

from collections.abc import Iterator, Sequence

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed
from treatywatch.reading.speech import carry, own
from treatywatch.reading.speech.act import Speech
from treatywatch.reading.speech.asides import asides
from treatywatch.reading.speech.cast import Cast
from treatywatch.reading.speech.clause import clauses
from treatywatch.reading.speech.colon import introduced
from treatywatch.reading.speech.document import documents
from treatywatch.reading.speech.found import Found
from treatywatch.reading.speech.label import labelled
from treatywatch.reading.speech.quotes import quoted, whole_quote
from treatywatch.reading.speech.source import sources
from treatywatch.reading.speech.spans import near
from treatywatch.reading.speech.speaker import Turns
from treatywatch.reading.speech.stance import stances

CITES = "cites"


def speeches(parsed: Parsed, names: Sequence[Name]) -> tuple[Speech, ...]:
    """Every act of saying that the page reports, in text order; each with its speaker as the page names them.

    ``names`` are the names found in ``parsed.text``. Never raises on any text.
    """
    cast = Cast(parsed, names)
    turns = Turns(parsed, cast)
    found: dict[tuple[int, str], Found] = {}
    for one in (*clauses(parsed), *stances(parsed), *sources(parsed), *documents(parsed)):
        found.setdefault((one.verb, ""), one)
    ordered = sorted(found.values(), key=_order)
    told = [speech for at, one in enumerate(ordered) if (speech := _speech(parsed, turns, one, near(ordered, at)))]
    own_words = [speech for at, speech in enumerate(told) if not _cites_for(speech, near(told, at))]
    kept = tuple(_without_asides(parsed.text, own_words))
    taken = {speech.content[0] for speech in kept}
    behind_colons = (speech for speech in introduced(parsed, cast) if speech.content[0] not in taken)
    return carry.carried(parsed, (*kept, *behind_colons, *labelled(parsed, cast)))


def _order(one: Found) -> tuple[int, int]:
    return one.cue[0], one.verb


def _speech(parsed: Parsed, turns: Turns, one: Found, others: Sequence[Found]) -> Speech | None:
    verb = one.verb if one.verb != one.who else None
    who = turns.speaker(one.who, verb, needs_mind=one.needs_mind)
    if who is None:
        return None
    kind = turns.cast.kind(who)
    if not any(_tells(other, one) for other in others):
        turns.remember(who, one.verb)
    content = whole_quote(parsed.text, one.content, one.cue)
    rule = own.RULE if who.kind == "body" and own.is_own_act(parsed, one) else one.rule
    direct = quoted(parsed.text, content)
    return Speech(who.name, who.office, kind, direct, one.cue, content, rule, asides(parsed, content))


def _cites_for(speech: Speech, told: Sequence[Speech]) -> bool:
    """Whether a person or body, and no outlet, does the citing: then it is their word that stands."""
    low, high = speech.content
    return speech.rule == CITES and any(
        other is not speech and other.speaker_kind in {"person", "body"} and low <= other.cue[0] < high
        for other in told
    )


def _without_asides(text: str, told: Sequence[Speech]) -> Iterator[Speech]:
    """Each speech, ending before a cue that tells who reports all of it: "Norway will pay, Berg said"."""
    for at, speech in enumerate(told):
        start, end = speech.content
        cuts = [
            other.cue[0]
            for other in near(told, at)
            if other is not speech
            and start < other.cue[0] < end
            and other.content[0] <= speech.cue[0]
            and speech.cue[1] <= other.cue[0]
        ]
        kept = text[start : min([end, *cuts])].rstrip(" ,;:-–—")
        yield speech._replace(content=(start, start + len(kept))) if cuts and kept else speech


def _tells(outer: Found, inner: Found) -> bool:
    """Whether the whole cue of ``inner`` stands within what ``outer`` reports."""
    return (
        outer is not inner
        and outer.content[0] <= inner.cue[0]
        and inner.cue[1] <= outer.content[1]
        and not (inner.content[0] <= outer.cue[0] and outer.cue[1] <= inner.content[1])
    )
