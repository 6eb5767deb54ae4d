"""Whether a wording that was found tells of a step at all: what must stand round it, and what must not."""

import re
from collections.abc import Sequence

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.classes import LEGISLATURE, class_of
from treatywatch.reading.events.content import is_content
from treatywatch.reading.events.elsewhere import POINTING_TAGS, tells_of_other_matters
from treatywatch.reading.events.exit import stage_of
from treatywatch.reading.events.home import at_home
from treatywatch.reading.events.kept import keeps_another_thing
from treatywatch.reading.events.rule import EventRule
from treatywatch.reading.events.voting import votes_otherwise
from treatywatch.reading.events.words import course_words, other_words
from treatywatch.reading.grammar import agents, children, clause_of, is_passive, subjects
from treatywatch.reading.mentions.mention import Mention
from treatywatch.reading.modality import modality_of
from treatywatch.reading.modality.tense import is_past, mark_of
from treatywatch.reading.nouns import class_of_words
from treatywatch.reading.patterns import Trigger
from treatywatch.reading.reference import is_numbered

_EFFECTS = frozenset({Step.PROVISIONALLY_APPLIED})
_NAMED_BEFORE_DONE = frozenset({Step.SIGNED, Step.RATIFIED})
_TOWARDS = frozenset({"to", "before"})
_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")


_OTHER_MATTERS = (tells_of_other_matters, votes_otherwise, is_content, keeps_another_thing)


