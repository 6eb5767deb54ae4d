"""Which states, organisations and organs a word in the text stands for."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from treatywatch.language.names import Name, is_organisation, organ_of
from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Span
from treatywatch.reading.grammar import children, noun_arguments, possessors, with_conjuncts
from treatywatch.reading.members import counted_in, is_of_houses, opening_lists
from treatywatch.reading.nouns import class_of_words
from treatywatch.reading.owners import ACTING, Owners

_PERSONAL = frozenset({"he", "she", "him", "her", "his", "who"})
_OWN = frozenset({"we", "us", "our", "i", "my", "ourselves"})
_COLLECTIVE = frozenset({"it", "they", "them", "its", "their", "itself", "which", "that"})
_CROWD = frozenset(
    {
        "state",
        "country",
        "nation",
        "member",
        "government",
        "party",
        "signatory",
        "power",
        "parliament",
        "legislature",
        "congress",
    }
)
_WHERE = re.compile(r"\b(?:in|at|near)\s+\Z", re.I)
_PLURAL = frozenset({"they", "them"})
_LISTING = frozenset({",", "and", "&", "the", "or"})
_SPOKEN_OF = frozenset({"country", "nation", "republic", "kingdom"})
_MEMBERS = frozenset({"member", "state", "country", "ally", "nation", "capital"})
_MANY = frozenset({"parliaments", "legislatures", "governments"})
_REACH = 6
_NEXT = 3  # characters between an office and the name of who holds it
_FEW = {"both": 2, "two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
_TOGETHER = frozenset({"both", "two", "three", "all"})


class Actor(NamedTuple):
    """Who acts: party codes (empty when not told), the organ if one is named, and how it was named.

    ``kind`` is the kind of the name, ``group`` for "both sides", ``crowd`` for "sixty states", "" for nobody known.
    """

    codes: tuple[str, ...]
    organ: str | None
    kind: str
    word: int
    name: str = ""


class Actors:
    """Looks up actors on one page."""

    def __init__(
        self,
        page: Parsed,
        names: tuple[Name, ...],
        titles: Sequence[tuple[Span, tuple[str, ...]]] = (),
        voice: tuple[str, ...] = (),
    ) -> None:
        """Names inside an agreement's own name count only for its parties: nobody in Paris made the Paris Agreement.

        ``voice`` is the state that "we" stands for, where the page is its government's own.
        """
        self.voice = voice
        self._page = page
        self._names = tuple(name for name in names if not any(_only_titles(name, *title) for title in titles))
        self._titled = tuple(span for span, _ in titles)
        self._at: dict[int, Name] = {}
        for name in self._names:
            for word in page.between(name.start, name.end):
                self._at[word.i] = name
        self._owners = Owners(page, self._names, self._titled)
        self._open: set[int] = set()

    def of(self, i: int) -> Actor:
        """The actor that the noun or pronoun ``i`` stands for."""
        word = self._page.words[i]
        if word.lower in _OWN and self.voice:
            return Actor(self.voice, None, "state", i, word.text)
        if word.lower in _PERSONAL or word.lower in _COLLECTIVE:
            return self._pronoun(word)
        if i in self._open:  # "its members … they": a pronoun that leans on a phrase that leans on the pronoun
            return Actor((), None, "", i, word.text)
        self._open.add(i)
        try:
            return self._noun(word)
        finally:
            self._open.discard(i)

    def _noun(self, word: Word) -> Actor:
        name = self._at.get(word.i)
        if name is not None and name.kind in ACTING | {"group"}:
            return self._named(name, word)
        return self._described(word)

    def listed_before(self, i: int) -> list[int]:
        """The list that ends right before the verb ``i``: "six members, Chile, Peru and Fiji, signed".

        States, or leaders: "Presidents Ann Ace and Bo Bee signed" is misread as what presidents named so did.
        """
        words, found = self._page.words, []
        at = i - 1
        first = self._page.sentences[words[i].sentence][0]
        while at >= first and words[at].pos in {"AUX", "ADV"}:
            at -= 1
        while at >= first and (self._is_state(at) or words[at].text in {",", "and", "&"} or words[at].lower == "the"):
            found += [at] if self._is_state(at) else []
            at -= 1
        heads = [w for w in found if w + 1 not in found or self._at[w] is not self._at[w + 1]]
        return sorted(heads)

    def named_among(self, i: int) -> list[int]:
        """Who is named of a crowd in the sentence of ``i``: "ten states, among them Chile and Peru, signed"."""
        words, last = self._page.words, self._page.sentences[self._page.words[i].sentence][-1]
        for at, least in opening_lists(self._page, i):
            found, after = list[int](), at
            while after <= last and (self._is_state(after) or words[after].lower in _LISTING):
                found += [after] if self._is_state(after) else []
                after += 1
            heads = [w for w in found if w + 1 not in found or self._at[w] is not self._at[w + 1]]
            if len(heads) >= least:
                return heads
        return []

    def _is_state(self, i: int) -> bool:
        name = self._at.get(i)
        return name is not None and name.kind in {"state", "person"} and bool(name.codes)

    def last_before(self, i: int) -> tuple[str, ...]:
        """Codes of the actor last named before the word ``i``, subjects of earlier sentences before other names."""
        words = self._page.words
        earlier = [
            (words[n].sentence == words[i].sentence, words[n].dep in {"nsubj", "nsubjpass", "poss", "compound"}, n)
            for n in self._at
            if n < i
            and not any(t.start <= words[n].start < t.end for t in self._titled)
            and words[i].sentence - words[n].sentence <= 2
            and self._at[n].kind in ACTING
            and len(self._at[n].codes) == 1
        ]
        return self._at[max(earlier)[2]].codes if earlier else ()

    def all_codes(self) -> tuple[str, ...]:
        """Codes of all parties named on the page, most often named first; a city where things happen is no party."""
        count: dict[str, int] = {}
        for name in self._names:
            if name.kind in ACTING and not (name.kind == "place" and self._is_where(name)):
                for code in name.codes:
                    count[code] = count.get(code, 0) + 1
        return tuple(sorted(count, key=lambda code: -count[code]))

    def _is_where(self, name: Name) -> bool:
        return bool(_WHERE.search(self._page.text[max(0, name.start - _REACH) : name.start]))

    def _group(self, i: int, number: int, label: str) -> Actor:
        """ "The two", "all three": the parties of the sentence, or of the one or two before it, if exactly so many."""
        words, codes = self._page.words, set[str]()
        sentence = words[i].sentence
        for at in range(sentence, max(-1, sentence - 3), -1):
            named = {n for n in self._at if n < i and words[n].sentence == at and self._stands_for_party(n)}
            codes |= {code for n in named for code in self._at[n].codes}
            if len(codes) >= number:
                break
        return Actor(tuple(sorted(codes)) if len(codes) == number else (), None, "group", i, label)

    def _stands_for_party(self, n: int) -> bool:
        name = self._at[n]
        titled = any(t.start <= name.start < t.end for t in self._titled)
        return name.kind in {"state", "person", "office", "demonym"} and not titled

    def _named(self, name: Name, word: Word) -> Actor:
        if name.kind == "group":
            if (all_of := self._all_members(word)) is not None:
                return all_of
            return self._group(word.i, int(name.entity) if name.entity.isdigit() else 0, name.text)
        if name.kind not in {"organ", "office"}:
            if name.kind in {"demonym", "place", "state"} and word.dep in {"amod", "compound"} and word.head != word.i:
                return (
                    self.of(word.head)
                    if word.head not in self._at
                    else Actor(name.codes, None, name.kind, word.i, name.entity)
                )
            codes = name.codes or (self._of_office(name, word) if name.kind == "person" else ())
            return Actor(codes, self._office_beside(name), name.kind, word.i, name.entity)
        codes = name.codes or self._owner_codes(word)
        if word.lower in _MANY and not codes:
            return Actor((), None, "crowd", word.i, name.text)
        person = self._person_beside(word)
        if not codes and person is not None:
            codes = person.codes
        if not codes:
            codes = self._owners.likely(name.entity, word)
        organ = (organ_of(name.entity, codes[0]) if len(codes) == 1 else None) or name.entity
        if len(codes) == 1:
            self._owners.settle(name.entity, codes[0])
        return Actor(codes, organ, name.kind, word.i, organ)

    def _described(self, word: Word) -> Actor:
        """ "the country's lawmakers", "the leaders of Chile and Peru", "76 states", "the Trump administration"."""
        i = word.i
        if (meant := self._meant(word)) is not None:
            return meant
        if word.lemma in _CROWD and word.tag == "NNS" and any(c.pos == "NUM" for c in self._left(word)):
            few = [_FEW[c.lower] for c in self._left(word) if c.lower in _FEW]
            return self._group(i, few[0], word.text) if few else Actor((), None, "crowd", i, word.text)
        if any(
            c.dep in {"amod", "compound", "nmod", "poss"} and self._at.get(c.i) is not None for c in self._left(word)
        ):
            codes = _unique(
                code
                for c in self._left(word)
                if (n := self._at.get(c.i)) is not None and n.kind in ACTING
                for code in n.codes
            )
            if codes and word.lemma in _MEMBERS and word.tag == "NNS" and all(map(is_organisation, codes)):
                return Actor((), None, "crowd", i, word.text)
            if codes:
                label = " ".join(c.text for c in (*self._left(word), word))
                return Actor(codes, None, "state", i, label)
        inner = (*noun_arguments(self._page, i, "in", "of"), *possessors(self._page, i))
        if any((name := self._at.get(o)) is not None and name.kind == "group" for o in inner):
            return Actor((), None, "group", i, word.text)
        owned = [*possessors(self._page, i), *noun_arguments(self._page, i, "of", "from", "in", "between")]
        codes = _unique(code for owner in owned if owner != i for code in (self._direct(owner)))
        if codes:
            return Actor(codes, None, "state", i, word.text)
        together = [self._page.words[c].lower for c in word.children if self._page.words[c].lower in _TOGETHER]
        if together and word.tag == "NNS":
            return self._group(i, _FEW.get(together[0], 0), word.text)
        if word.lemma in _CROWD:
            return Actor((), None, "crowd", i, word.text)
        for beside in children(self._page, i, "appos", "conj"):
            name = self._at.get(beside.i)
            if name is not None and name.codes and name.kind in ACTING:
                return Actor(name.codes, None, name.kind, i, name.entity)
        label = " ".join(c.text for c in (*self._left(word), word) if c.dep != "det")
        return Actor((), None, "body" if class_of_words(label) else "", i, label)

    def _meant(self, word: Word) -> Actor | None:
        """Whom a word stands for that names nobody by itself: "the country", "both chambers", "all its members"."""
        if counted := counted_in(self._page, word):
            return self.of(counted[0])
        if is_of_houses(word):
            return Actor(self._owner_codes(word) or self.last_before(word.i), None, "body", word.i, word.text)
        if self._is_spoken_of(word):
            found = self._pronoun(word)
            return found if not any(map(is_organisation, found.codes)) else self._last_state(word)
        return self._all_members(word)

    def _is_spoken_of(self, word: Word) -> bool:
        """ "The country", with nothing that tells which, goes back to the one spoken of as "it" does."""
        beside = [self._page.words[c].lower for c in word.children if self._page.words[c].dep != "punct"]
        return word.lemma in _SPOKEN_OF and word.tag == "NN" and beside in (["the"], ["that"])

    def _last_state(self, word: Word) -> Actor:
        states = [n for n in self._names if n.start < word.start and n.kind == "state" and len(n.codes) == 1]
        return Actor(states[-1].codes if states else (), None, "state" if states else "", word.i, word.text)

    def _all_members(self, word: Word) -> Actor | None:
        """ "The four founding members of Mercosur", all of them, are the organisation; "four members" are not."""
        if word.lemma != "member" or not any(c.lower in {"the", "all"} for c in self._left(word)):
            return None
        owners = [self._at.get(i) for i in noun_arguments(self._page, word.i, "of")]
        union = next((n for n in owners if n is not None and n.kind == "organisation" and len(n.codes) == 1), None)
        return Actor(union.codes, None, "organisation", word.i, union.entity) if union else None

    def _left(self, word: Word) -> list[Word]:
        return [self._page.words[c] for c in word.children if c < word.i]

    def _direct(self, i: int) -> tuple[str, ...]:
        name = self._at.get(i)
        if name is not None and name.kind in ACTING:
            return name.codes
        word = self._page.words[i]
        if word.lower in _OWN:
            return self.voice
        if word.lower in _COLLECTIVE | _PERSONAL:
            return self._pronoun(word).codes
        return ()

    def _owner_codes(self, word: Word) -> tuple[str, ...]:
        owners = [*possessors(self._page, word.i), *noun_arguments(self._page, word.i, "of", "in")]
        owners += [c for c in word.children if self._page.words[c].dep in {"amod", "compound", "nmod"}]
        return _unique(code for owner in owners if owner != word.i for code in self._direct(owner))

    def _office_beside(self, name: Name) -> str | None:
        if name.kind != "person" or len(name.codes) != 1:
            return None
        before = [n for n in self._names if n.kind == "office" and n.end <= name.start and name.start - n.end < 3]
        if not before:
            return None
        return organ_of(before[-1].entity, name.codes[0]) or before[-1].entity

    def _of_office(self, name: Name, word: Word) -> tuple[str, ...]:
        """ "The first President Bush", whom no list knows: he is of the state whose presidents the page speaks of."""
        office = next((n for n in self._names if n.kind == "office" and 0 <= name.start - n.end < _NEXT), None)
        if office is None:
            return ()
        return office.codes or self._owners.likely(office.entity, word)

    def _person_beside(self, word: Word) -> Name | None:
        for name in self._names:
            if name.kind == "person" and name.codes and 0 <= name.start - word.end < 3:
                return name
        return None

    def _of_governing_clause(self, word: Word) -> Actor | None:
        """ "Chile and Peru announced that they have ratified it": the subject of the clause above."""
        for above in self._page.ancestors(word.i):
            for subject in children(self._page, above.i, "nsubj", "nsubjpass"):
                if subject.i >= word.i or subject.lower in _COLLECTIVE | _PERSONAL:
                    continue
                actors = [self.of(i) for i in with_conjuncts(self._page, subject.i)]
                codes = _unique(code for actor in actors for code in actor.codes)
                personal = any(actor.kind == "person" for actor in actors)
                if codes and (personal or word.lower not in _PERSONAL):
                    return Actor(codes, actors[0].organ, actors[0].kind, word.i, actors[0].name)
        return None

    def _pronoun(self, word: Word) -> Actor:
        if word.i not in self._open:
            self._open.add(word.i)
            above = self._of_governing_clause(word)
            self._open.discard(word.i)
            if above is not None:
                return above
        if word.lower in _PLURAL and (several := self._several_before(word)) is not None:
            return several
        wanted = {"person"} if word.lower in _PERSONAL else {"state", "organisation", "organ", "place"}
        fallback: Name | None = None
        for name in reversed(self._names):
            if name.start >= word.start or not name.codes:
                continue
            if name.kind in wanted and set(name.codes) != {"UN"}:  # who deposits, leaves or signs is never the UN
                head = self._head_of(name)
                if head is not None and self._is_of_members(head):
                    continue
                if head is not None and head.dep in {"nsubj", "nsubjpass", "poss", "pobj", "conj", "compound"}:
                    if head.dep in {"nsubj", "nsubjpass"} or word.lower in _PERSONAL:
                        return Actor(name.codes, None, name.kind, word.i, name.entity)
                    fallback = fallback or name
        if fallback is not None:
            return Actor(fallback.codes, None, fallback.kind, word.i, fallback.entity)
        return Actor((), None, "", word.i, word.text)

    def _several_before(self, word: Word) -> Actor | None:
        """Whom "they" takes up: the subjects named together last, in this sentence or the one before."""
        first = self._page.sentences[max(0, self._page.words[word.i].sentence - 1)][0]
        for at in range(word.i - 1, first - 1, -1):
            if self._page.words[at].dep in {"nsubj", "nsubjpass"} and at not in self._open:
                listed = with_conjuncts(self._page, at)
                codes = _unique(code for i in listed if i in self._at for code in self._at[i].codes)
                return Actor(tuple(sorted(codes)), None, "group", word.i, word.text) if len(codes) > 1 else None
        return None

    def _is_of_members(self, word: Word) -> bool:
        """ "NATO members": the organisation is named, and its members are meant."""
        above = self._page.words[word.head]
        return word.dep in {"compound", "amod", "nmod"} and above.lemma in _MEMBERS and above.tag == "NNS"

    def _head_of(self, name: Name) -> Word | None:
        words = self._page.between(name.start, name.end)
        inside = {w.i for w in words}
        return next((w for w in words if w.head not in inside or w.head == w.i), None)


def _only_titles(name: Name, span: Span, parties: tuple[str, ...]) -> bool:
    return span.start <= name.start < span.end and not set(name.codes) & set(parties)


def _unique(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
