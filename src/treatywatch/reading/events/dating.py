"""When the text says that a step was or will be taken."""

import re
from collections.abc import Sequence

from treatywatch.language.dates import TimeExpression, earlier, resolve
from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality, Span, bounds
from treatywatch.reading.events.along import dates_too, goes_along, is_met_for, is_sitting, is_told_next, making_of
from treatywatch.reading.events.astray import (
    follows_participle,
    is_aside,
    is_behind,
    is_cut_aux,
    is_of_another_time,
    is_of_content,
    is_of_means,
    is_of_naming,
    is_of_occasion,
    is_of_paper,
)
from treatywatch.reading.events.counted import before_what, is_remembered
from treatywatch.reading.events.either import common
from treatywatch.reading.events.in_names import names_agreement, names_law
from treatywatch.reading.events.leaning import leaned_on, page_years, top
from treatywatch.reading.events.occasion import dated_with, is_of_document, told_beside
from treatywatch.reading.events.same_day import told_before
from treatywatch.reading.grammar import children

_MADE_KNOWN = frozenset({"announce", "say", "declare", "confirm", "state", "report", "notify"})
_NEAR = 2  # what hangs on a verb directly and through a preposition dates it alike
_BESIDE = 3
_SOON = 8
_OR = re.compile(r",? or (?:(?:in|on|at|by|early|late|the|mid-?|end of|start of) ?)*")
_DATING = frozenset(
    {"day", "month", "year", "partial_day", "partial_month", "weekday", "deictic", "anaphoric", "range"}
)