class Fitting:
    """What stands round the wordings of one page."""

    def __init__(self, page: Parsed, arguments: Arguments, triggers: Sequence[Trigger[EventRule]]) -> None:
        self.page = page
        self.arguments = arguments
        self.coreference = arguments.coreference
        self.triggers = triggers
        self._at_home = at_home(page, arguments, triggers)

    def fits(self, trigger: Trigger[EventRule], actors: list[Actor]) -> bool:
        """Whether what the rule wants stands round the words: an actor, no object, an instrument, a legislature."""
        rule = trigger.rule
        if rule.notice and self.page.words[min(trigger.words[-1] + 1, len(self.page.words) - 1)].lower == "that":
            return False  # "gave notice that its procedures were complete" is no notice of withdrawal
        other_matters = (
            self._is_held_up,
            self._is_left_lying,
            self._ends_something_else,
            self._is_scolded,
            self._is_asked_of_it,
            self._is_done_to_the_next,
            self._is_described,
            self._is_condition,
        )
        if any(is_one(trigger) for is_one in other_matters):
            return False
        if any(is_one(self.page, self.arguments, trigger) for is_one in _OTHER_MATTERS):
            return False
        if rule.needs == "actor" and not any(actor.codes or actor.kind == "group" for actor in actors):
            return False
        if rule.closing and not self._closes(trigger.head):
            return False
        if kind_told := self._told_by_subject(trigger):
            return kind_told is rule.kind
        if rule.again or rule.denies or (rule.party and not self._leaves(trigger, actors)):
            return False
        if rule.bare and (self.arguments.done_to(trigger.head) or not any(a.codes or a.kind for a in actors)):
            return False
        if rule.instrument and not self.arguments.instruments(trigger):
            return False
        return rule.to != "legislature" or self._to_legislature(trigger)

    def _closes(self, head: int) -> bool:
        """ "Done at Lima on 3 May 2025, in duplicate.": a sentence of its own that says when, and not by whom."""
        sentence = self.page.sentences[self.page.words[head].sentence]
        return (
            head == sentence[0]
            and self.page.words[head].dep == "ROOT"
            and not agents(self.page, head)
            and not any(self.page.words[i].dep in {"nsubj", "nsubjpass"} for i in sentence)
            and any(_YEAR.fullmatch(self.page.words[i].text) for i in sentence)
        )

    def is_only_named(self, trigger: Trigger[EventRule], kind: Step, actors: Sequence[Actor]) -> bool:
        """ "the ratification of the treaty": a step named by a noun, without anyone who took it or word of its course.

        For steps that no date dates; "took place", "is complete" and "came" tell that it was taken.
        """
        if not trigger.rule.noun or kind not in _NAMED_BEFORE_DONE or any(actor.codes for actor in actors):
            return False
        verb = self.page.words[clause_of(self.page, trigger.head)]
        complement = [w.lemma for w in children(self.page, verb.i, "acomp", "attr", "prep")]
        return verb.lemma not in course_words("happening") and not course_words("done") & {verb.lemma, *complement}

    def _told_by_subject(self, trigger: Trigger[EventRule]) -> Step | None:
        """The step of which the verb only says that it began: "provisional application began", "began to apply so"."""
        if trigger.rule.kind is not Step.IN_FORCE or trigger.rule.noun or not self._tells(trigger.head):
            return None
        own = set(subjects(self.page, trigger.head))
        effects = (t for t in self.triggers if t.rule.kind in _EFFECTS)
        return next((t.rule.kind for t in effects if t.head in own or not set(t.words).isdisjoint(trigger.words)), None)

    def _leaves(self, trigger: Trigger[EventRule], actors: list[Actor]) -> bool:
        """ "Peru left", "the president announced that he would withdraw", but not "the minister left"."""
        if not any(actor.codes for actor in actors):
            return False
        if any(actor.codes and actor.kind != "person" for actor in actors):
            return True
        return stage_of(self.page, trigger.head, modality_of(self.page, trigger.head))[0] is Step.DENOUNCED

    def _is_left_lying(self, trigger: Trigger[EventRule]) -> bool:
        """ "nobody is left behind": what is left is no party that leaves."""
        return self.page.words[trigger.head].lemma == "leave" and is_passive(self.page, trigger.head)

    def _ends_something_else(self, trigger: Trigger[EventRule]) -> bool:
        """ "the treaty that ended the war": an agreement that ends another has not ended itself."""
        if trigger.rule.kind is not Step.TERMINATED or not self._tells(trigger.head):
            return False
        ended = [w for w in children(self.page, trigger.head, "dobj") if w.i not in trigger.words]
        named = [w.i for w in ended if w.tag not in POINTING_TAGS]  # "scrapped it", "ended all of them"
        return len(ended) == len(named) > 0 and not any(self.arguments.agreement_of(i) for i in named)

    def _is_scolded(self, trigger: Trigger[EventRule]) -> bool:
        """ "denounced the deal as a betrayal" is an opinion."""
        opinion = any(w.lower == "as" for w in children(self.page, trigger.head, "prep"))
        return trigger.rule.name == "denounce" and opinion

    def _is_held_up(self, trigger: Trigger[EventRule]) -> bool:
        """ "suspended preparations for signing", "froze ratification": a step is held up, no agreement suspended."""
        if trigger.rule.kind is not Step.SUSPENDED or not self._tells(trigger.head):
            return False
        return any(self.page.words[i].lemma in course_words("held_up") for i in self.arguments.done_to(trigger.head))

    def _is_done_to_the_next(self, trigger: Trigger[EventRule]) -> bool:
        """ "signed a successor to the old treaty": not the treaty that is named, and the other has no name yet."""
        if trigger.rule.kind is not Step.SIGNED or not self._tells(trigger.head):
            return False
        return any(self.page.words[i].lemma in course_words("next") for i in self.arguments.done_to(trigger.head))

    def _is_described(self, trigger: Trigger[EventRule]) -> bool:
        """ "the decree by which Chile joins it", "the agreed text": what an instrument is for, what a text is like."""
        verb = self.page.words[trigger.head]
        if verb.dep == "relcl" and verb.tag in {"VBZ", "VBP"}:
            ways = children(self.page, verb.i, "prep")
            return any(w.lower == "by" and children(self.page, w.i, "pobj")[:1] and self._is_which(w.i) for w in ways)
        return verb.dep == "amod" and trigger.rule.kind is Step.NEGOTIATED

    def _is_condition(self, trigger: Trigger[EventRule]) -> bool:
        """ "takes effect once fifty have ratified it": what it waits for, nobody being named, is told with it."""
        verb = self.page.words[trigger.head]
        above = self.page.words[verb.head]
        waits = above.lemma in {"enter", "take", "come", "go", "become", "be"} and any(
            t.head == above.i and t.rule.kind is Step.IN_FORCE for t in self.triggers
        )
        if verb.dep != "advcl" or not waits or not mark_of(self.page, verb) or is_past(self.page, verb):
            return False
        named = {"state", "organisation", "place", "person"}
        return not any(a.kind in named for a in self.arguments.acting(trigger, trigger.rule.by))

    def _is_which(self, preposition: int) -> bool:
        return any(w.lower == "which" for w in children(self.page, preposition, "pobj"))

    def _is_asked_of_it(self, trigger: Trigger[EventRule]) -> bool:
        """ "called for the accord to be scrapped" proposes no accord."""
        if trigger.rule.kind is not Step.PROPOSED or not self._tells(trigger.head):
            return False
        wanted = {i for w in children(self.page, trigger.head, "prep") for i in self.page.subtree(w.i)}
        return any(self.page.words[i].lower == "to" and self.page.words[i].dep == "aux" for i in wanted)

    def is_between_states(self, trigger: Trigger[EventRule], cluster: int, actors: Sequence[Actor]) -> bool:
        """Whether the agreement may be one between states, as far as those who act and the words for it tell.

        "The player signed a deal", "the firm concluded an agreement with Peru's ministry", "able to conclude treaties".
        """
        if cluster in self._at_home:
            return False
        mentions = self.coreference.clusters[cluster].mentions
        named = any(m.weight == "strong" or m.proper for m in mentions)
        if not any(map(_is_told_of_states, mentions)) and self._done_by_a_firm(trigger):
            return False
        if not any(a.codes or a.kind for a in actors) and self._done_by_others(trigger):
            return named or (not actors and any(m.parties for m in mentions))
        sides = {code for actor in actors for code in actor.codes}
        if len(sides) > 1 and self.page.words[trigger.head].tag in {"VBD", "VBN"}:
            return True  # "Chile and Peru concluded agreements on various matters"
        return not all(self._is_any(m) for m in mentions)

    def is_general(self, hit: tuple[int, int]) -> bool:
        """Whether the words at ``hit`` mean no particular agreement: "any treaty", "to negotiate trade agreements"."""
        number, at = hit
        return any(m.head == at and self._is_any(m) for m in self.coreference.clusters[number].mentions)

    def _is_any(self, mention: Mention) -> bool:
        """Whether no particular agreement is meant: "to conclude treaties", "treaty ratification"."""
        head = self.page.words[mention.head]
        if any(self.page.words[c].dep == "nummod" for c in head.children):
            return False  # "twelve agreements were signed"
        beside = {self.page.words[c].lower for c in head.children}
        if "any" in beside and "such" not in beside:
            return not mention.proper
        kind_alone = head.dep == "compound" and not mention.content
        return (mention.plural or kind_alone) and not (mention.definite or mention.parties or mention.proper)

    def _done_by_others(self, trigger: Trigger[EventRule]) -> bool:
        if not self._tells(trigger.head):
            return False
        own = (i for i in subjects(self.page, trigger.head) if self.page.words[i].lower != "we")
        others = [i for i in own if not self.arguments.agreement_of(i)]
        acting = [self.arguments.actors.of(i) for i in others]  # "Chile applies it provisionally": rules ask not who
        return bool(others) and not any(actor.codes or actor.kind for actor in acting)

    def _done_by_a_firm(self, trigger: Trigger[EventRule]) -> bool:
        """Whether a proper name acts that is no state, organisation, organ or known person."""
        if not self._tells(trigger.head):
            return False
        own = [i for i in subjects(self.page, trigger.head) if self.page.words[i].pos == "PROPN"]
        unknown = [i for i in own if not (self.arguments.agreement_of(i) or is_numbered(self.page, i))]
        acting = [self.arguments.actors.of(i) for i in unknown]
        return bool(acting) and not any(actor.codes or actor.kind for actor in acting)

    def _tells(self, head: int) -> bool:
        return self.page.words[head].pos in {"VERB", "AUX"}

    def _to_legislature(self, trigger: Trigger[EventRule]) -> bool:
        receivers = self.arguments.recipient(trigger)
        if any(class_of(actor, self.page.words[actor.word].lower) in LEGISLATURE for actor in receivers):
            return True
        if any(map(self._is_bill, self.arguments.done_to(trigger.head))):
            return True  # "introduced the bill": before whom else
        aims = (n for w in children(self.page, trigger.head, "prep") for n in children(self.page, w.i, "pobj"))
        if any(n.lemma in course_words("aims") and self.page.words[n.head].lower == "for" for n in aims):
            return True  # "submitted the treaty for ratification"
        below = [self.page.words[i] for i in self.page.subtree(trigger.head)]
        legislatures = [w for w in below if {class_of_words(w.lower), class_of_words(w.lemma)} & LEGISLATURE]
        return any(self._is_towards(trigger.head, word) for word in legislatures)

    def _is_bill(self, i: int) -> bool:
        named = self.page.words[i].lemma in other_words("tabled") and children(self.page, i, "det", "poss")
        return is_numbered(self.page, i) or any(w.lower not in {"a", "an"} for w in named or ())

    def _is_towards(self, verb: int, word: Word) -> bool:
        """ "sent to the Senate", "tabled in both houses of parliament": what stands above the noun below the verb."""
        if self.page.words[word.head].lower in _TOWARDS or self.page.words[word.i - 1].lower in _TOWARDS:
            return True  # the second where "to parliament" is misread as a verb
        above = [a for a in self.page.ancestors(word.i) if a.head == verb]
        return any(a.lower in _TOWARDS | {"in"} for a in above)


def _is_told_of_states(mention: Mention) -> bool:
    """Whether a mention alone tells of states: firms sign agreements and memoranda too, but no treaties."""
    if mention.known or len(mention.parties) > 1:
        return True
    named = not mention.short and (mention.weight == "strong" or mention.proper)
    return named and (mention.definite or mention.form not in {"agreement", "memorandum", "arrangement"})
