"""Whom a pronoun takes up."""

from collections.abc import Callable

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.actor import Actor
from treatywatch.reading.grammar import children, noun_arguments, possessors, with_conjuncts
from treatywatch.reading.members import MEMBERS
from treatywatch.reading.named import Named
from treatywatch.reading.nouns import depositaries

_PERSONAL = frozenset({"he", "she", "him", "her", "his", "who"})
_COLLECTIVE = frozenset({"it", "they", "them", "its", "their", "itself", "which", "that"})
# "ROOT" is a name that stands alone: "And Chile? It never joined."
_TAKEN_UP = frozenset({"nsubj", "nsubjpass", "poss", "pobj", "conj", "compound", "ROOT"})
_PLURAL = frozenset({"they", "them"})
_OF_MANY = frozenset({"they", "them", "their"})
_OWN = frozenset({"we", "us", "our", "i", "my", "ourselves"})


def is_own(word: Word) -> bool:
    """Whether the word means whoever speaks: "we", "our"."""
    return word.lower in _OWN


def is_pronoun(word: Word) -> bool:
    """Whether the word goes back to someone told before: "he", "which", "their"."""
    return word.lower in _COLLECTIVE | _PERSONAL


class Pronouns:
    """Finds on one page whom pronouns take up."""

    def __init__(self, page: Parsed, named: Named, of: Callable[[int], Actor], unsettled: set[int]) -> None:
        """``of`` tells who a word stands for; ``unsettled`` are the words it is at work on, kept together with it.

        Without them a pronoun that leans on a phrase that leans on the pronoun would never end.
        """
        self._page = page
        self._named = named
        self._of = of
        self._open = unsettled

    def taken_up(self, word: Word) -> Actor:
        """Whom the pronoun ``word``, or a noun that goes back as one does, stands for."""
        if word.i not in self._open:
            self._open.add(word.i)
            above = self._subject_above(word)
            self._open.discard(word.i)
            if above is not None:
                return above
        if word.lower in _PLURAL and (several := self._several_before(word)) is not None:
            return several
        return self._last_named(word)

    def _subject_above(self, word: Word) -> Actor | None:
        """ "Chile and Peru announced that they have ratified it": the subject of the clause above.

        In "the UN has word from Chile that it is leaving", it is whoever the word is from.
        """
        below = word
        for above in self._page.ancestors(word.i):
            source = self._source(above) if below.dep in {"acl", "ccomp"} and above.pos == "NOUN" else None
            if source is not None and word.lower not in _PERSONAL:
                return source._replace(word=word.i)
            below = above
            for subject in children(self._page, above.i, "nsubj", "nsubjpass"):
                if subject.i >= word.i or is_pronoun(subject):
                    continue
                actors = [self._of(i) for i in with_conjuncts(self._page, subject.i)]
                if word.lower in _OF_MANY and actors[0].kind == "crowd" and not actors[0].codes:
                    return actors[0]  # "195 countries put their names to it"
                codes = tuple(dict.fromkeys(code for actor in actors for code in actor.codes))
                personal = any(actor.kind == "person" for actor in actors)
                if codes and (personal or word.lower not in _PERSONAL):
                    return Actor(codes, actors[0].organ, actors[0].kind, word.i, actors[0].name)
        return None

    def _source(self, noun: Word) -> Actor | None:
        """ "Chile's notice that …", "a letter from Chile saying that …": whose word it is, if that is told."""
        told = (*possessors(self._page, noun.i), *noun_arguments(self._page, noun.i, "from", "by"))
        actors = (self._of(i) for i in told if i not in self._open and not is_pronoun(self._page.words[i]))
        return next((actor for actor in actors if actor.codes), None)

    def _several_before(self, word: Word) -> Actor | None:
        """Whom "they" takes up: the subjects named together last, in this sentence or the one before.

        A thing that is the subject in between is none of them: "Chile and Peru saw that the issue was big, so they …".
        """
        first = self._page.sentences[max(0, self._page.words[word.i].sentence - 1)][0]
        for at in range(word.i - 1, first - 1, -1):
            if self._page.words[at].dep in {"nsubj", "nsubjpass"} and at not in self._open:
                listed = with_conjuncts(self._page, at)
                codes = {code for i in listed if i in self._named.at for code in self._named.at[i].codes}
                if codes or self._page.words[at].tag == "NNS":
                    return Actor(tuple(sorted(codes)), None, "group", word.i, word.text) if len(codes) > 1 else None
        return None

    def _last_named(self, word: Word) -> Actor:
        """The last one named before as a subject, else the last that a pronoun may go back to at all."""
        wanted = {"person"} if word.lower in _PERSONAL else {"state", "organisation", "organ", "place"}
        fallback: Name | None = None
        for name in reversed(self._named.names):
            if name.start >= word.start or not name.codes:
                continue
            if name.kind in wanted and not set(name.codes) <= depositaries():
                head = self._head_of(name)
                if head is not None and self._is_of_members(head):
                    continue
                if head is not None and head.dep in _TAKEN_UP:
                    if head.dep in {"nsubj", "nsubjpass", "ROOT"} or word.lower in _PERSONAL:
                        return Actor(name.codes, None, name.kind, word.i, name.entity)
                    fallback = fallback or name
        if fallback is not None:
            return Actor(fallback.codes, None, fallback.kind, word.i, fallback.entity)
        return Actor((), None, "", word.i, word.text)

    def _is_of_members(self, word: Word) -> bool:
        """ "NATO members": the organisation is named, and its members are meant."""
        above = self._page.words[word.head]
        return word.dep in {"compound", "amod", "nmod"} and above.lemma in MEMBERS and above.tag == "NNS"

    def _head_of(self, name: Name) -> Word | None:
        words = self._page.between(name.start, name.end)
        inside = {w.i for w in words}
        return next((w for w in words if w.head not in inside or w.head == w.i), None)
