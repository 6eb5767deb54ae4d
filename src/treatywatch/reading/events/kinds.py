"""Which step a wording means when these act."""

from collections.abc import Sequence

from treatywatch.language.parse import Parsed
from treatywatch.model import Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.events.classes import GOVERNMENT, LEGISLATURE, class_of
from treatywatch.reading.events.rule import EventRule
from treatywatch.reading.events.together import told_by_company
from treatywatch.reading.patterns import Trigger


def kind_of(page: Parsed, trigger: Trigger[EventRule], actors: Sequence[Actor]) -> Step | None:
    """The step that these words mean when these act, or None when the rule wants another kind of actor."""
    rule = trigger.rule
    classes = [class_of(actor, page.words[actor.word].lower) for actor in actors]
    classes.sort(key=lambda name: name in {"state", "person", ""})  # "Japan's Diet": the organ tells
    wanted = {
        "legislature": LEGISLATURE,
        "government": GOVERNMENT | {"person", "state"},
        "cabinet": GOVERNMENT,
        "conference": {"conference"},
        "state": {"state", "person"},
    }.get(rule.actor)
    if wanted is not None and not any(c in wanted for c in classes):
        return None
    told = told_by_company(page, trigger.head, rule.name, actors, classes)
    if told is not None:
        return told
    if rule.kind is Step.ADOPTED and any(_meet(page, actor) for actor in actors):
        return rule.kind
    for name in classes:
        if name in rule.kinds:
            return rule.kinds[name]
        if name == "person" and "head" in rule.kinds:
            return rule.kinds["head"]
    return rule.kind


def _meet(page: Parsed, actor: Actor) -> bool:
    """ "The ministers adopted the protocol": several who govern, as a conference does; a cabinet acts as one body."""
    noun = page.words[actor.word]
    return class_of(actor, noun.lower) in GOVERNMENT and noun.tag in {"NNS", "NNPS"}
