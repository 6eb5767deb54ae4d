"""From wordings to events: the kind by who acts, the parties, the modality, the date and the sentence."""

from typing import NamedTuple

from treatywatch.language.dates import TimeExpression
from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed
from treatywatch.model import Modality, Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.actors import Actors
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.again import takes_up
from treatywatch.reading.events.antecedent import charged_before
from treatywatch.reading.events.assent import completes
from treatywatch.reading.events.bound import bound_by_deposit
from treatywatch.reading.events.dating import Dates
from treatywatch.reading.events.evidence import clause_span, place_of
from treatywatch.reading.events.exit import TAKING_EFFECT, announced, leaving_noun, stage_of, with_leavers
from treatywatch.reading.events.fitting import Fitting
from treatywatch.reading.events.found import Found
from treatywatch.reading.events.grounds import agreement_grounds, step_grounds
from treatywatch.reading.events.kinds import kind_of
from treatywatch.reading.events.measure import Measures
from treatywatch.reading.events.news import News
from treatywatch.reading.events.pairing import day_of_each, told_in_turn
from treatywatch.reading.events.parties import shares
from treatywatch.reading.events.resumed import resumed
from treatywatch.reading.events.rule import EventRule, event_index
from treatywatch.reading.events.succession import in_their_turn
from treatywatch.reading.events.sure import sure_of
from treatywatch.reading.events.timing import in_time, looking
from treatywatch.reading.events.untold import is_of_nobody, year_named
from treatywatch.reading.events.way_out import on_the_way_out
from treatywatch.reading.events.within import DOMESTIC, taken_in
from treatywatch.reading.grammar import objects, possessors, subjects
from treatywatch.reading.members import is_of_many
from treatywatch.reading.mentions.nouns import nouns
from treatywatch.reading.mentions.resolve import Coreference
from treatywatch.reading.modality import modality_of
from treatywatch.reading.patterns import Trigger, find_triggers

_BY_ONE = frozenset({Step.APPROVED, Step.SUBMITTED, Step.DEPOSITED})  # also while they still lie ahead
_BY_THE_HEAD = frozenset({"head-next", "on-to-the-head"})  # what is left to the head of the state spoken of
_OF_TALKS = frozenset({Step.PROPOSED, Step.NEGOTIATED})  # "the NAFTA renegotiation began": no entry into force
_BILLS = frozenset({"into-law", "submit", "gone-to"})  # rules whose words speak of bills of every kind


class _Account(NamedTuple):
    """A step as its words tell it: the agreements as ``(cluster, word)``; ``at`` is the word dated, if not the head.

    ``tabled`` tells that a bill for a step to come has been brought in: that is what the day is of.
    """

    trigger: Trigger[EventRule]
    kind: Step
    agreements: list[tuple[int, int]]
    actors: list[Actor]
    modality: Modality
    at: int | None = None
    tabled: bool = False


