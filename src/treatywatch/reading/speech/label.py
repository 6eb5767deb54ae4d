"""Transcripts: "SECRETARY BERG: …" at the start of a line gives the floor until the next such label."""

import re
from collections.abc import Iterator

from treatywatch.language.parse import Parsed
from treatywatch.reading.speech.act import Speech
from treatywatch.reading.speech.cast import Cast, Speaker
from treatywatch.reading.speech.lexicon import lexicon
from treatywatch.reading.speech.people import surname
from treatywatch.reading.speech.quotes import lines

RULE = "label"

_PARENTHESIS = re.compile(r"\([^)]*\)")
_NOBODY = frozenset({"Q", "QUESTION", "MODERATOR", "OPERATOR", "REPORTER", "PARTICIPANT"})
_LONGEST = 60


def labelled(parsed: Parsed, cast: Cast) -> Iterator[Speech]:
    """One speech for every line of a transcript that a named speaker has the floor in."""
    floor: tuple[Speaker, tuple[int, int]] | None = None
    for start, end in lines(parsed.text):
        label = _label(parsed.text[start : min(end, start + _LONGEST)])
        if label is not None:
            floor = (_speaker(cast, label), (start, start + len(label))) if _names_someone(cast, label) else None
            start = parsed.text.index(":", start) + 1  # noqa: PLW2901  the label is no part of what is said
            start += len(parsed.text[start:end]) - len(parsed.text[start:end].lstrip())  # noqa: PLW2901
        if floor is not None and start < end:
            who, cue = floor
            yield Speech(who.name, who.office, who.kind, True, cue, (start, end), RULE)


def _label(head: str) -> str | None:
    """The words in capitals before a line's first colon, or None."""
    label, colon, _ = head.partition(":")
    letters = [c for c in label if c.isalpha()]
    return label if colon and letters and all(c.isupper() for c in letters) and not label[0].isdigit() else None


def _names_someone(cast: Cast, label: str) -> bool:
    """Whether a label is a title with a name, or the surname of one of the page's people; a dateline is neither."""
    words = _PARENTHESIS.sub("", label).split()
    if not words or words[0] in _NOBODY:
        return False
    titled = len(words) > 1 and words[0].lower().rstrip(".") in lexicon().title_words
    return titled or any(surname(person.text).upper() == words[-1] for person in cast.people.all)


def _speaker(cast: Cast, label: str) -> Speaker:
    """The person of the page whose surname the label ends in, or the label's own words without titles."""
    words = _PARENTHESIS.sub("", label).split()
    for person in cast.people.all:
        if surname(person.text).upper() == words[-1]:
            return cast.person(person.text)
    kept = [word.title() for word in words if word.lower().rstrip(".") not in lexicon().title_words]
    office = " ".join(word.title() for word in words[: len(words) - len(kept)]) or None
    return Speaker(" ".join(kept) or label.title(), office, "person")
