"""Whose organ a general word names: "the Senate", "parliament", "MPs"."""

import re
from collections.abc import Sequence

from treatywatch.language.names import Name, organ_of
from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Span

ACTING = frozenset({"state", "organisation", "organ", "office", "person", "place", "demonym"})
"""Kinds of name that may stand for someone who acts."""

_OF_STATES = frozenset({"mp", "mps", "congressman", "congressmen", "senators"})
_WITH = re.compile(r"\bwith\s+(?:the\s+)?\Z", re.I)
_REACH = 10


class Owners:
    """Settles on one page whose organs are meant; what is settled once holds for the page."""

    def __init__(self, page: Parsed, names: Sequence[Name], titled: Sequence[Span]) -> None:
        self._page = page
        self._names = names
        self._titled = titled
        self._settled: dict[str, str] = {}
        self.changes = 0
        """How often what is settled was settled anew."""

    def settle(self, generic: str, code: str) -> None:
        """The organ ``generic`` is that of the state or organisation ``code``."""
        self.changes += self._settled.get(generic) != code
        self._settled[generic] = code

    def likely(self, generic: str, word: Word) -> tuple[str, ...]:
        """Whose "Senate" or "parliament" it is: settled before, or the last-named state that has one."""
        if generic in self._settled:
            return (self._settled[generic],)
        facing = self._facing(word)
        able = self._able(generic, word)
        able = [n for n in able if n.codes[0] not in facing] or able
        before = [n for n in able if n.start < word.start] or self._titled_before(generic, word)
        return before[-1].codes if before else able[0].codes if able else ()

    def _facing(self, word: Word) -> set[str]:
        """ "Lawmakers voted for the treaty with Peru": codes of the other sides that the sentence tells."""
        sentence = self._page.sentences[word.sentence]
        start, end = self._page.words[sentence[0]].start, self._page.words[sentence[-1]].end
        return {n.codes[0] for n in self._names if start <= n.start < end and n.codes and self._is_other_side(n)}

    def where(self, generic: str, word: Word) -> tuple[str, ...]:
        """ "In London it was laid before Parliament": whose organ it is by the place that the sentence is set in."""
        start = self._page.words[self._page.sentences[word.sentence][0]].start
        before = [n for n in self._able(generic, word) if n.kind == "place" and start <= n.start < word.start]
        set_in = [n for n in before if self._page.text[max(0, n.start - len("in ")) : n.start].lower() == "in "]
        return set_in[-1].codes if set_in else ()

    def _able(self, generic: str, word: Word) -> list[Name]:
        return [n for n in self._names if self._may_own(n, word) and organ_of(generic, n.codes[0])]

    def _titled_before(self, generic: str, word: Word) -> list[Name]:
        """ "The EU's deal with Japan … Lawmakers backed it": the first party that only the agreement's title names."""
        titled = (n for n in self._names if n.start < word.start and self._is_titled(n) and len(n.codes) == 1)
        return [n for n in titled if organ_of(generic, n.codes[0]) and not self._is_other_side(n)][:1]

    def _may_own(self, name: Name, word: Word) -> bool:
        """Whether an organ may be this name's: no name in a treaty's title or behind "with", MPs of no organisation."""
        if (
            name.kind not in ACTING
            or len(name.codes) != 1
            or (name.kind == "organisation" and word.lower in _OF_STATES)
        ):
            return False
        return not self._is_titled(name) and not self._is_other_side(name)

    def _is_other_side(self, name: Name) -> bool:
        """ "The treaty with Peru": whoever acts on it at home is not Peru."""
        return _WITH.search(self._page.text[max(0, name.start - _REACH) : name.start]) is not None

    def _is_titled(self, name: Name) -> bool:
        return any(t.start <= name.start < t.end for t in self._titled)
