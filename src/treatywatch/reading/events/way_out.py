"""Steps on the way out of an agreement, and back: what was told of it last says which they are.

"Chile announced its exit. Parliament backed it in May. It takes effect in June": the second is a step of the exit, the
third its taking effect (Vienna Convention, Articles 65, 67 and 72).
"""

from collections.abc import Sequence

from treatywatch.language.parse import Parsed
from treatywatch.model import Modality, Step
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.found import Found
from treatywatch.reading.events.words import announcing_words
from treatywatch.reading.grammar import objects, subjects

_EXITS = {
    Step.DENOUNCED: Step.DENOUNCED,
    Step.WITHDRAWN: Step.DENOUNCED,
    Step.SUSPENDED: Step.SUSPENDED,
}
_EFFECTS = {Step.DENOUNCED: Step.WITHDRAWN, Step.WITHDRAWN: Step.WITHDRAWN, Step.SUSPENDED: Step.SUSPENDED}
_AT_HOME = frozenset({Step.SUBMITTED, Step.APPROVED, Step.RATIFIED})
_POINTING = frozenset({"it", "this", "that", "which"})
_REACH = 2  # sentences


def on_the_way_out(page: Parsed, arguments: Arguments, made: Sequence[Found]) -> list[Found]:
    """``made`` in text order, steps taken after an exit was told read as steps of that exit or as its undoing."""
    read: list[Found] = []
    for event in sorted(made, key=lambda found: found.head):
        exits = _last_exits(page, event, read)
        read += _in_their_light(page, arguments, event, exits) if exits else [event]
    return read


def _last_exits(page: Parsed, event: Found, read: Sequence[Found]) -> list[Found]:
    """The exits told last of the same agreement, if nothing else was told of it since, and not far before."""
    before = [each for each in read if each.cluster == event.cluster and each.head < event.head]
    if not before:
        return []
    last = max(before, key=lambda each: each.head)
    near = page.words[event.head].sentence - page.words[last.head].sentence <= _REACH
    told = last.kind in _EXITS and not last.afar and last.modality in {Modality.ACTUAL, Modality.PLANNED}
    return [each for each in before if (each.head, each.kind) == (last.head, last.kind)] if near and told else []


def _in_their_light(page: Parsed, arguments: Arguments, event: Found, exits: Sequence[Found]) -> list[Found]:
    if event.kind in _AT_HOME and _is_about_exit(page, arguments, event):
        same = [each for each in exits if not event.parties or not each.parties or each.parties == event.parties]
        return [_at_home(event, same[0])] if same else [event]
    if event.kind is Step.IN_FORCE and _is_its_effect(page, arguments, event):
        return [event._replace(kind=_EFFECTS[each.kind], parties=each.parties) for each in exits]
    if event.kind is Step.ACCEDED and exits[0].kind is Step.SUSPENDED and _comes_back(page, event):
        return [event._replace(kind=Step.RESUMED)]
    return [event]


def _at_home(event: Found, exit_: Found) -> Found:
    """A vote for an exit is a step of it, a bill that is brought in one to come."""
    brought_in = event.kind is Step.SUBMITTED and event.modality is Modality.ACTUAL
    return event._replace(
        kind=_EXITS[exit_.kind],
        modality=Modality.PLANNED if brought_in else event.modality,
        parties=event.parties or exit_.parties,
    )


def _is_about_exit(page: Parsed, arguments: Arguments, event: Found) -> bool:
    """ "Parliament backed it", "the law was passed", but not "approved the treaty" or "passed the ratification law"."""
    done_to = objects(page, event.head, "on", "to", "for")
    if any(arguments.coreference.named(i) is not None for i in done_to):
        return False
    told = {page.words[i].lemma for i in page.subtree(event.head)} | {page.words[event.head].lemma}
    return not told & announcing_words("binding")


def _is_its_effect(page: Parsed, arguments: Arguments, event: Found) -> bool:
    """ "It takes effect in June", "the decision becomes effective": of the exit, where no agreement is named."""
    named = [page.words[i] for i in subjects(page, event.head)]
    if any(arguments.coreference.named(w.i) is not None for w in named):
        return False
    means_exit = announcing_words("effects"), announcing_words("nouns")
    takes = any(page.words[i].lower in means_exit[0] for i in page.subtree(event.head))
    return takes and bool(named) and all(w.lower in _POINTING or w.lemma in means_exit[1] for w in named)


def _comes_back(page: Parsed, event: Found) -> bool:
    return page.words[event.head].lemma in announcing_words("coming_back")
