"""Which agreement a wording speaks of, and who acts in it."""

from collections.abc import Sequence

from treatywatch.language.parse import Parsed
from treatywatch.reading.actor import Actor
from treatywatch.reading.actors import Actors
from treatywatch.reading.grammar import children, is_passive, is_verb, noun_arguments, objects, possessors, subjects
from treatywatch.reading.lists import named_among
from treatywatch.reading.members import opening_lists
from treatywatch.reading.mentions.known import known_parties
from treatywatch.reading.mentions.nouns import nouns
from treatywatch.reading.mentions.resolve import Coreference
from treatywatch.reading.nouns import MONTHS, is_carrier, is_instrument, is_measure, is_telling
from treatywatch.reading.patterns import AnyTrigger
from treatywatch.reading.reference import agreement_of, may_stand_for_agreement
from treatywatch.reading.roles import Roles
from treatywatch.reading.spoken_of import TOPICS, from_context, inside, is_held, is_staged, main_but, stands_alone
from treatywatch.reading.words import word_list

_TWO = 2
_AT_HOME = frozenset({"authorised", "submitted", "approved", "ratified", "rejected"})


class Arguments:
    """Finds the agreements and actors of triggers on one page."""

    def __init__(self, page: Parsed, coreference: Coreference, actors: Actors) -> None:
        self.page = page
        self.coreference = coreference
        self.actors = actors
        self._roles = Roles(page, coreference, actors)

    def agreements(self, trigger: AnyTrigger, places: Sequence[str]) -> list[tuple[int, int]]:
        """``(cluster, word)`` of the agreements in ``places`` of the trigger; the first place with any wins."""
        by_verb = is_verb(self.page, trigger.head)
        for place in places:
            words = self._roles.words(trigger, place)
            found = [hit for word in words for hit in self.agreement_of(word)]
            found = found or [hit for word in words for hit in self._listed(word)]
            if not found and place.startswith("context") and self._is_about_else(trigger):
                return []
            if not found and (place == "context" or (place == "context-strict" and not by_verb)):
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
            if not found and place == "sides":
                found = self._of_sides(trigger)
            if not found and place == "whole" and (main := self.coreference.main()) is not None:
                found = [(main, trigger.head)]
            if not found and place == "announced":
                found = self._behind(trigger.head)
            if not found and place == "other":
                found = main_but(self.coreference, trigger, self._roles.subjects(trigger.head))
            if found:
                return list(dict.fromkeys(found))
        return []

    def told(self, trigger: AnyTrigger) -> list[tuple[int, int]]:
        """``(cluster, word)`` of the agreements that a rule's words speak of, told in the places that it names."""
        rule = trigger.rule
        found = (self.replaced if rule.replaces else self.agreements)(trigger, rule.of)
        if rule.instrument and not found:
            found = self.inside(trigger) or self.from_context(trigger, strict=False)
        return found

    def _listed(self, i: int) -> list[tuple[int, int]]:
        """ "signed nine documents, among them a treaty on rivers": those that a list names of the many before it."""
        word = self.page.words[i]
        if word.tag != "NNS" or word.lemma not in nouns().forms:
            return []
        last = self.page.sentences[word.sentence][-1]
        starts = [start for start, least in opening_lists(self.page, i) if start > i and least == 1]
        return [(number, at) for start in starts[:1] for at, number in self.coreference.heads_between(start, last)]

    def acting(self, trigger: AnyTrigger, places: Sequence[str]) -> list[Actor]:
        """Who acts, from ``places`` of the trigger; the first place with any wins."""
        for place in places:
            if place == "crowd":
                return [Actor((), None, "crowd", trigger.head)]
            words = self._roles.words(trigger, place)
            if place == "context" or (place == "subject" and not words and not is_verb(self.page, trigger.head)):
                words = self._roles.governing_subject(trigger.head)
                if trigger.rule.kind == "negotiated" and not is_held(self.page, trigger.head):
                    words = []  # "Peru discussed the talks": they need not be its own
            found = [self.actors.of(word) for word in words if not self._is_called(word)]
            found = [actor for actor in found if actor.codes or actor.kind]
            if len(found) == 1 and found[0].kind == "crowd" and not found[0].codes:
                named = named_among(self.page, self.actors.named, trigger.head)
                found = [self.actors.of(word) for word in named] or found
            if found and place == "subject":
                found += [a for word in self._beside(trigger, places) if (a := self.actors.of(word)).codes]
            if found:
                return found
        return []

    def _beside(self, trigger: AnyTrigger, places: Sequence[str]) -> list[int]:
        """Who acts with the subject: all behind "with" where that is a place, else those "together with" it."""
        if "with" in places:
            return self._roles.prepositional(trigger, "with")
        return self._roles.together_with(trigger)

    def _is_called(self, i: int) -> bool:
        """ "Russia, Iran's ally, signed": what one who acts is called does not act beside it."""
        word = self.page.words[i]
        called = word.dep == "appos" and word.head < i and bool(self.actors.of(word.head).codes)
        return called and not self._is_listed_beside(i, word.head)

    def _is_listed_beside(self, i: int, head: int) -> bool:
        """ "Chile, Peru and Fiji signed": a list that the parser took for one state and what it is called."""
        name = self.actors.named.at.get(i)
        joined = [*children(self.page, i, "conj"), *children(self.page, head, "conj")]
        return name is not None and name.kind in {"state", "person"} and bool(joined)

    def agreement_of(self, i: int) -> list[tuple[int, int]]:
        """The agreements that the noun or pronoun ``i`` stands for or carries ("its participation in the treaty")."""
        return agreement_of(self.page, self.coreference, i)

    def done_to(self, i: int) -> list[int]:
        """What the verb ``i`` is done to, a misread subject left out."""
        return self._roles.done_to(i)

    def replaced(self, trigger: AnyTrigger, places: Sequence[str]) -> list[tuple[int, int]]:
        """The agreements that a new one replaces: all that the sentence lists, but the new one itself."""
        page, head = self.page, trigger.head
        gives_way = page.words[head].lemma in word_list("yielding")
        first = self.agreements(trigger, ("subject",) if gives_way else places)
        side = self.agreements(trigger, ("to", "object-of-last") if gives_way else ("subject",))
        newer = {number for number, at in side if gives_way or at < head}
        words = page.sentences[page.words[head].sentence]
        listed = self.coreference.heads_between(head, words[-1])
        found = [(number, at) for number, at in first if number not in newer]
        told = [*objects(page, head), *(w for place in places for w in self._roles.words(trigger, place))]
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
            *self._roles.prepositional(trigger, "to", "before", "in", "with"),
            *(w.i for w in children(self.page, trigger.head, "dative")),
        ]
        return [self.actors.of(word) for word in words]

    def _is_about_else(self, trigger: AnyTrigger) -> bool:
        """Whether the words are plainly about something that is no agreement: "signed the Farm Act into law"."""
        head = trigger.head
        if is_verb(self.page, head) or self.page.words[head].tag == "VBG":
            told = [o for o in self.done_to(head) if o not in trigger.words]
        else:
            told = noun_arguments(self.page, head, "of")
        told += self._own_matter(trigger)
        told = [i for i in told if not self._is_date(i) and not self._is_told_to(head, i)]
        return bool(told) and not any(may_stand_for_agreement(self.page, self.coreference, i) for i in told)

    def _own_matter(self, trigger: AnyTrigger) -> list[int]:
        """ "postponed the vote on the budget": what the nouns among the words are said to be on, of or for."""
        nouns = (i for i in trigger.words if i != trigger.head and self.page.words[i].pos == "NOUN")
        below = (o for noun in nouns for o in noun_arguments(self.page, noun, "of", "on", "for"))
        return [o for o in below if o not in trigger.words and self.page.words[o].pos == "NOUN"]

    def _is_date(self, i: int) -> bool:
        """ "the withdrawal of 4 November"."""
        return self.page.words[i].text.isdigit() or self.page.words[i].lower in MONTHS

    def _is_told_to(self, head: int, i: int) -> bool:
        """ "told Canada that its preparations are complete": whom it is made known or left to, not what is done."""
        actor = self.actors.of(i)
        return is_telling(self.page.words[head].lemma) and bool(actor.codes or actor.kind in {"office", "person"})

    def _carried(self, head: int) -> bool:
        """ "suspends its obligations", "votes on ratification": done to what is part of an agreement left unsaid."""
        nouns = (*self._roles.objects(head), *objects(self.page, head, "on", "for"))
        return any(
            self.page.words[o].lemma in word_list("of_agreements")
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
            is_verb(self.page, head)
            and self.page.words[head].dep != "amod"
            and not [i for i in done_to if not self.agreement_of(i)]
        )

    def inside(self, trigger: AnyTrigger) -> list[tuple[int, int]]:
        """``(cluster, word)`` of the first two agreements named anywhere below the trigger's words."""
        found = inside(self.page, self.coreference, trigger)
        if not is_verb(self.page, trigger.head) or not self._is_about_else(trigger):
            return found
        told = (*self.done_to(trigger.head), *(i for i in trigger.words if i != trigger.head))
        below = {i for word in told for i in self.page.subtree(word)}
        return [(number, at) for number, at in found if at in below]

    def from_context(self, trigger: AnyTrigger, *, strict: bool) -> list[tuple[int, int]]:
        """The agreement that the trigger's sentence names nearest to it, or (unless ``strict``) the one spoken of."""
        return from_context(self.page, self.coreference, trigger, strict=strict)

    def afar(self, trigger: AnyTrigger, actors: Sequence[Actor]) -> list[tuple[int, int]]:
        """The agreement spoken of where the trigger stands, or the page's own; none for words about another thing.

        Talks of two who are not known to be its parties are on another matter.
        """
        if self._is_about_else(trigger) or any(self._is_else(trigger, i) for i in self._in_places(trigger)):
            return []
        found = self.from_context(trigger, strict=False)
        main = self.coreference.main()
        found = found or ([] if main is None else [(main, trigger.head)])
        sides = {code for actor in actors for code in actor.codes}
        talks = trigger.rule.kind == "negotiated" and len(sides) >= _TWO
        return [hit for hit in found if not talks or sides <= self._parties(hit[0])]

    def _in_places(self, trigger: AnyTrigger) -> list[int]:
        told = (word for place in trigger.rule.of for word in self._roles.words(trigger, place))
        return [word for word in told if word not in trigger.words]

    def _is_else(self, trigger: AnyTrigger, i: int) -> bool:
        """ "Peru joined in the feast", "the constitution is in force": a thing, and none that is an agreement.

        A bill stands for the agreement that it approves in steps taken at home, and not in "signed a decree".
        """
        word = self.page.words[i]
        if word.pos not in {"NOUN", "PROPN"} or self._is_date(i) or self.actors.of(i).codes:
            return False
        if is_measure(word.lemma.lower()) and trigger.rule.kind not in _AT_HOME:
            return True
        return not may_stand_for_agreement(self.page, self.coreference, i)

    def _behind(self, i: int) -> list[tuple[int, int]]:
        """The agreement named next in the sentence: "I transmit to the Congress, as the Act requires, the treaty"."""
        if self.done_to(i) or is_passive(self.page, i):
            return []
        last = self.page.sentences[self.page.words[i].sentence][-1]
        return [(number, head) for head, number in self.coreference.heads_between(i + 1, last)][:1]

    def _of_sides(self, trigger: AnyTrigger) -> list[tuple[int, int]]:
        """ "Talks between Chile and Peru", whatever they are on: the agreement spoken of, where it is one of these."""
        places = ("between", "owner", "with", "among", *(("subject",) if is_verb(self.page, trigger.head) else ()))
        sides = {code for actor in self.acting(trigger, places) for code in actor.codes}
        if len(sides) < _TWO or self._has_topic(trigger):
            return []
        found = self.from_context(trigger, strict=False)
        return [hit for hit in found if sides <= self._parties(hit[0])]

    def _has_topic(self, trigger: AnyTrigger) -> bool:
        told = self.done_to(trigger.head) if is_verb(self.page, trigger.head) else ()
        return bool(told) or any(w.lower in TOPICS for w in children(self.page, trigger.head, "prep"))

    def _parties(self, number: int) -> set[str]:
        cluster = self.coreference.clusters[number]
        return cluster.parties | set(known_parties().get(cluster.known or "", ()))

    def instruments(self, trigger: AnyTrigger) -> bool:
        """Whether what is deposited or exchanged is an instrument of ratification or a note, not signed copies."""
        candidates = [
            *objects(self.page, trigger.head),
            *self._roles.after_last(trigger),
            *noun_arguments(self.page, trigger.head, "of"),
        ]
        if is_verb(self.page, trigger.head) and trigger.words[-1] != trigger.head:
            candidates += subjects(self.page, trigger.head)
        below = (self.page.words[i] for i in self.page.subtree(trigger.head))
        candidates += [w.i for w in below if w.dep == "appos"]  # "received from the minister, Ann Ace, the instruments"
        return any(is_instrument(self.page.words[c].lemma) for c in candidates)
