"""Steps told as done on the day of what was told before: "They also signed …", "…; the ministers signed soon after"."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.events.words import course_words
from treatywatch.reading.grammar import children

_BESIDE = frozenset({"also", "instead", "thereby"})
_AFTER = frozenset({"afterwards", "afterward", "thereafter", "after", "later"})
_AT_ONCE = frozenset({"soon", "shortly", "immediately", "straight", "right", "moments", "minutes", "hours"})
_SPOKEN_OF = frozenset({"the", "this", "that", "their", "his", "her"})
_BACK = 3  # sentences back to that which tells when they met
_WITHIN = frozenset({"hour", "hours", "minutes", "moments"})


def told_before(page: Parsed, head: int) -> tuple[int, int] | None:
    """The words, first and past the last, among which the day of the step ``head`` stands; None where nothing says so.

    "Also", "instead" and "thereby" go on from the sentence before, "soon afterwards" and "within hours" from what
    stands before it in its own sentence or the sentence before, "during their meeting" from one of the few before.
    """
    adverbs = children(page, head, "advmod", "prep", "cc")
    sentence = page.words[head].sentence
    own = page.sentences[sentence]
    if any(_is_at_meeting(page, w) for w in adverbs):
        return (page.sentences[max(sentence - _BACK, 0)][0], own[0]) if sentence else None
    if any(_is_soon_after(page, w) for w in adverbs):
        before = any(page.words[i].text in {";", ","} for i in own if i < head)
        return (own[0], head) if before else _earlier(page, sentence)
    return _earlier(page, sentence) if any(w.lower in _BESIDE for w in adverbs) else None


def _is_soon_after(page: Parsed, word: Word) -> bool:
    """ "Soon afterwards", "hours later", "within hours", "within the hour"."""
    beside = {page.words[c].lower for c in word.children}
    return bool(beside & _AT_ONCE) if word.lower in _AFTER else word.lower == "within" and bool(beside & _WITHIN)


def _is_at_meeting(page: Parsed, word: Word) -> bool:
    """ "During their meeting", "at the ceremony": one that was spoken of before, of which nothing more is told."""
    if word.lower not in {"during", "at"}:
        return False
    for noun in children(page, word.i, "pobj"):
        beside = {page.words[c].lower for c in noun.children}
        if noun.lemma in course_words("occasions") and len(beside) == 1 and beside <= _SPOKEN_OF:
            return True
    return False


def _earlier(page: Parsed, sentence: int) -> tuple[int, int] | None:
    if sentence == 0:
        return None
    before = page.sentences[sentence - 1]
    return before[0], before[-1] + 1
