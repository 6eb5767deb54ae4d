"""From text to words: paragraphs through the parser, and its answer as words of the page."""

import re
from itertools import accumulate

from treatywatch.language.parse.forms import form
from treatywatch.language.parse.parsed import Parsed, Word
from treatywatch.language.parse.pipeline import Token, grammar

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")

# One character for one character, so that every offset stays true.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u2009": " "})

# Where the lemmatiser's rules give another verb's lemma ("hopes" is no form of "hop" in any text of ours).
_LEMMAS = {"hopes": "hope", "hoped": "hope", "hoping": "hope"}


def parse(text: str, spans: tuple[tuple[int, int], ...] | None = None) -> Parsed:
    """The words and sentences of ``text``; with ``spans``, of those stretches of it only.

    A blank line always ends a sentence. Offsets refer to ``text`` itself. Never raises on any text.
    """
    pieces = [
        (begin + found.start(), found.group().translate(_PLAIN))
        for begin, end in (spans if spans is not None else ((0, len(text)),))
        for found in _PARAGRAPH.finditer(text[begin:end])
        if found.group().strip()
    ]
    words: list[Word] = []
    sentences: list[range] = []
    for (offset, piece), tokens in zip(pieces, grammar([piece for _, piece in pieces]), strict=True):
        _append(text, offset, piece, tokens, words, sentences)
    return Parsed(text, tuple(words), tuple(sentences))


def _append(text: str, offset: int, piece: str, tokens: list[Token], words: list[Word], sentences: list[range]) -> None:
    """Adds a paragraph's words and sentences to the page's; white space is no word."""
    inked = [not piece[token.start : token.end].isspace() for token in tokens]
    place = list(accumulate(inked, initial=len(words)))
    children = _children(tokens, inked, place)
    fresh, after_expletive = True, False
    for at, token in enumerate(tokens):
        fresh = fresh or token.opens
        if not inked[at]:
            continue
        if fresh:
            sentences.append(range(place[at], place[at]))
            fresh = False
        plain = piece[token.start : token.end]
        pos, lemma = form(plain, token.tag, token.dep, after_expletive=after_expletive)
        after_expletive = token.dep == "expl"
        start, end, lower = offset + token.start, offset + token.end, plain.lower()
        head = place[token.head if inked[token.head] else at]
        below, number = tuple(children[at]), len(sentences) - 1
        lemma = _LEMMAS.get(lower) or lemma
        own = text[start:end]
        words.append(Word(place[at], own, lower, lemma, pos, token.tag, token.dep, head, start, end, number, below))
        sentences[-1] = range(sentences[-1].start, len(words))


def _children(tokens: list[Token], inked: list[bool], place: list[int]) -> list[list[int]]:
    """For every token the places of the words it governs, in order."""
    children: list[list[int]] = [[] for _ in tokens]
    for at, token in enumerate(tokens):
        if inked[at] and token.head != at:
            children[token.head].append(place[at])
    return children
