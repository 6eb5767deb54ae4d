"""What people's words on one step come to."""

from typing import Any

from treatywatch.model import FIELDS, Modality, Step, Value, View, Word


def view(told: Any) -> View:
    """What anything with these fields says (an event, a report, a step)."""
    return View(**{field: getattr(told, field) for field in FIELDS})


def changed(words: tuple[Word, ...]) -> dict[str, Any]:
    """The fields that words on one step set together."""
    return {field: _typed(field, value) for field, value in changes_of(words).items()}


def changes_of(words: tuple[Word, ...]) -> dict[str, Any]:
    """The fields that words on one fact set together, as they were written; a later word on the same field holds."""
    ordered = sorted(words, key=lambda word: word.decision)
    return {field: value for word in ordered for field, value in word.changes}


def rejected(words: tuple[Word, ...]) -> bool:
    """Whether the latest of words on one step rejects it."""
    return bool(words) and max(words, key=lambda word: word.decision).verb == "reject"


def _typed(field: str, value: Value) -> Any:
    if field == "kind":
        return Step(str(value))
    if field == "modality":
        return Modality(str(value))
    return value
