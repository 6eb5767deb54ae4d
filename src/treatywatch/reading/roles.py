"""The words that stand in a place round a trigger: what it is done to, who does it, whose it is, with whom."""

from collections.abc import Callable, Sequence

from treatywatch.language.parse import Parsed
from treatywatch.reading.actors import Actors
from treatywatch.reading.grammar import (
    agents,
    children,
    clause_of,
    is_passive,
    is_verb,
    noun_arguments,
    objects,
    possessors,
    subjects,
    with_conjuncts,
)
from treatywatch.reading.lists import listed_before
from treatywatch.reading.mentions.resolve import Coreference
from treatywatch.reading.misread import participle_of, relative_of
from treatywatch.reading.nouns import is_instrument
from treatywatch.reading.outcome import led_to
from treatywatch.reading.patterns import AnyTrigger
from treatywatch.reading.reference import agreement_of
from treatywatch.reading.words import word_list

_PAIR = 2

# Places that are searched rather than read off the grammar of the trigger.
_SEARCHES = frozenset(
    {
        "inside",
        "context",
        "context-strict",
        "bare",
        "carried",
        "instrument",
        "none",
        "other",
        "alone",
        "sides",
        "whole",
        "announced",
    }
)


class Roles:
    """Finds the words in the places of triggers on one page, also where the parser hung them elsewhere."""

    def __init__(self, page: Parsed, coreference: Coreference, actors: Actors) -> None:
        self._page = page
        self._coreference = coreference
        self._actors = actors
        self._of_head: dict[str, Callable[[int], list[int]]] = {
            "object": self.objects,
            "subject": self.subjects,
            "owner": self._owners,
            "compound": lambda head: [w.i for w in children(page, head, "compound", "nmod", "amod")],
            "dative": lambda head: [w.i for w in children(page, head, "dative")],
            "instrument-owner": self._owners_of_instrument,
            "copula": self.governing_subject,
            "needing": self._needing,
            "accused": self._accused,
            "self": lambda head: [head],
            "behalf": self._on_behalf,
            "doer": self._doer,
            "named": self._named,
            "outcome": lambda head: led_to(page, head),
        }

    def words(self, trigger: AnyTrigger, place: str) -> list[int]:
        """The words in one place round a trigger; a name that is no place of its own is a preposition."""
        if place in self._of_head:
            return self._of_head[place](trigger.head)
        if place == "object-of-last":
            return self.after_last(trigger)
        if place in _SEARCHES:
            return []
        return self.prepositional(trigger, *(("of", "from") if place == "out-of" else (place,)))

    def _owners(self, head: int) -> list[int]:
        """ "Chile's ratification"; also "praised Chile and Peru's signing", where the parser joined it to the first."""
        owners, word = possessors(self._page, head), self._page.words[head]
        first = self._page.words[word.head]
        if not owners or word.dep != "conj" or first.pos != "PROPN":
            return owners
        between = [w.dep for w in self._page.words[first.i + 1 : owners[0]]]
        return [first.i, *owners] if between == ["cc"] else owners

    def _needing(self, head: int) -> list[int]:
        """ "The treaty awaits ratification": what needs the step that the noun ``head`` names."""
        above = self._page.words[self._page.words[head].head]
        needs = above.lemma in word_list("needing") and self._page.words[head].dep in {"dobj", "conj"}
        return subjects(self._page, above.i) if needs else []

    def _on_behalf(self, head: int) -> list[int]:
        """ "Signed on behalf of Chile and Peru": for whom it was done."""
        nouns = (n for on in children(self._page, head, "prep") for n in children(self._page, on.i, "pobj"))
        return [o for noun in nouns if noun.lower == "behalf" for o in noun_arguments(self._page, noun.i, "of")]

    def _accused(self, head: int) -> list[int]:
        """ "accused Moscow of breaches": whose they are said to be."""
        verb = clause_of(self._page, head)
        return objects(self._page, verb) if self._page.words[verb].lemma in word_list("accusing") else []

    def _doer(self, head: int) -> list[int]:
        """ "Chile's new dam is a breach of it": whose the act is that is one."""
        word = self._page.words[head]
        told = subjects(self._page, word.head) if word.dep == "attr" else []
        return [o for i in told for o in possessors(self._page, i)] or told

    def _named(self, head: int) -> list[int]:
        """ "The signatories are Chile and Peru", "… include Chile": who is named as one of those."""
        word = self._page.words[head]
        verb = self._page.words[word.head]
        if word.dep != "nsubj" or verb.lemma not in {"be", "include"}:
            return []
        told = (c for w in children(self._page, verb.i, "attr", "dobj") for c in with_conjuncts(self._page, w.i))
        return [i for i in told if self._page.words[i].pos == "PROPN"]

    def objects(self, head: int) -> list[int]:
        """What the verb or noun ``head`` is done to; the agreement that a misread participle or relative belongs to."""
        named = participle_of(self._page, self._coreference, head)
        if named is None:
            named = relative_of(self._page, self._coreference, head, "dobj", "nsubjpass")
        if named is not None:
            return [named]
        if self._page.words[head].pos == "ADP":  # "the pact in force since 1994", wherever the parser hung it
            return [head - 1 if self._coreference.named(head - 1) is not None else self._page.words[head].head]
        return objects(self._page, head) if is_verb(self._page, head) else noun_arguments(self._page, head, "of")

    def subjects(self, head: int) -> list[int]:
        """Who does the verb ``head``, lists that the parser took apart put together; nobody does a noun."""
        if not is_verb(self._page, head):
            return []
        if participle_of(self._page, self._coreference, head) is not None:
            return agents(self._page, head)
        named = relative_of(self._page, self._coreference, head, "nsubj")
        if named is not None:
            return [named]
        found = subjects(self._page, head) or self._misread_subject(head)
        listed = [] if is_passive(self._page, head) else listed_before(self._page, self._actors.named, head)
        holding = [i for i in found if set(listed) <= set(self._page.subtree(i))]
        if any(agreement_of(self._page, self._coreference, i) for i in holding):
            return found  # "the treaty between Chile, Peru and Fiji took effect"
        headline = len(listed) > len(found) and listed[0] == self._page.sentences[self._page.words[head].sentence][0]
        titled = len(found) == 1 and self._page.words[found[0]].tag in {"NNS", "NNPS"} and len(listed) > 1
        told = headline or titled or len(listed) > max(len(found), 2) or self._is_pair(listed, found)
        return listed if told else found

    def _is_pair(self, listed: Sequence[int], found: Sequence[int]) -> bool:
        """ "A day before the summit Ann Ace and Bo Bee signed": two joined by "and" whom the parser took apart."""
        if len(listed) != _PAIR or not set(found) < set(listed):
            return False
        between = [w for w in self._page.words[listed[0] + 1 : listed[1]] if w.dep not in {"compound", "det"}]
        return [w.lower for w in between] in (["and"], ["&"])

    def _misread_subject(self, i: int) -> list[int]:
        """Who does a verb whose subject the parser took for something else.

        "Forty-four countries signed in Oslo" may be read as a participle of its own subject, a short name as an adverb.
        """
        word = self._page.words[i]
        before = [c for c in word.children if c < i and self._page.words[c].dep in {"advmod", "dep", "npadvmod"}]
        if word.tag == "VBD" and (named := [c for c in before if self._actors.named.is_state(c)]):
            return named[-1:]
        if word.dep != "acl" or word.tag != "VBN" or agreement_of(self._page, self._coreference, word.head):
            return []
        actor = self._actors.of(word.head)
        return with_conjuncts(self._page, word.head) if actor.codes or actor.kind in {"crowd", "group"} else []

    def done_to(self, i: int) -> list[int]:
        """What the verb ``i`` is done to, a misread subject left out."""
        misread = self._misread_subject(i)
        return [o for o in objects(self._page, i) if o not in misread]

    def prepositional(self, trigger: AnyTrigger, *prepositions: str) -> list[int]:
        """What hangs on the trigger's words through ``prepositions``, be it through another one or an adverb."""
        page, found = self._page, list[int]()
        for at in dict.fromkeys((trigger.head, *trigger.words)):
            for child in page.words[at].children:
                word = page.words[child]
                if word.lower in prepositions:
                    found += self._behind(child)
                elif word.dep in {"prep", "prt", "advmod"}:
                    deeper = children(page, child, "prep")
                    found += [c for below in deeper if below.lower in prepositions for c in self._behind(below.i)]
        if "by" in prepositions and not is_verb(page, trigger.head):
            found += [
                doer for noun in noun_arguments(page, trigger.head, "of") for doer in noun_arguments(page, noun, "by")
            ]
        return [i for i in dict.fromkeys(found) if i not in trigger.words]

    def _behind(self, preposition: int) -> list[int]:
        nouns = children(self._page, preposition, "pobj")
        return [c for noun in nouns for c in with_conjuncts(self._page, noun.i)]

    def together_with(self, trigger: AnyTrigger) -> list[int]:
        """ "deposited its instrument together with Peru": who acts beside the subject."""
        words = self._page.words
        return [i for i in self.prepositional(trigger, "with") if self._joins(words[i].i)]

    def _joins(self, i: int) -> bool:
        preposition = next((a for a in self._page.ancestors(i) if a.lower == "with"), None)
        return preposition is not None and self._page.words[preposition.i - 1].lower in {"together", "along", "jointly"}

    def after_last(self, trigger: AnyTrigger) -> list[int]:
        """What hangs on the last of the trigger's words: "became a party *to the treaty*"."""
        last = trigger.words[-1]
        direct = [c for w in children(self._page, last, "pobj", "dobj") for c in with_conjuncts(self._page, w.i)]
        return direct or noun_arguments(self._page, last, "to", "of", "on", "for", "in")

    def governing_subject(self, i: int) -> list[int]:
        """Who does the verb of the clause that the word ``i`` stands in: "*Chile* completed its ratification"."""
        verb = clause_of(self._page, i)
        found = subjects(self._page, verb)
        return [one for one in found if one != i]

    def _owners_of_instrument(self, head: int) -> list[int]:
        """ "Kenya's instrument of ratification", "the instruments of Kenya and of Ghana": whose they are."""
        nouns = [n for n in objects(self._page, head) if is_instrument(self._page.words[n].lemma)]
        owners = [o for n in nouns for o in (*possessors(self._page, n), *noun_arguments(self._page, n, "of", "from"))]
        return [
            o
            for o in owners
            if self._page.words[o].pos in {"NOUN", "PROPN"}
            if (actor := self._actors.of(o)).codes and actor.kind in {"state", "demonym", "organisation", "place"}
        ]
