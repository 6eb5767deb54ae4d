"""A step told once and said again: of another who takes it too, or of itself, that it came about or did not."""

from collections.abc import Sequence
from typing import NamedTuple

from treatywatch.language.parse import Parsed
from treatywatch.model import Modality, Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.again import how_sure, of_many, of_whom, whose
from treatywatch.reading.events.antecedent import step_for, taken_by, told_before
from treatywatch.reading.events.found import Found
from treatywatch.reading.events.rule import EventRule
from treatywatch.reading.grammar import children, is_passive, objects, subjects
from treatywatch.reading.lists import listed_before, named_among
from treatywatch.reading.patterns import Trigger
from treatywatch.reading.pronouns import is_pronoun


class Resumed(NamedTuple):
    """What a clause tells that leaves it out: the step, its agreement, and what the clause says of it itself."""

    kind: Step
    cluster: int
    actors: list[Actor]
    modality: Modality


def resumed(page: Parsed, arguments: Arguments, trigger: Trigger[EventRule], made: Sequence[Found]) -> Resumed | None:
    """The step that ``trigger`` takes up from those ``made`` before it; None where it takes up none."""
    last = told_before(page, trigger.head, made)
    own_words = trigger.rule.again != "auxiliary" and any(step.head == trigger.head for step in made)
    if last is None or own_words:
        return None
    if trigger.rule.again == "itself" or (
        trigger.rule.again == "auxiliary" and _is_done_to(page, arguments, last, trigger)
    ):
        return Resumed(last.kind, last.cluster, _who_did(last), how_sure(page, trigger, last.modality))
    actors = _acting(page, arguments, trigger)
    model = taken_by(page, trigger.head, actors, made) if actors else None
    if model is None:
        return _of_another(page, arguments, trigger, last)
    if trigger.rule.again == "one" and model.modality is Modality.NEGATED and children(page, trigger.head, "neg"):
        return None  # "Ten have not signed. Chile is not among them."
    return Resumed(step_for(page, actors, model), model.cluster, actors, how_sure(page, trigger, model.modality))


def _of_another(page: Parsed, arguments: Arguments, trigger: Trigger[EventRule], last: Found) -> Resumed | None:
    """ "The treaty was approved in May; the protocol was not": done to another agreement."""
    told = [number for number, _ in _agreements(page, arguments, trigger.head)]
    if not told or trigger.rule.again != "auxiliary" or not _agreements(page, arguments, last.head):
        return None
    return Resumed(last.kind, told[0], _who_did(last), how_sure(page, trigger, last.modality))


def _is_done_to(page: Parsed, arguments: Arguments, last: Found, trigger: Trigger[EventRule]) -> bool:
    """ "The treaty was to take effect in May. It did not.": what is said of the agreement is said of it again."""
    own = children(page, trigger.head, "nsubj", "nsubjpass")
    return any(map(is_pronoun, own)) and bool(_agreements(page, arguments, last.head))


def _agreements(page: Parsed, arguments: Arguments, head: int) -> list[tuple[int, int]]:
    told = objects(page, head) if is_passive(page, head) else subjects(page, head)
    return [hit for i in told for hit in arguments.agreement_of(i)]


def _who_did(step: Found) -> list[Actor]:
    return [Actor((code,), step.body, "state", step.head) for code in step.parties]


def _acting(page: Parsed, arguments: Arguments, trigger: Trigger[EventRule]) -> list[Actor]:
    """Who does it; "Five had done so: Chile, Peru …" names them behind."""
    of, named = arguments.actors.of, arguments.actors.named
    own = whose(page, trigger)
    actors = [of(i) for i in of_whom(page, trigger)] or arguments.acting(own, trigger.rule.by)
    actors = actors or [Actor((), None, "crowd", i) for i in of_many(page, own.head)]
    if trigger.rule.needs == "actor":  # "the scrubbing is done": nobody is said to be through
        return [actor for actor in actors if actor.codes and actor.word in named.at]
    if any(actor.codes for actor in actors):
        return actors
    beside = named_among(page, named, trigger.head) or ([] if actors else listed_before(page, named, own.head))
    return [of(i) for i in beside] or actors
