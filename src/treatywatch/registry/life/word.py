"""What people's words on one step come to."""

from typing import Any

from treatywatch.model import FIELDS, Modality, Step, Value, View, Word


def view(told: Any) -> View:
    """What anything with these fields says (an event, a report, a step)."""
    return View(**{field: getattr(told, field) for field in FIELDS})


def changed(words: tuple[Word, ...]) -> dict[str, Any]:
    """The fields that words on one step set together; a later word on the same field holds."""
    ordered = sorted(words, key=lambda word: word.decision)
    found = {field: value for word in ordered for field, value in word.changes}
    return {field: _typed(field, value) for field, value in found.items()}


def rejected(words: tuple[Word, ...]) -> bool:
    """Whether the latest of words on one step rejects it."""
    return bool(words) and max(words, key=lambda word: word.decision).verb == "reject"


def _typed(field: str, value: Value) -> Any:
    if field == "kind":
        return Step(str(value))
    if field == "modality":
        return Modality(str(value))
    return value
