"""Names that stand beside a description: "New START, a treaty", "an earlier deal, the Oslo Framework"."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Span

_ARTICLES = frozenset({"a", "an", "the"})
_LINKS = frozenset({"and", "of", "on", "for", "-"})
_COMMAS = frozenset({",", "(", "–", "—"})
_ENDS = frozenset({",", ".", ")", ";", "–", "—", "which", "that"})


class Beside(NamedTuple):
    """A name, the index of its last word, and the noun of the description that it stands beside."""

    head: int
    of: int
    span: Span


def names_beside(page: Parsed, described: Mapping[int, Span], names: Sequence[Name]) -> Iterator[Beside]:
    """The names beside descriptions, given as the index of their noun and their span without the determiner.

    A capitalised run counts that a comma or bracket sets off, unless it is somebody's name.
    """
    for noun, span in described.items():
        inside = page.between(span.start, span.end)
        if not inside or page.words[noun].pos not in {"NOUN", "PROPN"}:
            continue
        for run in (_before(page, inside[0].i), _behind(page, inside[-1].i)):
            if run and not _is_somebody(run, names):
                yield Beside(run[-1].i, noun, Span(run[0].start, run[-1].end))
                break


def _before(page: Parsed, first: int) -> list[Word]:
    """The capitalised words before ", a" and a description."""
    if first < 3 or page.words[first - 1].lower not in {"a", "an"} or page.words[first - 2].text not in _COMMAS:
        return []
    at = first - 3
    while at >= 0 and (_is_capital(page.words[at]) or (page.words[at].lower in _LINKS and at < first - 3)):
        at -= 1
    return _clean(page, at + 1, first - 2)


def _behind(page: Parsed, last: int) -> list[Word]:
    """The capitalised words behind a description and a comma, up to the next."""
    at = last + 1
    if at + 1 >= len(page.words) or page.words[at].text not in _COMMAS:
        return []
    at += 2 if page.words[at + 1].lower in _ARTICLES else 1
    first = at
    while at < len(page.words) and (_is_capital(page.words[at]) or page.words[at].lower in _LINKS):
        at += 1
    if at >= len(page.words) or page.words[at].lower not in _ENDS:
        return []
    return _clean(page, first, at)


def _clean(page: Parsed, first: int, end: int) -> list[Word]:
    words = list(page.words[first:end])
    while words and words[0].lower in _LINKS:
        words = words[1:]
    same_sentence = bool(words) and words[0].sentence == page.words[end - 1].sentence
    return words if same_sentence and words[-1].lower not in _LINKS else []


def _is_capital(word: Word) -> bool:
    return word.text[:1].isupper() and word.pos in {"PROPN", "NOUN", "ADJ"}


def _is_somebody(run: Sequence[Word], names: Sequence[Name]) -> bool:
    """Whether the words are, hold or end in the name of a state, body, place or person, or are one common word."""
    if any(name.start <= word.start < name.end for word in run for name in names):
        return True
    return len(run) == 1 and not _is_coined(run[0].text)


def _is_coined(text: str) -> bool:
    """An acronym, or a word written with capitals inside it."""
    return len(text) > 2 and sum(letter.isupper() for letter in text) >= 2
