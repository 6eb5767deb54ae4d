"""Which agreement a wording speaks of, and who acts in it."""

from collections.abc import Callable, Sequence

from treatywatch.language.parse import Parsed
from treatywatch.reading.actors import Actor, Actors
from treatywatch.reading.grammar import (
    agents,
    children,
    clause_of,
    is_passive,
    noun_arguments,
    objects,
    possessors,
    subjects,
    with_conjuncts,
)
from treatywatch.reading.mentions.resolve import Coreference
from treatywatch.reading.misread import participle_of, relative_of
from treatywatch.reading.nouns import MONTHS, is_carrier, is_instrument, is_measure
from treatywatch.reading.patterns import AnyTrigger
from treatywatch.reading.spoken_of import from_context, inside, is_held, is_staged, main_but, stands_alone

_POINTING = frozenset({"it", "this", "that", "which", "them", "they", "both", "these", "one", "itself"})
_OF_AGREEMENTS_ALONE = frozenset({"ratification", "denunciation", "withdrawal", "exit", "accession"})
_TELLING = frozenset({"tell", "notify", "inform", "assure", "advise"})
_NEEDING = frozenset({"await", "need", "require", "lack", "face", "win", "gain", "get", "receive", "secure", "obtain"})
# Places that are searched rather than read off the grammar of the trigger.
_SEARCHES = frozenset(
    {"inside", "context", "context-strict", "bare", "carried", "instrument", "none", "other", "alone"}
)


