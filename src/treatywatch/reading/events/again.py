"""A step told once and said again of another, or denied: "Peru did so in May", "nor did Chile", "Fiji denied it"."""

from collections.abc import Iterable, Sequence

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality, Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.events.found import Found
from treatywatch.reading.events.rule import EventRule
from treatywatch.reading.grammar import children, with_conjuncts
from treatywatch.reading.modality import modality_of
from treatywatch.reading.patterns import Trigger

_REACH = 2  # sentences
_DENYING = frozenset({"nor", "neither"})
_TURNING = _DENYING | {"so"}
_TOLD_IN_FULL = frozenset({"dobj", "xcomp", "ccomp", "acomp", "attr"})


def takes_up(page: Parsed, trigger: Trigger[EventRule]) -> bool:
    """Whether the words leave out what is done: "Chile did not", but neither "did not sign" nor "had no choice"."""
    verb = page.words[trigger.head]
    on_the_way = verb.dep == "pcomp" and page.words[verb.head].lower in {"in", "by"}  # "in doing so"
    if verb.dep in {"aux", "auxpass"} or on_the_way:
        return False
    if verb.lemma == "follow" and children(page, verb.i, "dobj", "ccomp") and len(trigger.words) == 1:
        return False  # "Chile followed the process"
    if not _denied_or_turned(page, trigger):
        return True  # "did so", "followed suit"
    return not any(page.words[c].dep in _TOLD_IN_FULL and c not in _turned(page, trigger) for c in verb.children)


def of_whom(page: Parsed, trigger: Trigger[EventRule]) -> list[int]:
    """The words for whom it is said of when they stand behind the verb: "nor have Chile and Peru"."""
    return [i for i in _turned(page, trigger) for i in with_conjuncts(page, i)]


def how_sure(page: Parsed, trigger: Trigger[EventRule]) -> Modality:
    """How sure the step is of the other one."""
    denied = any(page.words[i].lower in _DENYING for i in trigger.words)
    return Modality.NEGATED if denied else modality_of(page, trigger.head)


def charged_before(
    page: Parsed, trigger: Trigger[EventRule], actors: Sequence[Actor], made: Iterable[Found]
) -> Found | None:
    """The breach that whoever denies it was charged with last, in this sentence or the two before it."""
    codes = {code for actor in actors for code in actor.codes}
    sentence = page.words[trigger.head].sentence
    before = (f for f in made if f.kind is Step.BREACHED and f.head < trigger.head and codes & set(f.parties))
    near = [f for f in before if sentence - page.words[f.head].sentence <= _REACH]
    return max(near, key=lambda f: f.head, default=None)


def _denied_or_turned(page: Parsed, trigger: Trigger[EventRule]) -> bool:
    return _is_turned(page, trigger) or any(page.words[i].dep == "neg" for i in trigger.words)


def _is_turned(page: Parsed, trigger: Trigger[EventRule]) -> bool:
    """ "nor has Chile", "so did Peru": the word stands before its verb, and who acts behind it."""
    return any(page.words[i].lower in _TURNING for i in trigger.words if i < trigger.head)


def _turned(page: Parsed, trigger: Trigger[EventRule]) -> list[int]:
    if not _is_turned(page, trigger):
        return []
    behind: list[Word] = children(page, trigger.head, "nsubj", "dobj", "attr")
    return [w.i for w in behind if w.i > trigger.head][:1]
