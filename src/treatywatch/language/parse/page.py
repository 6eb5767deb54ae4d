"""From text to words: paragraphs through the parser, and its answer as words of the page."""

import re
from collections.abc import Sequence
from itertools import accumulate, compress, pairwise

from treatywatch.language.parse.forms import form
from treatywatch.language.parse.parsed import Parsed, Word
from treatywatch.language.parse.pipeline import Tokens, grammar, grammar_of_pages

Spans = tuple[tuple[int, int], ...]

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")

# One character for one character, so that every offset stays true.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u2009": " "})


def parse(text: str, spans: Spans | None = None) -> Parsed:
    """The words and sentences of ``text``; with ``spans``, of those stretches of it only.

    A blank line always ends a sentence. Offsets refer to ``text`` itself. Never raises on any text.
    """
    pieces = _pieces(text, ((0, len(text)),) if spans is None else spans)
    return _parsed(text, pieces, grammar([piece for _, piece in pieces]))


def parse_pages(pages: Sequence[tuple[str, Spans]]) -> list[Parsed]:
    """The same for each of several texts with their stretches, in less time than one by one."""
    pieces = [_pieces(*page) for page in pages]
    told = grammar_of_pages([[piece for _, piece in page] for page in pieces])
    return [_parsed(text, *one) for (text, _), one in zip(pages, zip(pieces, told, strict=True), strict=True)]


def _pieces(text: str, spans: Spans) -> list[tuple[int, str]]:
    """The paragraphs in the stretches, each with where it begins."""
    return [
        (begin + found.start(), found.group().translate(_PLAIN))
        for begin, end in spans
        for found in _PARAGRAPH.finditer(text[begin:end])
        if found.group().strip()
    ]


def _parsed(text: str, pieces: Sequence[tuple[int, str]], told: Sequence[Tokens]) -> Parsed:
    words: list[Word] = []
    sentences: list[range] = []
    for (offset, piece), tokens in zip(pieces, told, strict=True):
        _append(text, offset, piece, tokens, words, sentences)
    return Parsed(text, tuple(words), tuple(sentences))


def _append(text: str, offset: int, piece: str, tokens: Tokens, words: list[Word], sentences: list[range]) -> None:
    """Adds a paragraph's words and sentences to the page's; white space is no word."""
    plain = [piece[start:end] for start, end in zip(tokens.start, tokens.end, strict=True)]
    inked = [not each.isspace() for each in plain]
    place = list(accumulate(inked, initial=len(words)))
    children = _children(tokens.head, inked, place)
    opened = {place[0], *compress(place, tokens.opens)} - {place[-1]}
    after_expletive, number = False, len(sentences) - 1
    for at, (word, begin, finish, tag, dep, head, _) in enumerate(zip(plain, *tokens, strict=True)):
        if not inked[at]:
            continue
        i, start, end = place[at], offset + begin, offset + finish
        number += i in opened
        lower, pos, lemma = form(word, tag, dep, after_expletive)
        after_expletive = dep == "expl"
        above = place[head] if inked[head] else i
        below = tuple(children[at])
        words.append(Word(i, text[start:end], lower, lemma, pos, tag, dep, above, start, end, number, below))
    sentences += [range(*pair) for pair in pairwise((*sorted(opened), len(words)))]


def _children(heads: list[int], inked: list[bool], place: list[int]) -> list[list[int]]:
    """For every token the places of the words it governs, in order."""
    children: list[list[int]] = [[] for _ in heads]
    for at, head in enumerate(heads):
        if inked[at] and head != at:
            children[head].append(place[at])
    return children
