"""People decide which agreements are one: appended with who, when and why, and reversible."""

from treatywatch.model import InputError
from treatywatch.registry import Decision, Registry
from treatywatch.service.lookup import find_agreement


def same(registry: Registry, one: str, other: str, *, who: str, because: str) -> int:
    """Decide that two agreements (each named by key, name or words) are one; returns the decision's number.

    A person's word outranks the machine's reasons, which stay visible. Raises InputError when both are one already or
    who and why are missing, NotFoundError when one is not found.
    """
    return _decided(registry, "same", one, other, who, because)


def different(registry: Registry, one: str, other: str, *, who: str, because: str) -> int:
    """Decide that two agreements are not one, whatever later pages suggest; otherwise as :func:`same`."""
    return _decided(registry, "different", one, other, who, because)


def undo(registry: Registry, decision: int, *, who: str, because: str) -> int:
    """Take a decision back; returns the number of the undoing.

    Raises NotFoundError when no such decision holds, InputError when who or why are missing.
    """
    _check(who, because)
    return registry.undo(decision, who, because)


def decisions(registry: Registry) -> tuple[Decision, ...]:
    """All decisions, oldest first, with those undone."""
    return registry.decisions()


def _decided(registry: Registry, kind: str, one: str, other: str, who: str, because: str) -> int:
    _check(who, because)
    keys = (find_agreement(registry, one).key, find_agreement(registry, other).key)
    if keys[0] == keys[1]:
        raise InputError(f"{one!r} and {other!r} are one agreement already: {keys[0]}")
    return registry.decide(kind, keys, who, because)


def _check(who: str, because: str) -> None:
    if not who.strip() or not because.strip():
        raise InputError("a decision needs who makes it and why")