class Arguments:
    """Finds the agreements and actors of triggers on one page."""

    def __init__(self, page: Parsed, coreference: Coreference, actors: Actors) -> None:
        self.page = page
        self.coreference = coreference
        self.actors = actors

    def agreements(self, trigger: AnyTrigger, places: Sequence[str]) -> list[tuple[int, int]]:
        """``(cluster, word)`` of the agreements in ``places`` of the trigger; the first place with any wins."""
        for place in places:
            found = [hit for word in self._words(trigger, place) for hit in self.agreement_of(word)]
            if not found and place.startswith("context") and self._is_about_else(trigger):
                return []
            if not found and (place == "context" or (place == "context-strict" and not self._is_verb(trigger.head))):
                found = self.from_context(trigger, strict=place == "context-strict")
            if not found and place == "carried" and self._carried(trigger.head):
                found = self.from_context(trigger, strict=False)
            if not found and place == "bare" and self._bare(trigger, places):
                found = self.from_context(trigger, strict=False)
            untold = stands_alone if place == "alone" else is_staged if place == "staged" else None
            if not found and untold is not None and untold(self.page, trigger):
                found = self.from_context(trigger, strict=False)
            if not found and place == "inside":
                found = self.inside(trigger)
            if not found and place == "other":
                found = main_but(self.coreference, trigger, self._subjects(trigger.head))
            if found:
                return list(dict.fromkeys(found))
        return []

    def acting(self, trigger: AnyTrigger, places: Sequence[str]) -> list[Actor]:
        """Who acts, from ``places`` of the trigger; the first place with any wins."""
        for place in places:
            if place == "crowd":
                return [Actor((), None, "crowd", trigger.head)]
            words = self._words(trigger, place)
            if place == "context" or (place == "subject" and not words and not self._is_verb(trigger.head)):
                words = self._governing_subject(trigger.head)
                if trigger.rule.kind == "negotiated" and not is_held(self.page, trigger.head):
                    words = []  # "Peru discussed the talks": they need not be its own
            found = [self.actors.of(word) for word in words if not self._is_called(word)]
            found = [actor for actor in found if actor.codes or actor.kind]
            if len(found) == 1 and found[0].kind == "crowd" and not found[0].codes:
                named = self.actors.named_among(trigger.head)
                found = [self.actors.of(word) for word in named] or found
            if found and place == "subject":
                beside = self._prepositional(trigger, "with") if "with" in places else self._together_with(trigger)
                found += [a for word in beside if (a := self.actors.of(word)).codes]
            if found:
                return found
        return []

    def agreement_of(self, i: int, depth: int = 0) -> list[tuple[int, int]]:
        """The agreements that the noun or pronoun ``i`` stands for or carries ("its participation in the treaty")."""
        number = self.coreference.named(i)
        if number is not None and self._is_head_or_name(i, number):
            return [(number, i)]
        word = self.page.words[i]
        if word.lower in {"former", "latter"} and word.dep != "amod":
            paired = self.coreference.paired(i, latter=word.lower == "latter")
            return [] if paired is None else [(paired, i)]
        if word.lower in _POINTING:
            before = None if self._points_to_measure(i) else self.coreference.before(i)
            return [] if before is None else [(before, i)]
        if depth < 4 and (is_carrier(word.lower) or is_carrier(word.lemma) or word.tag == "VBG"):
            below = [
                *noun_arguments(self.page, i, "of", "in", "under", "to", "from", "with", "on", "for", "by"),
                *possessors(self.page, i),
            ]
            below += [w.i for w in children(self.page, i, "compound", "dobj", "nmod", "amod")]
            if word.dep == "dobj":  # "suspends compliance with it": the parser may hang the preposition on the verb
                below += [o for o in noun_arguments(self.page, word.head, "of", "in", "with", "under") if o > i]
            for one in below:
                found = self.agreement_of(one, depth + 1)
                if found:
                    return found
        return []

    def _points_to_measure(self, i: int) -> bool:
        """ "a decree of the president, who signed it": the bill or decree named last in the sentence is meant."""
        first = self.page.sentences[self.page.words[i].sentence][0]
        for at in range(i - 1, first - 1, -1):
            if self.coreference.named(at) is not None:
                return False
            if self.page.words[at].pos == "PROPN" and is_measure(self.page.words[at].lower):
                return True  # "introduced the Farm Act in May, and it has been referred to the Senate"
            if self.page.words[at].pos == "NOUN" and is_measure(self.page.words[at].lemma):
                return self.page.words[at].lemma in {"decree", "order", "ordinance", "motion", "resolution"}
        return False

    def _is_head_or_name(self, i: int, number: int) -> bool:
        """A word inside a mention stands for it when it is its noun or one of its capitals, not a party named in it."""
        if any(self.page.words[c].dep in {"relcl", "acl"} for c in self.page.words[i].children):
            return True  # "a treaty with Peru, which is to be signed": the clause hangs on the last word of the name
        return any(
            m.head == i
            or (m.span.start <= self.page.words[i].start < m.span.end and self._tops(i, m.span.start, m.span.end))
            for m in self.coreference.clusters[number].mentions
        )

    def _tops(self, i: int, start: int, end: int) -> bool:
        head = self.page.words[self.page.words[i].head]
        return head.i == i or not start <= head.start < end

    def replaced(self, trigger: AnyTrigger, places: Sequence[str]) -> list[tuple[int, int]]:
        """The agreements that a new one replaces: all that the sentence lists, but the new one itself."""
        page, head = self.page, trigger.head
        gives_way = page.words[head].lemma in {"give", "make", "cease", "lose"}
        first = self.agreements(trigger, ("subject",) if gives_way else places)
        side = self.agreements(trigger, ("to", "object-of-last") if gives_way else ("subject",))
        newer = {number for number, at in side if gives_way or at < head}
        words = page.sentences[page.words[head].sentence]
        listed = self.coreference.heads_between(head, words[-1])
        found = [(number, at) for number, at in first if number not in newer]
        told = [*objects(page, head), *(w for place in places for w in self._words(trigger, place))]
        if found or gives_way or any(page.words[o].tag == "NNS" for o in told):
            found += [(number, at) for at, number in listed if number not in newer and self._is_listed(at)]
        return list(dict.fromkeys(found))

    def _is_listed(self, i: int) -> bool:
        """Whether a mention stands in a list, not in a clause of its own."""
        return self.page.words[i].dep in {
            "dobj",
            "conj",
            "appos",
            "pobj",
            "nsubj",
            "attr",
            "ROOT",
            "compound",
            "nmod",
            "dep",
            "amod",
        }

    def recipient(self, trigger: AnyTrigger) -> list[Actor]:
        """To whom something is brought: "to parliament", "before the Senate", "was sent the treaty"."""
        words = [
            *self._prepositional(trigger, "to", "before", "in", "with"),
            *(w.i for w in children(self.page, trigger.head, "dative")),
        ]
        return [self.actors.of(word) for word in words]

    def _is_verb(self, i: int) -> bool:
        return self.page.words[i].pos in {"VERB", "AUX"}

    def _words(self, trigger: AnyTrigger, place: str) -> list[int]:
        """The words in one place round a trigger; a name that is no place of its own is a preposition."""
        at_place: dict[str, Callable[[int], list[int]]] = {
            "object": self._objects,
            "subject": self._subjects,
            "owner": lambda head: possessors(self.page, head),
            "compound": lambda head: [w.i for w in children(self.page, head, "compound", "nmod", "amod")],
            "dative": lambda head: [w.i for w in children(self.page, head, "dative")],
            "instrument-owner": self._owners_of_instrument,
            "copula": self._governing_subject,
            "needing": self._needing,
            "accused": self._accused,
            "self": lambda head: [head],
            "behalf": self._on_behalf,
        }
        if place in at_place:
            return at_place[place](trigger.head)
        if place == "object-of-last":
            return self._after_last(trigger)
        if place in _SEARCHES:
            return []
        return self._prepositional(trigger, *(("of", "from") if place == "out-of" else (place,)))

    def _needing(self, head: int) -> list[int]:
        """ "The treaty awaits ratification": what needs the step that the noun ``head`` names."""
        above = self.page.words[self.page.words[head].head]
        needs = above.lemma in _NEEDING and self.page.words[head].dep in {"dobj", "conj"}
        return subjects(self.page, above.i) if needs else []

    def _on_behalf(self, head: int) -> list[int]:
        """ "Signed on behalf of Chile and Peru": for whom it was done."""
        nouns = (n for on in children(self.page, head, "prep") for n in children(self.page, on.i, "pobj"))
        return [o for noun in nouns if noun.lower == "behalf" for o in noun_arguments(self.page, noun.i, "of")]

    def _accused(self, head: int) -> list[int]:
        """ "accused Moscow of breaches": whose they are said to be."""
        verb = clause_of(self.page, head)
        return objects(self.page, verb) if self.page.words[verb].lemma in {"accuse", "charge", "blame"} else []

    def _objects(self, head: int) -> list[int]:
        named = participle_of(self.page, self.coreference, head)
        if named is None:
            named = relative_of(self.page, self.coreference, head, "dobj", "nsubjpass")
        if named is not None:
            return [named]
        if self.page.words[head].pos == "ADP":  # "the pact in force since 1994", wherever the parser hung it
            return [head - 1 if self.coreference.named(head - 1) is not None else self.page.words[head].head]
        return objects(self.page, head) if self._is_verb(head) else noun_arguments(self.page, head, "of")

    def _subjects(self, head: int) -> list[int]:
        if not self._is_verb(head):
            return []
        if participle_of(self.page, self.coreference, head) is not None:
            return agents(self.page, head)
        named = relative_of(self.page, self.coreference, head, "nsubj")
        if named is not None:
            return [named]
        found = subjects(self.page, head) or self._misread_subject(head)
        listed = [] if is_passive(self.page, head) else self.actors.listed_before(head)
        if any(set(listed) <= set(self.page.subtree(i)) and self.agreement_of(i) for i in found):
            return found  # "the treaty between Chile, Peru and Fiji took effect"
        headline = len(listed) > len(found) and listed[0] == self.page.sentences[self.page.words[head].sentence][0]
        titled = len(found) == 1 and self.page.words[found[0]].tag in {"NNS", "NNPS"} and len(listed) > 1
        return listed if headline or titled or len(listed) > max(len(found), 2) else found

    def _misread_subject(self, i: int) -> list[int]:
        """ "Forty-four countries signed in Oslo": a verb that the parser took for a participle of its own subject."""
        word = self.page.words[i]
        if word.dep != "acl" or word.tag != "VBN" or self.agreement_of(word.head):
            return []
        actor = self.actors.of(word.head)
        return with_conjuncts(self.page, word.head) if actor.codes or actor.kind in {"crowd", "group"} else []

    def done_to(self, i: int) -> list[int]:
        """What the verb ``i`` is done to, a misread subject left out."""
        misread = self._misread_subject(i)
        return [o for o in objects(self.page, i) if o not in misread]

    def _prepositional(self, trigger: AnyTrigger, *prepositions: str) -> list[int]:
        page, found = self.page, []
        for at in dict.fromkeys((trigger.head, *trigger.words)):
            for child in page.words[at].children:
                word = page.words[child]
                if word.lower in prepositions:
                    found += [c for noun in children(page, child, "pobj") for c in with_conjuncts(page, noun.i)]
                elif word.dep in {"prep", "prt", "advmod"}:
                    for deeper in children(page, child, "prep"):
                        if deeper.lower in prepositions:
                            found += [
                                c for noun in children(page, deeper.i, "pobj") for c in with_conjuncts(page, noun.i)
                            ]
        return [i for i in dict.fromkeys(found) if i not in trigger.words]

    def _is_called(self, i: int) -> bool:
        """ "Russia, Iran's ally, signed": what one who acts is called does not act beside it."""
        word = self.page.words[i]
        return word.dep == "appos" and word.head < i and bool(self.actors.of(word.head).codes)

    def _together_with(self, trigger: AnyTrigger) -> list[int]:
        """ "deposited its instrument together with Peru": who acts beside the subject."""
        words = self.page.words
        return [i for i in self._prepositional(trigger, "with") if self._joins(words[i].i)]

    def _joins(self, i: int) -> bool:
        preposition = next((a for a in self.page.ancestors(i) if a.lower == "with"), None)
        return preposition is not None and self.page.words[preposition.i - 1].lower in {"together", "along", "jointly"}

    def _after_last(self, trigger: AnyTrigger) -> list[int]:
        last = trigger.words[-1]
        direct = [c for w in children(self.page, last, "pobj", "dobj") for c in with_conjuncts(self.page, w.i)]
        return direct or noun_arguments(self.page, last, "to", "of", "on", "for", "in")

    def _governing_subject(self, i: int) -> list[int]:
        verb = clause_of(self.page, i)
        found = subjects(self.page, verb)
        return [one for one in found if one != i]

    def _is_about_else(self, trigger: AnyTrigger) -> bool:
        """Whether the words are plainly about something that is no agreement: "signed the Farm Act into law"."""
        head = trigger.head
        if self._is_verb(head) or self.page.words[head].tag == "VBG":
            told = [o for o in self.done_to(head) if o not in trigger.words]
        else:
            told = noun_arguments(self.page, head, "of")
        told = [i for i in told if not self._is_date(i) and not self._is_told_to(head, i)]
        return bool(told) and not any(self._may_stand_for_agreement(i) for i in told)

    def _is_date(self, i: int) -> bool:
        """ "the withdrawal of 4 November"."""
        return self.page.words[i].text.isdigit() or self.page.words[i].lower in MONTHS

    def _is_told_to(self, head: int, i: int) -> bool:
        """ "told Canada that its preparations are complete": to whom a thing is made known, not what is done."""
        return self.page.words[head].lemma in _TELLING and bool(self.actors.of(i).codes)

    def _may_stand_for_agreement(self, i: int) -> bool:
        word = self.page.words[i]
        known = word.lower in _POINTING or bool(self.agreement_of(i)) or word.tag in {"CD", "WDT", "WP"}
        if known or is_instrument(word.lemma):
            return True
        own_name = any(w.text[:1].isupper() for w in children(self.page, i, "compound", "nmod", "amod"))
        if is_measure(word.lemma):
            return not own_name  # "the bill", but not "the Farm Act"
        if word.lemma == "amendment" and own_name:
            return False  # "signed the Rojas amendment into law"
        return is_carrier(word.lower) and not noun_arguments(self.page, i, "of")

    def _carried(self, head: int) -> bool:
        """ "suspends its obligations", "votes on ratification": done to what is part of an agreement left unsaid."""
        nouns = (*self._objects(head), *objects(self.page, head, "on", "for"))
        return any(
            self.page.words[o].lemma in _OF_AGREEMENTS_ALONE
            or (is_carrier(self.page.words[o].lower) and self._is_owned(o) and not noun_arguments(self.page, o, "of"))
            for o in nouns
        )

    def _is_owned(self, i: int) -> bool:
        """ "its obligations", "American obligations"."""
        before = children(self.page, i, "amod", "compound", "nmod")
        return bool(possessors(self.page, i)) or any(self.actors.of(w.i).codes for w in before)

    def _bare(self, trigger: AnyTrigger, places: Sequence[str]) -> bool:
        """ "announced that it would leave": a verb of its own without anything that it is done to."""
        head = trigger.head
        later = [w.i for w in children(self.page, head, "conj") if w.pos == "VERB"]
        done_to = [o for o in objects(self.page, head, "from", "of", *places) if not any(verb < o for verb in later)]
        return (
            self._is_verb(head)
            and self.page.words[head].dep != "amod"
            and not [i for i in done_to if not self.agreement_of(i)]
        )

    def inside(self, trigger: AnyTrigger) -> list[tuple[int, int]]:
        """``(cluster, word)`` of the first two agreements named anywhere below the trigger's words."""
        found = inside(self.page, self.coreference, trigger)
        if not self._is_verb(trigger.head) or not self._is_about_else(trigger):
            return found
        told = (*self.done_to(trigger.head), *(i for i in trigger.words if i != trigger.head))
        below = {i for word in told for i in self.page.subtree(word)}
        return [(number, at) for number, at in found if at in below]

    def from_context(self, trigger: AnyTrigger, *, strict: bool) -> list[tuple[int, int]]:
        """The agreement that the trigger's sentence names nearest to it, or (unless ``strict``) the one spoken of."""
        return from_context(self.page, self.coreference, trigger, strict=strict)

    def _owners_of_instrument(self, head: int) -> list[int]:
        """ "Kenya's instrument of ratification", "the instruments of Kenya and of Ghana": whose they are."""
        nouns = [n for n in objects(self.page, head) if is_instrument(self.page.words[n].lemma)]
        owners = [o for n in nouns for o in (*possessors(self.page, n), *noun_arguments(self.page, n, "of", "from"))]
        return [
            o
            for o in owners
            if self.page.words[o].pos in {"NOUN", "PROPN"}
            if (actor := self.actors.of(o)).codes and actor.kind in {"state", "demonym", "organisation", "place"}
        ]

    def instruments(self, trigger: AnyTrigger) -> bool:
        """Whether what is deposited or exchanged is an instrument of ratification or a note, not signed copies."""
        candidates = [
            *objects(self.page, trigger.head),
            *self._after_last(trigger),
            *noun_arguments(self.page, trigger.head, "of"),
        ]
        if self._is_verb(trigger.head) and trigger.words[-1] != trigger.head:
            candidates += subjects(self.page, trigger.head)
        below = (self.page.words[i] for i in self.page.subtree(trigger.head))
        candidates += [w.i for w in below if w.dep == "appos"]  # "received from the minister, Ann Ace, the instruments"
        return any(is_instrument(self.page.words[c].lemma) for c in candidates)
