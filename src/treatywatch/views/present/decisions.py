"""What people have decided, for people."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from treatywatch.model import Value, View, Word
from treatywatch.views.present.words import Told, actors, joined, step_words

if TYPE_CHECKING:
    from treatywatch.registry import Decision, Tombstone

_DONE = {"confirm": "confirmed", "reject": "rejected", "correct": "corrected"}


def decision_lines(decisions: "Iterable[Decision]") -> list[Told]:
    """Decisions in the order given: the day, the number, what was decided by whom, and why."""
    return [Told(one.recorded[:10], _what(one), (f"because {one.because}",)) for one in decisions]


def stone_lines(stones: "Iterable[Tombstone]") -> list[Told]:
    """Pages that were forgotten: the day, the digest, who had it forgotten, and why."""
    return [
        Told(one.recorded[:10], joined("forgotten", one.digest[:12], one.who), (f"because {one.because}",))
        for one in stones
    ]


def verdict(word: Word) -> str:
    """A person's word on a fact, on one line."""
    said = ", ".join(changes(word.changes)) if word.verb == "correct" else ""
    done = f"{_DONE[word.verb]}{' here' if word.here else ''}{f': {said}' if said else ''}"
    return f"{done} [{joined(word.who, word.recorded[:10], f'decision {word.decision}', f'because {word.because}')}]"


def machine_words(view: View) -> str:
    """What the machine makes of the pages alone."""
    told = joined(step_words(view.kind, view.modality), view.date, actors(view.parties, view.body), view.place)
    return f"the pages alone give: {told}"


def changes(fields: Iterable[tuple[str, Value]]) -> list[str]:
    """Each corrected field with its value."""
    return [f"{field} {_value(value)}" for field, value in fields]


def _value(value: Value) -> str:
    if value is None:
        return "not known"
    return value.replace("_", " ") if isinstance(value, str) else ", ".join(value)


def _what(one: "Decision") -> str:
    return joined(
        str(one.number),
        f"undo {one.undoes}" if one.undoes else one.kind,
        one.one[1] or one.one[0][:12] if one.one else None,
        one.other[1] or one.other[0][:12] if one.other else None,
        one.fact,
        *changes(one.changes.items()) if one.kind == "correct" else (),
        "here only" if one.here else None,
        one.who,
        "taken back" if one.undone else None,
    )
