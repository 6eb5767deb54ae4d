"""Many phrases looked for in one pass. The only module that imports the phrase automaton."""

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

_DFA_UP_TO = 5_000
"""Phrases up to which the fastest automaton is affordable: it takes some kilobytes for each."""


class PhraseIndex:
    """Finds phrases as whole words, in one pass over a text however many there are. Case counts."""

    __slots__ = ("_automaton", "_phrases")

    def __init__(self, phrases: Iterable[str]) -> None:
        """Builds the index; an empty phrase is left out, and a repeated one counts once."""
        self._phrases = tuple(sorted(filter(None, set(phrases))))
        kind = Implementation.DFA if len(self._phrases) <= _DFA_UP_TO else Implementation.ContiguousNFA
        self._automaton = AhoCorasick(self._phrases, MatchKind.Standard, implementation=kind)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Where phrases stand in ``text``, as ``(start, end, phrase)`` in order and without overlap, the longest first.

        A phrase that lies within a word does not count ("pact" in "impact"). Offsets are characters.
        """
        found: list[tuple[int, int, str]] = []
        reached = 0
        hits = self._automaton.find_matches_as_indexes(text, overlapping=True)
        for number, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
            if start >= reached and _whole(text, start, end):
                found.append((start, end, self._phrases[number]))
                reached = end
        return found


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no word runs on over either end of ``[start, end)``."""
    return not (start and text[start - 1].isalnum() and text[start].isalnum()) and not (
        end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    )
