"""Steps told as done on the day of what was told before: "They also signed …", "…; the ministers signed soon after"."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import children

_BESIDE = frozenset({"also", "instead"})
_AFTER = frozenset({"afterwards", "afterward", "thereafter", "after", "later"})
_AT_ONCE = frozenset({"soon", "shortly", "immediately", "straight", "right", "moments", "minutes", "hours"})
_WITHIN = frozenset({"hour", "hours", "minutes", "moments"})


def told_before(page: Parsed, head: int) -> tuple[int, int] | None:
    """The words, first and past the last, among which the day of the step ``head`` stands; None where nothing says so.

    "Also" and "instead" go on from the sentence before, "soon afterwards" and "within hours" from what stands before it
    in its own sentence, or from the sentence before.
    """
    adverbs = children(page, head, "advmod", "prep", "cc")
    sentence = page.words[head].sentence
    own = page.sentences[sentence]
    if any(_is_soon_after(page, w) for w in adverbs):
        before = any(page.words[i].text in {";", ","} for i in own if i < head)
        return (own[0], head) if before else _earlier(page, sentence)
    return _earlier(page, sentence) if any(w.lower in _BESIDE for w in adverbs) else None


def _is_soon_after(page: Parsed, word: Word) -> bool:
    """ "Soon afterwards", "hours later", "within hours", "within the hour"."""
    beside = {page.words[c].lower for c in word.children}
    return bool(beside & _AT_ONCE) if word.lower in _AFTER else word.lower == "within" and bool(beside & _WITHIN)


def _earlier(page: Parsed, sentence: int) -> tuple[int, int] | None:
    if sentence == 0:
        return None
    before = page.sentences[sentence - 1]
    return before[0], before[-1] + 1
