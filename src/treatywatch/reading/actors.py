"""Which states, organisations and organs a word in the text stands for."""

from collections.abc import Iterable

from treatywatch.language.names import Name, house_of, is_organisation, organ_of
from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.actor import Actor
from treatywatch.reading.grammar import (
    antecedent,
    children,
    is_verb,
    noun_arguments,
    possessors,
    subjects,
    with_conjuncts,
)
from treatywatch.reading.members import MEMBERS, counted_in, is_of_houses, is_uncounted, qualifying
from treatywatch.reading.named import Named
from treatywatch.reading.nouns import class_of_words
from treatywatch.reading.owners import ACTING, Owners
from treatywatch.reading.pronouns import Pronouns, is_own, is_pronoun
from treatywatch.reading.words import word_list

_NEXT = 3  # characters between an office and the name of who holds it
_EACH = frozenset({"neither", "both"})
_FEW = {"both": 2, "two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
_TOGETHER = frozenset({"both", "two", "three", "all"})


class Actors:
    """Looks up actors on one page."""

    def __init__(self, page: Parsed, named: Named, voice: tuple[str, ...] = (), home: tuple[str, ...] = ()) -> None:
        """``voice`` is the state that "we" stands for on its government's page, ``home`` that of who publishes it."""
        self.voice = voice
        self._home = home
        self.named = named
        self._page = page
        self._owners = Owners(page, named.names, named.titled)
        self._open: set[int] = set()
        self._known: dict[tuple[int, int], Actor] = {}
        self._pronouns = Pronouns(page, named, self.of, self._open)

    def of(self, i: int) -> Actor:
        """The actor that the noun or pronoun ``i`` stands for."""
        if self._open:  # asked on the way to another answer, which what is open has a part in
            return self._found(i)
        key = (i, self._owners.changes)
        actor = self._known.get(key)
        if actor is None:
            actor = self._found(i)
            if key[1] == self._owners.changes:
                self._known[key] = actor
        return actor

    def _found(self, i: int) -> Actor:
        word = self._page.words[i]
        done = self._page.words[word.head].tag in {"VBD", "VBN"}  # "I welcome that Chile ratified it": done by Chile
        own = self._home if word.lower == "i" and done else self.voice
        if is_own(word) and own:
            return Actor(own, None, "state", i, word.text)
        if is_pronoun(word):
            return self._pronouns.taken_up(word)
        if i in self._open:  # "its members … they": a pronoun that leans on a phrase that leans on the pronoun
            return Actor((), None, "", i, word.text)
        self._open.add(i)
        try:
            return self._noun(word)
        finally:
            self._open.discard(i)

    def _noun(self, word: Word) -> Actor:
        name = self.named.at.get(word.i)
        if name is not None and name.kind in ACTING | {"group"}:
            return self._by_name(name, word)
        return self._described(word)

    def _group(self, i: int, number: int, label: str) -> Actor:
        """ "The two", "all three": the parties of the sentence, or of the one or two before it, if exactly so many."""
        return Actor(self.named.so_many_before(i, number), None, "group", i, label)

    def _by_name(self, name: Name, word: Word) -> Actor:
        if name.kind == "group":
            if (all_of := self._all_members(word)) is not None:
                return all_of
            return self._group(word.i, int(name.entity) if name.entity.isdigit() else 0, name.text)
        if name.kind not in {"organ", "office"}:
            if name.kind in {"demonym", "place", "state"} and word.dep in {"amod", "compound"} and word.head != word.i:
                return (
                    self.of(word.head)
                    if word.head not in self.named.at
                    else Actor(name.codes, None, name.kind, word.i, name.entity)
                )
            codes = name.codes or (self._of_office(name, word) if name.kind == "person" else ())
            return Actor(codes, self._office_beside(name), name.kind, word.i, name.entity)
        codes = name.codes or self._owner_codes(word)
        if word.lower in word_list("assemblies") and not codes:
            several = self._owned(word) or self._together(word)
            return (
                several
                if several is not None and several.kind == "group"
                else Actor((), None, "crowd", word.i, name.text)
            )
        person = self._person_beside(word)
        if not codes and person is not None:
            codes = person.codes
        if not codes and self._is_of_stranger(word):
            return Actor((), None, "stranger", word.i, name.text)
        there = self._owners.where(name.entity, word) if not codes else ()
        if not codes:
            codes = there or self._at_home(name) or self._owners.likely(name.entity, word)
        organ = (organ_of(name.entity, codes[0]) if len(codes) == 1 else None) or name.entity
        if len(codes) == 1 and not there:
            self._owners.settle(name.entity, codes[0])
        return Actor(codes, organ, name.kind, word.i, organ)

    def _at_home(self, name: Name) -> tuple[str, ...]:
        """ "Congress must act", on a page of a senator of the United States: the house of that name at home."""
        organ = organ_of(name.entity, self._home[0]) if self._home else None
        return self._home if organ is not None and house_of(organ) and name.text.lower() in organ.lower() else ()

    def _described(self, word: Word) -> Actor:
        """ "the country's lawmakers", "the leaders of Chile and Peru", "76 states", "the Trump administration"."""
        ways = (
            self._so_many_of,
            self._each_of_two,
            self._each_other,
            self._meant,
            self._counted,
            self._qualified,
            self._owned,
            self._together,
            self._named_beside,
        )
        for way in ways:
            if (found := way(word)) is not None:
                return found
        label = " ".join(c.text for c in (*self._left(word), word) if c.dep != "det")
        return Actor((), None, "body" if class_of_words(label) else "", word.i, label)

    def _so_many_of(self, word: Word) -> Actor | None:
        """ "Sixty-eight of the 70 lawmakers" are lawmakers, "no one else" is nobody."""
        if word.lower == "one" and any(self._page.words[c].lower == "no" for c in word.children):
            return Actor((), None, "crowd", word.i, word.text)
        counted = noun_arguments(self._page, word.i, "of") if word.tag == "CD" else []
        organs = [i for i in counted if i in self.named.at and self.named.at[i].kind == "organ"]
        return self.of(organs[0]) if organs else None

    def _each_of_two(self, word: Word) -> Actor | None:
        """ "Neither has signed it", "Chile and Peru, neither of which signed it": the two named before."""
        if word.lower not in _EACH or word.dep not in {"nsubj", "nsubjpass", "pobj"}:
            return None
        which = [i for i in noun_arguments(self._page, word.i, "of") if self._page.words[i].tag in {"WDT", "WP"}]
        listed = with_conjuncts(self._page, antecedent(self._page, which[0])) if which else []
        codes = _unique(code for i in listed for code in self._direct(i))
        return Actor(codes, None, "group", word.i, word.text) if codes else self._group(word.i, 2, word.text)

    def _each_other(self, word: Word) -> Actor | None:
        """ "Each side accused the other", "they blamed one another": both who do it."""
        beside = {self._page.words[c].lower for c in word.children}
        if word.lower not in {"other", "another"} or not beside & {"each", "the", "one"}:
            return None
        doing = subjects(self._page, word.head) if is_verb(self._page, word.head) else []
        each = any(self._page.words[c].lower == "each" for i in doing for c in (i, *self._page.words[i].children))
        codes = _unique(code for i in doing for code in self.of(i).codes)
        if not each and (len(codes) < 2 or "the" in beside):
            return None
        return Actor(codes, None, "group", word.i, word.text) if len(codes) > 1 else self._group(word.i, 2, word.text)

    def _counted(self, word: Word) -> Actor | None:
        """ "76 states" are a crowd, "the three countries" those named before."""
        left = self._left(word)
        if word.lemma not in word_list("crowd") or word.tag != "NNS" or not any(c.pos == "NUM" for c in left):
            return None
        few = [_FEW[c.lower] for c in left if c.lower in _FEW]
        return self._group(word.i, few[0], word.text) if few else Actor((), None, "crowd", word.i, word.text)

    def _qualified(self, word: Word) -> Actor | None:
        """ "Chilean lawmakers", "the Trump administration": whose the words before tell."""
        left = self._left(word)
        names = [self.named.at[i] for i in qualifying(self._page, word) if i in self.named.at]
        if not names:
            return None
        codes = _unique(code for name in names if name.kind in ACTING for code in name.codes)
        if codes and word.lemma in MEMBERS and word.tag == "NNS" and all(map(is_organisation, codes)):
            return Actor((), None, "crowd", word.i, word.text)
        label = " ".join(c.text for c in (*left, word))
        return Actor(codes, None, "state", word.i, label) if codes else None

    def _owned(self, word: Word) -> Actor | None:
        """ "the country's lawmakers", "the leaders of Chile and Peru"."""
        i = word.i
        inner = (*noun_arguments(self._page, i, "in", "of"), *possessors(self._page, i))
        if any((name := self.named.at.get(o)) is not None and name.kind == "group" for o in inner):
            return Actor((), None, "group", i, word.text)
        owned = [*possessors(self._page, i), *noun_arguments(self._page, i, "of", "from", "in", "between")]
        codes = _unique(code for owner in owned if owner != i for code in (self._direct(owner)))
        return Actor(codes, None, "state", i, word.text) if codes else None

    def _together(self, word: Word) -> Actor | None:
        """ "both governments" are those named before; "governments" of no number a crowd."""
        together = [self._page.words[c].lower for c in word.children if self._page.words[c].lower in _TOGETHER]
        if together and word.tag == "NNS":
            return self._group(word.i, _FEW.get(together[0], 0), word.text)
        return Actor((), None, "crowd", word.i, word.text) if word.lemma in word_list("crowd") else None

    def _named_beside(self, word: Word) -> Actor | None:
        """ "the bloc, ASEAN": who is named in apposition."""
        for beside in children(self._page, word.i, "appos", "conj"):
            name = self.named.at.get(beside.i)
            if name is not None and name.codes and name.kind in ACTING:
                return Actor(name.codes, None, name.kind, word.i, name.entity)
        return None

    def _meant(self, word: Word) -> Actor | None:
        """Whom a word stands for that names nobody by itself: "the country", "both chambers", "all its members"."""
        if counted := counted_in(self._page, word):
            return self.of(counted[0])
        if word.lower == "those" and (owned := self._owned(word)) is not None:
            return owned  # "Chile's parliament passed it, and those of Peru and Fiji followed"
        if is_uncounted(self._page, word):
            return Actor((), None, "crowd", word.i, word.text)
        if is_of_houses(word):
            return Actor(self._owner_codes(word) or self.named.last_before(word.i), None, "body", word.i, word.text)
        if word.lower == "union" and [self._page.words[c].lower for c in word.children] == ["the"]:
            return self._last_of("organisation", word, called="Union")
        if self._is_spoken_of(word):
            found = self._pronouns.taken_up(word)
            return found if not any(map(is_organisation, found.codes)) else self._last_of("state", word)
        return self._all_members(word)

    def _is_spoken_of(self, word: Word) -> bool:
        """ "The country", with nothing that tells which, goes back to the one spoken of as "it" does."""
        beside = [self._page.words[c].lower for c in word.children if self._page.words[c].dep != "punct"]
        return word.lemma in word_list("whole") and word.tag == "NN" and beside in (["the"], ["that"])

    def _last_of(self, kind: str, word: Word, called: str = "") -> Actor:
        named = [n for n in self.named.names if n.start < word.start and n.kind == kind and len(n.codes) == 1]
        named = [n for n in named if called in n.entity] or named
        return Actor(named[-1].codes if named else (), None, kind if named else "", word.i, word.text)

    def _all_members(self, word: Word) -> Actor | None:
        """ "The four founding members of Mercosur", all of them, are the organisation; "four members" are not."""
        if word.lemma != "member" or not any(c.lower in {"the", "all"} for c in self._left(word)):
            return None
        owners = [self.named.at.get(i) for i in noun_arguments(self._page, word.i, "of")]
        union = next((n for n in owners if n is not None and n.kind == "organisation" and len(n.codes) == 1), None)
        return Actor(union.codes, None, "organisation", word.i, union.entity) if union else None

    def _left(self, word: Word) -> list[Word]:
        return [self._page.words[c] for c in word.children if c < word.i]

    def _direct(self, i: int) -> tuple[str, ...]:
        name = self.named.at.get(i)
        if name is not None and name.kind in ACTING:
            return name.codes
        word = self._page.words[i]
        if is_own(word):
            return self.voice
        if is_pronoun(word):
            return self._pronouns.taken_up(word).codes
        return ()

    def _owner_codes(self, word: Word) -> tuple[str, ...]:
        owners = [*possessors(self._page, word.i), *noun_arguments(self._page, word.i, "of", "in", "from")]
        served = noun_arguments(self._page, word.i, "for")  # "envoys for Somalia from Norway"
        owners += [sender for cause in served for sender in noun_arguments(self._page, cause, "from")]
        owners += [c for c in word.children if self._page.words[c].dep in {"amod", "compound", "nmod"}]
        return _unique(code for owner in owners if owner != word.i for code in self._direct(owner))

    def _is_of_stranger(self, word: Word) -> bool:
        """ "The Government of Ruritania": whose it is, is told, and no list knows them."""
        if word.lower not in word_list("of_a_land"):
            return False
        lands = (self._page.words[i] for i in noun_arguments(self._page, word.i, "of"))
        return any(w.pos == "PROPN" and w.i not in self.named.at and not class_of_words(w.text) for w in lands)

    def _office_beside(self, name: Name) -> str | None:
        if name.kind != "person" or len(name.codes) != 1:
            return None
        before = [n for n in self.named.names if n.kind == "office" and n.end <= name.start and name.start - n.end < 3]
        if not before:
            return None
        return organ_of(before[-1].entity, name.codes[0]) or before[-1].entity

    def _of_office(self, name: Name, word: Word) -> tuple[str, ...]:
        """ "The first President Bush", whom no list knows: he is of the state whose presidents the page speaks of."""
        office = next((n for n in self.named.names if n.kind == "office" and 0 <= name.start - n.end < _NEXT), None)
        if office is None:
            return ()
        return office.codes or self._owners.likely(office.entity, word)

    def _person_beside(self, word: Word) -> Name | None:
        for name in self.named.names:
            if name.kind == "person" and name.codes and 0 <= name.start - word.end < 3:
                return name
        return None


def _unique(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
