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
_AT_HOME = frozenset({Step.APPROVED, Step.SUBMITTED, Step.REJECTED})


def taken_up(page: Parsed, head: int, actors: Sequence[Actor], made: Iterable[Found]) -> Found | None:
    """The step told last before the word ``head``, in its sentence or the one before, that these could take too.

    A house takes up what a house did, and a state what a state did, where both were told.
    """
    sentence = page.words[head].sentence
    near = [f for f in made if f.head < head and sentence - page.words[f.head].sentence <= 1]
    acts = [f for f in near if f.kind not in COLLECTIVE]
    domestic = _is_house(page, actors)
    return max(acts, key=lambda f: ((f.kind in _AT_HOME) == domestic, f.head), default=None)


def kind_for(page: Parsed, actors: Sequence[Actor], kind: Step) -> Step:
    """The step that these take when they do what ``kind`` was for another: a house approves, a state ratifies."""
    return Step.APPROVED if kind in _BY_STATES and _is_house(page, actors) else kind


def charged_before(page: Parsed, trigger: AnyTrigger, actors: Sequence[Actor], made: Iterable[Found]) -> Found | None:
    """The breach that whoever denies it was charged with last, in this sentence or the two before it."""
    codes = {code for actor in actors for code in actor.codes}
    sentence = page.words[trigger.head].sentence
    before = (f for f in made if f.kind is Step.BREACHED and f.head < trigger.head and codes & set(f.parties))
    near = [f for f in before if sentence - page.words[f.head].sentence <= _REACH]
    return max(near, key=lambda f: f.head, default=None)


def _is_house(page: Parsed, actors: Sequence[Actor]) -> bool:
    return any(class_of(actor, page.words[actor.word].lower) in LEGISLATURE for actor in actors)
