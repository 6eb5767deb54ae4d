"""A page's lines: what stands on each, and whether it looks like a sentence, a headline or the rest of another line."""

import re
from typing import NamedTuple

from treatywatch.reading.layout.glue import seam_words

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?;:…][\"”’')\]*]*$")
_LINK_ENDS = re.compile(r"[^\[\]]{1,80}\]\(")
_HEADLINE_START = re.compile(r"[“\"‘'#]?[^\W_a-z]")
# "QUESTION: …", "THE PRESIDENT: …", "Q    …": the turns of a transcript repeat themselves.
_SPEAKER = re.compile(r"(?:[A-Z][A-Z.’' -]+:|Q\b|A\b\s{2,})")
_END = 8
_WRAPPED_FROM = 50
_HEADLINE = range(3, 26)
_LONGEST_HEADLINE = 180
_SHORTEST_SENTENCE = 8


class Line(NamedTuple):
    """One line without the white space around it: its words, its offsets, and where the next line starts.

    ``continued`` marks the rest of a sentence that an editor broke over several lines, ``runs_on`` what precedes it.
    """

    text: str
    start: int
    end: int
    next: int
    continued: bool
    runs_on: bool = False

    @property
    def is_sentence(self) -> bool:
        """Whether it reads like running text: several words and an end mark."""
        return not self.is_open and len(self.text.split(maxsplit=8)) >= _SHORTEST_SENTENCE

    @property
    def is_open(self) -> bool:
        """Whether no end mark closes it."""
        return not _SENTENCE_END.search(self.text, max(0, len(self.text) - _END))

    @property
    def is_headline(self) -> bool:
        """Whether it may be a headline: a few words on a line of their own without an end mark, or a question."""
        text = self.text
        if self.continued or self.runs_on or len(text) > _LONGEST_HEADLINE or len(text.split()) not in _HEADLINE:
            return False
        if not _HEADLINE_START.match(text) or _SPEAKER.match(text):
            return False
        return self.is_open or text.endswith("?")


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that hold more than white space, in order."""
    found: list[Line] = []
    stretches = [(piece.start(), piece.group()) for piece in _LINE.finditer(text) if not piece.group().isspace()]
    for number, (at, raw) in enumerate(stretches):
        start = at + len(raw) - len(raw.lstrip())
        words = raw.strip()
        following = stretches[number + 1][0] if number + 1 < len(stretches) else len(text)
        continued = _continues(found, text, start, words)
        if continued:
            found[-1] = found[-1]._replace(runs_on=True)
        found.append(Line(words, start, start + len(words), following, continued))
    return tuple(found)


def _continues(before: list[Line], text: str, start: int, words: str) -> bool:
    if not before:
        return False
    last = before[-1]
    gap = text[last.end : start]
    if gap.count("\n") > 1:
        return False
    if words[0].islower() or words[0] == "[" or _LINK_ENDS.match(words) or last.text.count("[") > last.text.count("]"):
        return True
    if last.text.endswith(",") or last.text.rsplit(" ", 1)[-1] in seam_words("leads_on"):
        return True
    return len(last.text) >= _WRAPPED_FROM and last.is_open
