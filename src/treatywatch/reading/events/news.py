"""The day of a step that is told without one, and who takes it: by its announcement, the vote beside it, the news."""

from collections.abc import Sequence

from treatywatch.language.parse import Parsed
from treatywatch.model import Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.actors import Actors
from treatywatch.reading.events.dating import Dates
from treatywatch.reading.events.performative import is_done_by_saying_so
from treatywatch.reading.events.same_day import told_before
from treatywatch.reading.events.words import course_words
from treatywatch.reading.grammar import subjects
from treatywatch.reading.modality.signs import at_once
from treatywatch.reading.patterns import AnyTrigger

_MADE_KNOWN_AT_ONCE = frozenset({Step.DENOUNCED, Step.WITHDRAWN, Step.SUSPENDED, Step.TERMINATED, Step.IN_FORCE})
# At a ceremony, or by a vote.
_TAKEN_AT_ONCE = frozenset({
    Step.SIGNED, Step.INITIALLED, Step.APPROVED, Step.RATIFIED, Step.REJECTED, Step.ADOPTED, Step.EXCHANGED,
    Step.DEPOSITED,
})  # fmt: skip

# By a text that is made for it.
_BY_A_TEXT = frozenset({Step.AMENDED, Step.EXTENDED, Step.SUPERSEDED})

# By a decree or law.
_BY_ITS_WORDS = frozenset({Step.SUBMITTED, Step.AUTHORISED, Step.DENOUNCED})
_IN_WRITING = frozenset({Step.RATIFIED, Step.DENOUNCED, Step.WITHDRAWN, Step.SUSPENDED, Step.AUTHORISED})


class News:
    """What else of a page dates its steps: ``today`` is the day of its news, which sentence number ``lead`` tells."""

    def __init__(self, page: Parsed, dates: Dates, actors: Actors, today: str | None, lead: int) -> None:
        self._page = page
        self._dates = dates
        self._actors = actors
        self._today = today
        self.lead = lead

    def day_of(self, head: int, kind: Step, actors: Sequence[Actor]) -> str | None:
        """The day of the step that the word ``head`` tells without one, or None."""
        announced = self._dates.of_announcement(head) if self._is_under_way(head) else None
        if announced is not None and (kind in _MADE_KNOWN_AT_ONCE or self._announces_itself(announced[0], actors)):
            return announced[1]
        word = self._page.words[head]
        if kind in _BY_ITS_WORDS and is_done_by_saying_so(self._page, head):
            return self._dates.anchor
        if kind in _IN_WRITING and (issued := self._dates.of_document(head)) is not None:
            return issued
        if (
            kind in _TAKEN_AT_ONCE | _MADE_KNOWN_AT_ONCE
            and (same := self._dates.of_day_before(head) or self._goes_on(head)) is not None
        ):
            return same
        if kind in _BY_A_TEXT and (made := self._dates.of_making(head)) is not None:
            return made
        if self._dates.any_in(word.sentence):
            return None
        if kind in _TAKEN_AT_ONCE and (beside := self._dates.beside(head)) is not None:
            return beside
        news = word.sentence == self.lead and kind is not Step.BREACHED
        return self._today if news and word.pos == "VERB" and not any(a.kind == "crowd" for a in actors) else None

    def announcing(self, trigger: AnyTrigger) -> list[Actor]:
        """ "The treaty will be suspended with immediate effect, Chile's minister announced": who says so does it.

        So does whose letter says so: "Chile's letter tells Peru that it is suspended".
        """
        head = self._page.words[trigger.head]
        if trigger.rule.kind is not Step.SUSPENDED:
            return []
        if at_once(self._page, head):
            told = self._dates.of_announcement(head.i)
            return [self._actors.of(i) for i in subjects(self._page, told[0])] if told is not None else []
        saying = subjects(self._page, head.head) if head.dep == "ccomp" else []
        return [self._actors.of(i) for i in saying if self._page.words[i].lemma in course_words("papers")]

    def _goes_on(self, head: int) -> str | None:
        """ "They also signed a protocol", right after the news that the lead tells: that is of the same day."""
        place = told_before(self._page, head)
        after_lead = place is not None and self._page.words[place[0]].sentence == self.lead
        return self._today if after_lead and not self._dates.any_in(self.lead) else None

    def _announces_itself(self, verb: int, actors: Sequence[Actor]) -> bool:
        """ "China announced on Saturday that it has ratified": the party's own word dates the act.

        So does a party's word of what is done by nobody who is named: "it has been ratified, the Senate announced".
        """
        codes = {code for actor in actors for code in actor.codes}
        speaking = {code for i in subjects(self._page, verb) for code in self._actors.of(i).codes}
        return bool(speaking) and codes <= speaking

    def _is_under_way(self, head: int) -> bool:
        """ "Has left", "was suspending it", "will suspend it with immediate effect", and not "will leave"."""
        helping = {
            self._page.words[c].lemma for c in self._page.words[head].children if self._page.words[c].dep == "aux"
        }
        going_on = self._page.words[head].tag == "VBG" and "be" in helping
        return "have" in helping or going_on or at_once(self._page, self._page.words[head])
