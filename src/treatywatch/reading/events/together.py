"""What adopting, endorsing, approving and extending mean by who does it with whom and by what goes with it."""

from collections.abc import Sequence

from treatywatch.language.parse import Parsed
from treatywatch.model import Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.events.classes import class_of
from treatywatch.reading.events.words import course_words
from treatywatch.reading.grammar import children, is_infinitive, subjects
from treatywatch.reading.nouns import class_of_words

_WE = frozenset({"we", "they"})
_WHOLE = frozenset({"parliament", "congress"})
_ONE_SIDE = 1
_AUTHORISING = frozenset({"authorise", "authorize"})


def told_by_company(page: Parsed, head: int, rule: str, actors: Sequence[Actor], classes: Sequence[str]) -> Step | None:
    """The step that a verb tells by those who act together or by the verb beside it; None where these say nothing.

    ``rule`` is the name of the wording's rule, ``actors`` those who act and ``classes`` what kind of body they are.
    """
    codes = {code for actor in actors for code in actor.codes}
    if rule == "adopt":
        together = len(codes) > _ONE_SIDE or any(page.words[i].lower in _WE for i in subjects(page, head))
        return Step.ADOPTED if together else None
    if rule in {"ratify", "ratification", "ratification-by", "complete-ratification"}:
        return Step.APPROVED if any(_is_assembly(page, actor) for actor in actors) else None
    if rule == "approve":
        return _of_approving(page, head, classes)
    widened = any(
        is_infinitive(page, w) and w.lemma in course_words("widening") for w in children(page, head, "xcomp", "advcl")
    )
    return Step.AMENDED if rule == "extend" and widened else None


def _is_assembly(page: Parsed, actor: Actor) -> bool:
    """ "The State Great Khural ratified it": an assembly by its own name takes a step, parliament ratifies."""
    word = page.words[actor.word]
    named = actor.kind == "organ" and word.pos == "PROPN" and word.lower not in _WHOLE
    return named and class_of(actor, word.lower) == "parliament"


def _by_ballot(page: Parsed, head: int) -> bool:
    """ "Slovenes backed it in a referendum": the voters did, and no state has ratified."""
    ways = (n for w in children(page, head, "prep") for n in children(page, w.i, "pobj") if w.lower in {"in", "by"})
    return any(class_of_words(n.lemma) == "voters" for n in ways)


def _of_approving(page: Parsed, head: int, classes: Sequence[str]) -> Step | None:
    """ "approved it and authorised its execution"; a state that endorses a declaration joins it."""
    if any(w.lemma in _AUTHORISING for w in children(page, head, "conj")):
        return Step.AUTHORISED
    if set(classes) & {"state", "crowd", "group"} and _by_ballot(page, head):
        return Step.APPROVED
    return Step.ACCEDED if page.words[head].lemma == "endorse" and set(classes) == {"state"} else None
