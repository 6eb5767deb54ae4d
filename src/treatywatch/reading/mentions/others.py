"""Agreements of others than states: "the Memorandum of Understanding between Acme Corporation and Globex Ltd"."""

import re
from collections.abc import Sequence

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.model.data import load_yaml
from treatywatch.reading.grammar import noun_arguments
from treatywatch.reading.mentions.governing import codes_beside, governors
from treatywatch.reading.mentions.nouns import nouns
from treatywatch.reading.mentions.title import Title
from treatywatch.reading.nouns import is_measure

_SIDES = re.compile(r"\b(?:between|among)\s+(?:the\s+)?(?P<one>[A-Z].*?),?\s+and\s+(?:the\s+)?(?P<other>[A-Z].*)", re.S)

_MEETING = re.compile(
    r"\b(?:constitutional|national|party|democratic|republican|nominating|annual|political|state) convention\b"
    r"|\bconvention (?:cent(?:er|re)|hall|delegates|floor)\b",
    re.I,
)
_PRESIDENTIAL = re.compile(r"\bpresidential memorand", re.I)
_WITH_SIDES = re.compile(r"\s+(?:of|between|with)\b")
_TREATY_NAME = re.compile(
    r"\b[Cc]onventions? (?:on|against|for|relating|concerning|to|between)\b|\b[A-Z]\w+ Conventions?\b"
)
_BETWEEN_SIDES = re.compile(
    r"\bmemorand(?:um|a)\s+"
    r"(?:of\s+(?:understanding|cooperation|co-operation|agreement|intent|arrangement)|(?:of \d{4} )?(?:between|with))"
    r"|\bMOUs?\b",
    re.I,
)


def is_between_others(text: str, title: Title, names: Sequence[Name]) -> bool:
    """Whether the title names its two sides, and neither is a state, an organisation or an organ of one."""
    sides = _SIDES.search(text, title.name_start, title.end)
    if sides is None:
        return False
    spans = (sides.span("one"), sides.span("other"))
    return not any(start <= name.start < end for start, end in spans for name in names)


def is_of_a_measure(page: Parsed, word: Word) -> bool:
    """Whether a noun that may point back to an agreement is that of a bill, or many acts: "its version of the bill"."""
    if word.tag == "NNS" and is_measure(word.lemma):
        return True
    return any(is_measure(page.words[i].lemma) for i in noun_arguments(page, word.i, "of", "in"))


def is_note(page: Parsed, word: Word, names: Sequence[Name]) -> bool:
    """Whether a memorandum is somebody's note.

    One between states is "of understanding" or has its sides told, somewhere on the page: "Hungary and Peru signed the
    aviation memorandum", "the Lima memorandum".
    """
    if word.lower in {"mou", "mous"}:
        return False
    if _PRESIDENTIAL.search(page.text) is not None:
        return not _WITH_SIDES.match(page.text, word.end)
    if not word.text.islower() or _BETWEEN_SIDES.search(page.text) is not None:
        return False
    return not any(_is_made_by_two(page, w, names) for w in page.words if w.lemma == "memorandum")


def _is_made_by_two(page: Parsed, word: Word, names: Sequence[Name]) -> bool:
    """Whether what is done to a memorandum is done to agreements, two sides being named, or a place names it."""
    placed = any(name.kind == "place" and name.end + 1 == word.start for name in names)
    return placed or (len(codes_beside(page, word, names)) > 1 and bool(governors(page, word) & nouns().binding))


def is_meeting(page: Parsed, word: Word) -> bool:
    """Whether a convention is the meeting that the page speaks of: "the constitutional convention … the convention"."""
    return _MEETING.search(page.text) is not None and _TREATY_NAME.search(page.text) is None


def is_at_home(page: Parsed, title: Title) -> bool:
    """Whether a word in the title tells that parties or chambers of one state made it: "a bipartisan budget deal"."""
    words = load_yaml("treatywatch.reading.mentions", "data/nouns.yaml")["at_home"]
    return any(word.lower in words for word in page.between(title.start, title.end))
