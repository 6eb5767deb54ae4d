"""A page as words with their grammar."""

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple


class Word(NamedTuple):
    """One token: its place in the page's list of words, its grammar, and its character offsets in the text.

    ``head`` is the index of the governing word (its own index for a sentence's root), ``children`` the indices of the
    words it governs, in order; ``sentence`` the index of its sentence. ``dep`` uses ClearNLP labels as spaCy does
    (``nsubj``, ``dobj``, ``pobj`` …), ``tag`` the Penn Treebank's, ``pos`` the Universal ones.
    """

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    sentence: int
    children: tuple[int, ...]


class Parsed:
    """A page's words in order, its sentences as ranges of them, and of each sentence the words and lemmas as a set.

    ``answers`` holds what was asked of the page and follows from it alone.
    """

    __slots__ = ("answers", "forms", "sentences", "text", "words")

    def __init__(self, text: str, words: tuple[Word, ...], sentences: tuple[range, ...]) -> None:
        self.text = text
        self.words = words
        self.sentences = sentences
        self.forms = tuple(_forms(words[sentence.start : sentence.stop]) for sentence in sentences)
        self.answers: dict[Hashable, list[int]] = {}

    def subtree(self, i: int) -> list[int]:
        """Indices of the word ``i`` and everything below it, in text order."""
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(self.words[at].children)
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[Word]:
        """The words above ``i``, nearest first, up to the sentence's root."""
        word = self.words[i]
        while word.head != word.i:
            word = self.words[word.head]
            yield word

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that lie wholly or partly within the characters ``[start, end)``."""
        low, high = self._first_ending_after(start), len(self.words)
        found = []
        for i in range(low, high):
            if self.words[i].start >= end:
                break
            found.append(self.words[i])
        return tuple(found)

    def sentence_span(self, number: int) -> tuple[int, int]:
        """Character offsets ``(start, end)`` of a sentence."""
        words = self.sentences[number]
        return self.words[words[0]].start, self.words[words[-1]].end

    def _first_ending_after(self, offset: int) -> int:
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low


def _forms(words: Sequence[Word]) -> frozenset[str]:
    return frozenset([word.lower for word in words]).union([word.lemma for word in words])
