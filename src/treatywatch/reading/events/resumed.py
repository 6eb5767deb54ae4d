"""A step told once and said again of another: who takes it, how sure it is, and of which agreement."""

from collections.abc import Sequence
from typing import NamedTuple

from treatywatch.language.parse import Parsed
from treatywatch.model import Modality, Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.again import how_sure, of_whom, whose
from treatywatch.reading.events.antecedent import kind_for, taken_up
from treatywatch.reading.events.found import Found
from treatywatch.reading.events.rule import EventRule
from treatywatch.reading.lists import listed_before, named_among
from treatywatch.reading.patterns import Trigger


class Resumed(NamedTuple):
    """What a clause tells that leaves it out: the step, its agreement, and what the clause says of it itself."""

    kind: Step
    cluster: int
    actors: list[Actor]
    modality: Modality


def resumed(page: Parsed, arguments: Arguments, trigger: Trigger[EventRule], made: Sequence[Found]) -> Resumed | None:
    """The step that ``trigger`` takes up from those ``made`` before it; None where it takes up none."""
    actors = _acting(page, arguments, trigger)
    model = taken_up(page, trigger.head, actors, made) if actors else None
    if model is None:
        return None
    return Resumed(kind_for(page, actors, model.kind), model.cluster, actors, how_sure(page, trigger))


def _acting(page: Parsed, arguments: Arguments, trigger: Trigger[EventRule]) -> list[Actor]:
    """Who does it; "Five had done so: Chile, Peru …" names them behind."""
    of, named = arguments.actors.of, arguments.actors.named
    own = whose(page, trigger)
    actors = [of(i) for i in of_whom(page, trigger)] or arguments.acting(own, trigger.rule.by)
    if any(actor.codes for actor in actors):
        return actors
    beside = named_among(page, named, trigger.head) or ([] if actors else listed_before(page, named, own.head))
    return [of(i) for i in beside] or actors
