"""What kind of body acts in an event."""

from treatywatch.language.names import house_of, is_organisation
from treatywatch.reading.actor import Actor
from treatywatch.reading.nouns import acts_as_party, class_of_words

LEGISLATURE = frozenset({"chamber", "parliament", "committee", "court", "voters"})
GOVERNMENT = frozenset({"government", "head"})


def class_of(actor: Actor, noun: str) -> str:
    """The class of an actor: a legislature's or government's kind, ``state``, ``crowd``, ``group`` or ``""``.

    ``noun`` is the word the text uses for it ("the upper house"); the organ's own name counts first.
    """
    if actor.codes and all(is_organisation(code) and code not in acts_as_party() for code in actor.codes):
        return "conference"
    if actor.organ is not None and (house := house_of(actor.organ, actor.codes)) is not None:
        return house
    found = [c for label in (noun, actor.organ or "", actor.name) if (c := class_of_words(label))]
    if found:
        return next((c for c in found if c != "conference"), found[0])
    if actor.kind in {"group", "crowd"}:
        return actor.kind
    if actor.kind == "person":
        return "person"
    return "state" if actor.codes else ""
