"""Who is named on one page, and at which words."""

import re
from collections.abc import Sequence

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed
from treatywatch.model import Span
from treatywatch.reading.mentions.nouns import nouns
from treatywatch.reading.owners import ACTING

_WHERE = re.compile(r"\b(?:in|at|near)\s+\Z", re.I)
_SENT = re.compile(
    r"\b(?:minister|ambassador|envoy|consul|consul[- ]general|chargé d[’']affaires|commissioner|emissary|legation"
    r"|embassy)"
    r"\s+(?:to|near)\s+(?:the\s+)?\Z",
    re.I,
)
_REACH = 6
_FAR = 40


def is_accredited_to(text: str, name: Name) -> bool:
    """ "The Chilean Minister to Peru": where somebody is sent to takes no part in what they do."""
    return _SENT.search(text, max(0, name.start - _FAR), name.start) is not None


class Named:
    """The names of one page: ``names`` in text order, ``at`` by the words they cover, ``titled`` where none may act."""

    def __init__(
        self, page: Parsed, names: Sequence[Name], titles: Sequence[tuple[Span, tuple[str, ...]]] = ()
    ) -> None:
        """``titles`` are the spans of agreements' own names, with their parties.

        Names inside count only for these: nobody in Paris made the Paris Agreement.
        """
        self._page = page
        told = [name for name in names if not is_accredited_to(page.text, name)]
        self.names = tuple(name for name in told if not any(_only_titles(name, *title) for title in titles))
        self.titled = tuple(span for span, _ in titles)
        self.at: dict[int, Name] = {}
        for name in self.names:
            for word in page.between(name.start, name.end):
                self.at[word.i] = name

    def last_before(self, i: int) -> tuple[str, ...]:
        """Codes of the actor last named before the word ``i``, subjects of earlier sentences before other names."""
        words = self._page.words
        earlier = [
            (words[n].sentence == words[i].sentence, self._is_of_subject(n), n)
            for n in self.at
            if n < i
            and not any(t.start <= words[n].start < t.end for t in self.titled)
            and words[i].sentence - words[n].sentence <= 2
            and self.at[n].kind in ACTING
            and len(self.at[n].codes) == 1
            and not self._is_host(self.at[n])
        ]
        return self.at[max(earlier)[2]].codes if earlier else ()

    def all_codes(self) -> tuple[str, ...]:
        """Codes of all parties named on the page, most often named first; a city where things happen is no party."""
        count: dict[str, int] = {}
        for name in self.names:
            if name.kind in ACTING and not (name.kind == "place" and self._is_where(name)):
                for code in name.codes:
                    count[code] = count.get(code, 0) + 1
        return tuple(sorted(count, key=lambda code: -count[code]))

    def _is_of_subject(self, n: int) -> bool:
        """Whether the word ``n`` is, or tells whose is, a subject, and of no clause that says which thing is meant."""
        word = self._page.words[n]
        if word.dep not in {"nsubj", "nsubjpass", "poss", "compound"}:
            return False
        verb = next((above for above in self._page.ancestors(n) if above.pos in {"VERB", "AUX"}), word)
        return verb.dep not in {"relcl", "acl"}

    def so_many_before(self, i: int, number: int) -> tuple[str, ...]:
        """Codes of the parties named before ``i`` in its sentence or up to two earlier, if exactly ``number``."""
        words, codes = self._page.words, set[str]()
        sentence = words[i].sentence
        for at in range(sentence, max(-1, sentence - 3), -1):
            named = {n for n in self.at if n < i and words[n].sentence == at and self._stands_for_party(n)}
            codes |= {code for n in named for code in self.at[n].codes}
            if len(codes) >= number:
                break
        return tuple(sorted(codes)) if len(codes) == number else ()

    def is_state(self, i: int) -> bool:
        """Whether the word ``i`` names a state."""
        return i in self.at and self.at[i].kind == "state"

    def _is_host(self, name: Name) -> bool:
        """Whether a name is that of an organisation which keeps or hosts agreements, and is no party to them."""
        return name.kind == "organisation" and not set(name.codes) <= nouns().contracting

    def _is_where(self, name: Name) -> bool:
        return bool(_WHERE.search(self._page.text[max(0, name.start - _REACH) : name.start]))

    def _stands_for_party(self, n: int) -> bool:
        name = self.at[n]
        titled = any(t.start <= name.start < t.end for t in self.titled)
        return name.kind in {"state", "person", "office", "demonym"} and not titled and not self._is_where(name)


def _only_titles(name: Name, span: Span, parties: tuple[str, ...]) -> bool:
    return span.start <= name.start < span.end and not set(name.codes) & set(parties)