class Reader:
    """Reads the events of one page."""

    def __init__(
        self,
        page: Parsed,
        names: tuple[Name, ...],
        coreference: Coreference,
        dates: Dates,
        actors: Actors,
        today: str | None = None,
        lead: int = 0,
    ) -> None:
        self.page = page
        self.names = names
        self.coreference = coreference
        self.dates = dates
        self.actors = actors
        self.news = News(page, dates, actors, today, lead)
        self.arguments = Arguments(page, coreference, actors)
        found = find_triggers(page, event_index())
        self.triggers = [trigger for trigger in found if not trigger.rule.again]
        self._resuming = [trigger for trigger in found if trigger.rule.again and takes_up(page, trigger)]
        self.fitting = Fitting(page, self.arguments, self.triggers)
        self.measures = Measures(page, self.arguments, self.triggers)
        self._untold: list[Trigger[EventRule]] = []  # wordings whose agreement nothing beside them tells
        self._made: list[Found] = []  # what the page has told so far
        self._heads = tuple(dict.fromkeys(t.head for t in (*self.triggers, *self._resuming) if self._may_tell(t)))

    def events(self) -> list[Found]:
        """The events of the page in text order; nominal wordings inside an act told by a verb are part of that act."""
        made = self._made
        absorbed: set[int] = set()
        done: set[int] = set()
        for trigger in sorted(
            self.triggers, key=lambda t: (self._is_nominal(t), t.head, "bare" in t.rule.of, -len(t.words))
        ):
            if trigger.head in done or (self._is_nominal(trigger) and trigger.head in absorbed):
                continue
            found = self._read(trigger)
            if not found:
                continue
            made += found
            done |= {trigger.head, *(w for w in trigger.words if self.page.words[w].pos in {"VERB", "AUX", "NOUN"})}
            absorbed |= taken_in(self.page, trigger)
            done |= {noun} if (noun := leaving_noun(self.page, trigger.head)) is not None else set()
            done |= self.measures.told_by(trigger)
        left = {t.head: t for t in reversed(self._untold) if t.head not in done | absorbed}
        made += [event._replace(afar=True) for t in left.values() for event in self._read(t, afar=True)]
        made = self._again(made)
        denied = [event for trigger in self.triggers if trigger.rule.denies for event in self._denied(trigger, made)]
        made = [event for event in made if event.head not in {each.head for each in denied}] + denied
        made = on_the_way_out(self.page, self.arguments, in_their_turn(self.page, self.arguments, with_leavers(made)))
        made = bound_by_deposit(self.page, self.news.lead, made)
        return sorted(made, key=lambda f: (f.span, f.kind, f.cluster, f.parties))

    def _may_tell(self, trigger: Trigger[EventRule]) -> bool:
        """Whether a day beside it may be its own: "upgraded ties on Monday with the signing of it" changes no pact."""
        return trigger.rule.kind is not Step.AMENDED or bool(self.arguments.agreements(trigger, trigger.rule.of))

    def _is_nominal(self, trigger: Trigger[EventRule]) -> bool:
        """Whether no verb is among the words: "the signing", but not "the refusal to sign"."""
        return trigger.rule.noun or not any(self._tells(word) for word in trigger.words)

    def _again(self, made: list[Found]) -> list[Found]:
        """ "The lower house had done so in May": ``made`` with the steps told before that others take too."""
        for head, trigger in sorted({t.head: t for t in reversed(self._resuming)}.items()):
            told = resumed(self.page, self.arguments, trigger, made)
            if told is not None:
                made = [event for event in made if event.head != head]  # "Peru did in June": nothing done in a place
                made += self._in_turn(_Account(trigger, told.kind, [(told.cluster, head)], told.actors, told.modality))
        return made

    def _denied(self, trigger: Trigger[EventRule], made: list[Found]) -> list[Found]:
        """ "Chile denied the charge": of the breach that it was charged with."""
        actors = self.arguments.acting(trigger, trigger.rule.by)
        model = charged_before(self.page, trigger, actors, made)
        if model is None:
            return []
        own = [actor for actor in actors if set(actor.codes) & set(model.parties)]
        return self._found(_Account(trigger, model.kind, [(model.cluster, trigger.head)], own, Modality.NEGATED))

    def _tells(self, head: int) -> bool:
        return self.page.words[head].pos in {"VERB", "AUX"}

    def _read(self, trigger: Trigger[EventRule], *, afar: bool = False) -> list[Found]:
        """The events that a wording tells; ``afar`` of the agreement last spoken of, where none is told beside it."""
        rule = trigger.rule
        actors = self.arguments.acting(trigger, rule.by) or self.news.announcing(trigger)
        kind = kind_of(self.page, trigger, actors)
        if kind is None or not self.fitting.fits(trigger, actors):
            return []
        if rule.alone and self._ends_alone(trigger, actors):
            kind = Step.DENOUNCED
        leaving = leaving_noun(self.page, trigger.head) if kind is Step.IN_FORCE else None
        if leaving is not None:
            return self._effect_of(trigger, leaving)
        agreements = self.arguments.told(trigger)
        act = self.measures.act(trigger, kind, actors, self._made) if kind in DOMESTIC | {Step.REJECTED} else None
        if act is not None:
            kind, agreements = act.kind, act.agreements
        if not agreements and not afar:
            self._untold += [trigger] if not (rule.told or rule.opposite) else []
            return []
        agreements = agreements or self.arguments.afar(trigger, actors)
        agreements = [hit for hit in agreements if self._is_meant(trigger, hit, actors)]
        if rule.forms:
            agreements = [hit for hit in agreements if self.coreference.clusters[hit[0]].forms & set(rule.forms)]
        if not agreements:
            return []
        kind = Step.RATIFIED if completes(self.page, kind, agreements, actors, self._made) else kind
        modality = sure_of(self.page, self.coreference, self.dates, trigger)
        if modality is None or (rule.future and modality is Modality.ACTUAL):
            return []
        if modality is not Modality.ACTUAL:
            agreements = [hit for hit in agreements if not self.fitting.is_general(hit)]
        tabled = act is not None and act.tabled and modality is Modality.ACTUAL
        modality = Modality.PLANNED if tabled else modality
        if rule.exit and kind is Step.WITHDRAWN and act is None:
            return self._leaving(trigger, agreements, actors, modality)
        if kind is Step.DENOUNCED and modality is Modality.PLANNED:
            modality = announced(self.page, trigger.head) or modality
        return self._in_turn(_Account(trigger, kind, agreements, actors, modality, tabled=tabled))

    def _in_turn(self, account: _Account) -> list[Found]:
        """The step, and those that days, agreements or actors told in turn behind it make of it."""
        found: list[Found] = []
        for turn in told_in_turn(self.page, self.dates, self.arguments, account.trigger.head, account.kind):
            agreements, actors = list(turn.agreements) or account.agreements, list(turn.actors) or account.actors
            at = account.at if turn.at is None else turn.at
            found += self._found(account._replace(agreements=agreements, actors=actors, at=at), turn.date)
        return found

    def _is_meant(self, trigger: Trigger[EventRule], hit: tuple[int, int], actors: list[Actor]) -> bool:
        fits = self.fitting.is_between_states(trigger, hit[0], actors) and not self._is_long_done(trigger, hit)
        return fits and (trigger.rule.kind in _OF_TALKS or self.page.words[hit[1]].lemma not in nouns().talks)

    def _is_long_done(self, trigger: Trigger[EventRule], hit: tuple[int, int]) -> bool:
        """ "Signed the bill into law", on a page that mentions an old convention: a bill on another matter is meant.

        Only where the words for the step name no agreement, and so the one spoken of was taken.
        """
        number, word = hit
        return word == trigger.head and trigger.rule.name in _BILLS and self.coreference.clusters[number].old

    def _ends_alone(self, trigger: Trigger[EventRule], actors: list[Actor]) -> bool:
        """Whether one party ends it for itself ("the US scrapped the treaty"): that is a denunciation."""
        codes = {code for actor in actors for code in actor.codes}
        return len(codes) == 1 and bool(objects(self.page, trigger.head))

    def _leaving(
        self, trigger: Trigger[EventRule], agreements: list[tuple[int, int]], actors: list[Actor], modality: Modality
    ) -> list[Found]:
        """An exit that lies ahead is announced now; where its own date is told too, it is both."""
        kind, sure, at = stage_of(self.page, trigger.head, modality)
        found = self._in_turn(_Account(trigger, kind, agreements, actors, sure, at))
        if kind is Step.DENOUNCED and modality is Modality.PLANNED and sure is Modality.ACTUAL:
            ahead = self._found(_Account(trigger, Step.WITHDRAWN, agreements, actors, modality))
            found += [event for event in ahead if event.date is not None and event.date != found[0].date]
        return found

    def _last_actor(self, trigger: Trigger[EventRule]) -> tuple[str, ...]:
        """Whose domestic step it is when the clause names nobody: the receiving organ's, else who was last named."""
        if any(self.page.words[i].text.isdigit() for i in subjects(self.page, trigger.head)):
            return ()  # "151 have ratified it"
        taker = [a for a in self.arguments.recipient(trigger) if a.kind in {"organ", "office"} and len(a.codes) == 1]
        received = taker and trigger.rule.kind is not Step.DEPOSITED  # a depositary only keeps what others bring
        return taker[0].codes if received else self.actors.named.last_before(trigger.head)

    def _effect_of(self, trigger: Trigger[EventRule], noun: int) -> list[Found]:
        agreements = self.arguments.agreement_of(noun)
        if not agreements and self.page.words[noun].lemma != "amendment":  # a constitution is amended as well
            agreements = self.arguments.from_context(trigger, strict=False)
        owners = [self.actors.of(i) for i in possessors(self.page, noun)]
        modality = modality_of(self.page, trigger.head)
        kind = TAKING_EFFECT[self.page.words[noun].lemma]
        return self._found(_Account(trigger, kind, agreements, [o for o in owners if o.codes], modality))

    def _found(self, account: _Account, dated: TimeExpression | None = None) -> list[Found]:
        trigger, kind, agreements, actors, modality, at, tabled = account
        done = Modality.ACTUAL if tabled else modality
        head = trigger.head if at is None else at
        within = {head, *trigger.words, *taken_in(self.page, trigger)}
        others = [other for other in self._heads if other not in within]
        words = trigger.words if head == trigger.head else (head,)
        dated = dated or self.dates.in_name(trigger.words) or self.dates.of(head, words, others)
        if dated is None and modality is Modality.ACTUAL and self.fitting.is_only_named(trigger, kind, actors):
            return []
        date = None if dated is None else self.dates.value(dated, looking(self.page, head, kind, done))
        if date is None and done is Modality.ACTUAL:
            date = self.dates.counted_back(head) or self.news.day_of(head, kind, actors)
            date = date or year_named(self.coreference, kind, agreements, actors)
        each = day_of_each(self.page, self.dates, actors, head)
        own = {code: self.dates.value(day, modality) for code, day in each.items()}
        severally = any(actor.kind == "group" for actor in actors)
        at_home = kind in _BY_ONE or trigger.rule.name in _BY_THE_HEAD
        told = modality in {Modality.ACTUAL, Modality.NEGATED} or (at_home and not severally)
        leaves = kind is not Step.WITHDRAWN or trigger.rule.exit  # what takes effect is that of who announced it
        untold = told and leaves and not any(actor.codes for actor in actors)
        nobody = not (self._tells(head) and subjects(self.page, head))
        fallback = (self._last_actor(trigger) or (self.actors.voice if nobody else ())) if untold else ()
        when = self.page.text[dated.start : dated.end] if dated is not None else ""
        modality = in_time(self.page, head, kind, modality, date, self.dates.anchor, told=when)
        grounds = step_grounds(self.page, trigger, actors, dated if date else None)
        return [
            Found(
                cluster,
                kind,
                modality,
                parties,
                body,
                own.get(parties[0], date) if len(parties) == 1 else date,
                place_of(self.page, trigger.head, self.names),
                clause_span(self.page, trigger, [word for _, word in agreements]),
                trigger.head,
                trigger.rule.name,
                bool(actors),
                when or None,
                grounds=(*grounds, *agreement_grounds(self.page, self.coreference, cluster, agreements)),
                severally=severally,
                of_many=any(is_of_many(self.page, actor.word) for actor in actors if actor.kind == "crowd"),
                of_nobody=is_of_nobody(self.page, head, agreements, actors),
                yearless=dated.yearless if dated is not None and date is None else None,
            )
            for cluster in dict.fromkeys(number for number, _ in agreements)
            for parties, body in shares(kind, actors, self.coreference.clusters[cluster], modality, fallback)
        ]