class Dates:
    """The time expressions of one page, resolved beside the words they date; those in ``titles`` date nothing."""

    def __init__(
        self, page: Parsed, found: Sequence[TimeExpression], anchor: str | None, titles: Sequence[Span] = ()
    ) -> None:
        self._page = page
        self.anchor = anchor
        dating = [e for e in found if e.kind in _DATING and not names_law(page.text, e)]
        naming = [e for e in dating if any(names_agreement(page.text, t, e) for t in titles)]
        found_in = [(page.between(e.start, e.end), e) for e in dating if e not in naming]
        self._found = [(words, e) for words, e in found_in if words]
        self._naming = [(page.between(e.start, e.end), e) for e in naming]
        self._years = page_years([e for _, e in self._found])

    def of(self, head: int, words: Sequence[int], others: Sequence[int] = ()) -> TimeExpression | None:
        """What dates the step that ``head`` and ``words`` tell, or None; ``others`` are heads of further steps."""
        if is_remembered(self._page, head):
            return None
        own = self._day_of(head) or self._attached(head, words, others) or self._done_on(head) or self._opening(head)
        return own or self._of_occasion(head)

    def in_name(self, words: Sequence[int]) -> TimeExpression | None:
        """ "The treaty of 3 June 1929": the day in an agreement's name, where the last of ``words`` stands in it."""
        return next((e for within, e in self._naming if any(word.i == words[-1] for word in within)), None)

    def beside_words(self, i: int) -> list[tuple[list[Word], TimeExpression]]:
        """The dates in the sentence of the word ``i``, each with its words, in text order."""
        sentence = self._page.words[i].sentence
        return [(list(words), e) for words, e in self._found if words[0].sentence == sentence]

    def in_brackets(self, i: int) -> TimeExpression | None:
        """ "Chile (2019) and Peru (2020) signed it": the date in brackets behind the word ``i``."""
        opened = i + 1 < len(self._page.words) and self._page.words[i + 1].text == "("
        return next((e for words, e in self._found if opened and words[0].i == i + 2), None)

    def any_in(self, sentence: int) -> bool:
        """Whether the sentence names any day, month or year."""
        return any(words[0].sentence == sentence for words, _ in self._found)

    def beside(self, head: int) -> str | None:
        """The date that a sentence beside gives a step told without one: "The vote took place on Thursday."."""
        sentence = self._page.words[head].sentence
        for verb in told_beside(self._page, sentence) if not self.any_in(sentence) else ():
            chosen = self._attached(verb, (verb,), ())
            if chosen is not None:
                return self.value(chosen, Modality.ACTUAL)
        return None

    def of_making(self, head: int) -> str | None:
        """The day on which a text was made that is said to change another: "a protocol amending it, signed on …"."""
        verb = making_of(self._page, head)
        chosen = self._attached(verb, (verb,), ()) if verb is not None else None
        return self.value(chosen, Modality.ACTUAL) if chosen is not None else None

    def of_day_before(self, head: int) -> str | None:
        """The one day told before a step that is said to go with it: "They also signed a protocol."."""
        place = told_before(self._page, head)
        if place is None:
            return None
        found = ((words[0].i, e) for words, e in self._found)
        days = [e for at, e in found if place[0] <= at < place[1] and not self._is_end(at)]
        value = self.value(days[0], Modality.ACTUAL) if len(days) == 1 else None
        return value if value is not None and len(value) == len("2024-06-19") else None

    def counted_back(self, head: int) -> str | None:
        """The day, month or year of a step that was so long before what the clause above it dates."""
        told = before_what(self._page, head)
        if told is None:
            return None
        at = self._attached(told.main, (told.main, *self._completing(told.main)), (head,)) if not told.now else None
        value = self.value(at, Modality.ACTUAL) if at is not None else self.anchor if told.now else None
        return earlier(value, told.number, told.unit) if value is not None else None

    def of_document(self, head: int) -> str | None:
        """The day of the paper that a sentence cites: "…, a decree published on Saturday shows"."""
        for words, expression in self._found:
            if words[0].sentence == self._page.words[head].sentence and is_of_document(self._page, top(words)):
                return self.value(expression, Modality.ACTUAL)
        return None

    def of_announcement(self, head: int) -> tuple[int, str] | None:
        """The verb and the day by which it was made known that a thing has happened ("announced on Friday that …").

        The parser may hang who says so on what is said: "It is held in abeyance, the minister announced on Friday".
        """
        behind = [w for w in children(self._page, head, "advcl", "parataxis", "ccomp") if is_behind(self._page, w)]
        for above in (*behind, *self._page.ancestors(head)):
            if above.lemma in _MADE_KNOWN and above.tag in {"VBD", "VBN"}:
                chosen = self._attached(above.i, (above.i,), ())
                value = self.value(chosen, Modality.ACTUAL) if chosen is not None else None
                return (above.i, value) if value is not None and len(value) == len("2024-06-19") else None
        return None

    def value(self, expression: TimeExpression, modality: Modality) -> str | None:
        """What an expression means for a step of this modality."""
        ahead = modality in {Modality.PLANNED, Modality.POSSIBLE}
        if ahead and self._page.text[: expression.start].endswith("since "):
            return None  # "is to replace the pact in force since 1994"
        values = [self._resolved(each, ahead=ahead) for each in (expression, *self._alternatives(expression))]
        return common(values) if all(values) else values[0]

    def _resolved(self, expression: TimeExpression, *, ahead: bool) -> str | None:
        return resolve(
            expression,
            self.anchor,
            "future" if ahead else "past",
            leaned_on(self._page, self._found, expression, self.anchor, self._years),
        )

    def _alternatives(self, expression: TimeExpression) -> list[TimeExpression]:
        """The expression that "or" sets beside one: "in December or January"."""
        later = (e for _, e in self._found if e.start >= expression.end)
        return [e for e in later if _OR.fullmatch(self._page.text, expression.end, e.start)][:1]

    def _attached(self, head: int, words: Sequence[int], others: Sequence[int]) -> TimeExpression | None:
        sentence = self._page.words[head].sentence
        here = [(w, e) for w, e in self._found if w[0].sentence == sentence and not self._is_end(w[0].i)]
        scored = [(self._distance(head, words, top(w), others, e), e) for w, e in here]
        near = [(d, e.start, e) for d, e in scored if d is not None]
        return min(near, key=lambda item: item[:2])[2] if near else None

    def _day_of(self, head: int) -> TimeExpression | None:
        """ "4 December, the day the notes changed hands": the date that the day is set beside."""
        verb = self._page.words[head]
        noun = self._page.words[verb.head]
        if verb.dep != "relcl" or noun.lemma not in {"day", "date"}:
            return None
        start = self._page.words[self._page.subtree(noun.i)[0]].start
        near = [e for _, e in self._found if 0 <= start - e.end <= _BESIDE]
        return near[-1] if near else None

    def _done_on(self, head: int) -> TimeExpression | None:
        """ "took effect, which it did on 4 May": the date that stands with the verb that takes up the first."""
        last = self._page.sentences[self._page.words[head].sentence][-1]
        for word in self._page.words[head + 1 : min(head + _SOON, last) + 1]:
            if word.lemma == "do" and any(self._page.words[c].tag == "WDT" for c in word.children):
                return self._attached(word.i, (word.i,), ())
        return None

    def _opening(self, head: int) -> TimeExpression | None:
        """ "On that day Chile left it, and Peru signed": the day that opens a sentence, where it is the only one."""
        here = self.beside_words(head)
        first = self._page.sentences[self._page.words[head].sentence][0]
        opens = len(here) == 1 and here[0][0][0].i - first <= 1
        return here[0][1] if opens and is_told_next(self._page, head) else None

    def _of_occasion(self, head: int) -> TimeExpression | None:
        """The date that a step without one has from the clause that it is set in: "on 3 June, when Chile signed"."""
        day, verb = dated_with(self._page, head)
        on_day = next((e for words, e in self._found if day is not None and any(w.i == day for w in words)), None)
        return on_day or (self._attached(verb, (verb, *self._completing(verb)), ()) if verb is not None else None)

    def _completing(self, verb: int) -> list[int]:
        """ "When Fiji was forced to merge with it in 1866": the infinitives that complete a verb are dated with it."""
        return [w.i for w in children(self._page, verb, "xcomp")]

    def _is_end(self, i: int) -> bool:
        """ "extended until 2030": the end of a time dates nothing; "did not sign it until 2030" tells when it did.

        So with what had been done by a day ("five had ratified by the summer"): it was done some time before.
        """
        before = self._page.words[i - 1]
        if i > 0 and before.lower == "by":
            return any(self._page.words[c].lower == "had" for c in self._page.words[before.head].children)
        if i == 0 or before.lower not in {"until", "till", "through"}:
            return False
        return before.lower == "through" or not children(self._page, before.head, "neg")

    def _distance(
        self, head: int, words: Sequence[int], at: int, others: Sequence[int], date: TimeExpression
    ) -> float | None:
        """How far a date stands from a step in the grammar: None when it dates something else."""
        own = set(words) | {head}
        if self._is_cut_off(at, head):
            return None
        for steps, above in enumerate((self._page.words[at], *self._page.ancestors(at))):
            if above.i == at and above.lemma == "be":
                continue  # "before the year is out": the verb of the expression itself
            if above.i in own:
                return max(steps, _NEAR) + abs(at - head) / 100
            if is_of_means(self._page, above) or is_cut_aux(self._page, above, head):
                continue
            if above.pos in {"VERB", "AUX"} and self._is_astray(above, own, at, others, date):
                continue
            if above.pos in {"VERB", "AUX"} and self._is_cut_off(at, above.i):
                return _NEAR + 1 + abs(at - head) / 100  # the parser hung it on the verb behind the semicolon
            if above.i in others and not dates_too(self._page, above, head, own, at):
                return None
            if above.pos in {"VERB", "AUX"} and above.i not in own:
                return self._through_verb(head, own, above.i, at, steps)
        return None

    def _is_astray(self, verb: Word, own: set[int], at: int, others: Sequence[int], date: TimeExpression) -> bool:
        """Whether the date, or what it dates, goes past the verb that the parser hung it on to the step above."""
        if follows_participle(self._page, verb, own, at) or is_of_paper(self._page, verb):
            return True
        if verb.i in others:
            return False
        if is_of_occasion(self._page, verb) or is_aside(self._page, verb, own, at) or is_of_naming(self._page, verb):
            return True
        return is_of_content(self._page, verb, own, at) and self._is_past(date)

    def _is_past(self, date: TimeExpression) -> bool:
        """Whether the date, as one of the past, lies before the page."""
        value = self.value(date, Modality.ACTUAL)
        return value is not None and self.anchor is not None and bounds(value)[0] <= bounds(self.anchor)[1]

    def _is_cut_off(self, i: int, j: int) -> bool:
        """Whether a semicolon stands between two words: "signed it on Friday; the ministers signed soon after"."""
        return any(word.text == ";" for word in self._page.words[min(i, j) : max(i, j)])

    def _through_verb(self, head: int, own: set[int], verb: int, at: int, steps: int) -> float | None:
        """A date on a verb counts for what that verb helps to tell: its noun, its infinitive, its later conjunct."""
        below = self._page.words[head]
        for path, above in enumerate(self._page.ancestors(head), start=1):
            if above.i == verb:
                apart = below.dep in {"ccomp", "relcl", "acl", "advcl", "parataxis"}
                if apart and not goes_along(self._page, below) and not is_met_for(self._page, above, below):
                    return None
                if below.dep == "conj" and at > min(own):
                    return None
                return 3 + steps + path + abs(at - head) / 100
            if is_of_another_time(self._page, below, above):
                return None
            below = above
        return 4 + steps if is_sitting(self._page, self._page.words[verb], own) else None
