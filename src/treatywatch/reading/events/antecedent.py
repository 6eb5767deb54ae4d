"""Which step told before a clause takes up that leaves out what is done."""

from collections.abc import Iterable, Sequence

from treatywatch.language.parse import Parsed
from treatywatch.model import Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.events.classes import LEGISLATURE, class_of
from treatywatch.reading.events.found import Found
from treatywatch.reading.events.parties import COLLECTIVE
from treatywatch.reading.patterns import AnyTrigger

_REACH = 2  # sentences
_BY_STATES = frozenset({Step.RATIFIED, Step.ACCEDED, Step.AUTHORISED})  # what a house does towards these approves
_ASIDE = frozenset({"acl", "amod"})  # "the pact, signed in Lima": told on the way
_AT_HOME = frozenset({Step.APPROVED, Step.SUBMITTED, Step.REJECTED})


def told_before(page: Parsed, head: int, made: Iterable[Found]) -> Found | None:
    """The step told last before the word ``head``, in its sentence or the one before."""
    return max(_near(page, head, made), key=lambda f: f.head, default=None)


def taken_by(page: Parsed, head: int, actors: Sequence[Actor], made: Iterable[Found]) -> Found | None:
    """The step told last before the word ``head``, in its sentence or the one before, that these could take too.

    A house takes up what a house did, and a state what a state did, where both were told.
    """
    acts = [f for f in _near(page, head, made) if f.kind not in COLLECTIVE]
    domestic = _is_house(page, actors)

    def nearness(step: Found) -> tuple[bool, int, bool, int]:
        word = page.words[step.head]
        return (step.kind in _AT_HOME) == domestic, word.sentence, word.dep not in _ASIDE, step.head

    return max(acts, key=nearness, default=None)


def step_for(page: Parsed, actors: Sequence[Actor], model: Found) -> Step:
    """The step that these take when they do what ``model`` was for another: a house approves, a state ratifies."""
    if _is_house(page, actors):
        return Step.APPROVED if model.kind in _BY_STATES else model.kind
    of_house = model.kind is Step.APPROVED and model.body is not None
    words = [page.words[actor.word] for actor in actors]
    states = {class_of(actor, word.lower) for actor, word in zip(actors, words, strict=True)} == {"state"}
    of_others = any(word.lower == "those" for word in words)  # "those of Chile and Peru": their parliaments
    return Step.RATIFIED if of_house and states and not of_others else model.kind


def charged_before(page: Parsed, trigger: AnyTrigger, actors: Sequence[Actor], made: Iterable[Found]) -> Found | None:
    """The breach that whoever denies it was charged with last, in this sentence or the two before it."""
    codes = {code for actor in actors for code in actor.codes}
    sentence = page.words[trigger.head].sentence
    before = (f for f in made if f.kind is Step.BREACHED and f.head < trigger.head and codes & set(f.parties))
    near = [f for f in before if sentence - page.words[f.head].sentence <= _REACH]
    return max(near, key=lambda f: f.head, default=None)


def _near(page: Parsed, head: int, made: Iterable[Found]) -> list[Found]:
    sentence = page.words[head].sentence
    return [f for f in made if f.head < head and sentence - page.words[f.head].sentence <= 1]


def _is_house(page: Parsed, actors: Sequence[Actor]) -> bool:
    return any(class_of(actor, page.words[actor.word].lower) in LEGISLATURE for actor in actors)
