"""Quotations that only a colon gives to somebody: "Foreign Minister Anna Berg: “The treaty stands.”"."""

from collections.abc import Iterator

from treatywatch.language.parse import Parsed
from treatywatch.reading.speech.act import Speech
from treatywatch.reading.speech.cast import Cast
from treatywatch.reading.speech.quotes import quotations

RULE = "says"
_LONGEST = 12
_GAP = 2


def introduced(parsed: Parsed, cast: Cast) -> Iterator[Speech]:
    """One speech for every quotation behind a colon before which a sentence names a person and tells nothing else."""
    for colon in parsed.words:
        opening = parsed.sentences[colon.sentence].start
        if colon.text != ":" or not 0 < colon.i - opening <= _LONGEST:
            continue
        start = parsed.words[opening].start
        named = cast.people.within(start, colon.start)
        if not named or any(word.pos in {"VERB", "AUX"} for word in parsed.words[opening : colon.i]):
            continue
        for low, high in quotations(parsed.text, colon.end, colon.end):
            if 0 <= low - colon.end < _GAP:
                who = cast.person(named[-1].text)
                yield Speech(who.name, who.office, "person", True, (start, colon.end), (low, high), RULE)
