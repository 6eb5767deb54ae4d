"""People decide which agreements are one: appended with who, when and why, and reversible."""

from treatywatch.model import InputError, NotFoundError
from treatywatch.registry import Decision, Registry
from treatywatch.service.lookup import find_agreement
from treatywatch.service.words import one_line

_LONGEST = {"who": 200, "why": 5_000}  # characters: enough for anyone who decides, and for any reason that is read


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
    return registry.undo(decision, *checked(who, because))


def decisions(registry: Registry) -> tuple[Decision, ...]:
    """All decisions, oldest first, with those undone."""
    return registry.decisions()


def decision(registry: Registry, number: int) -> Decision:
    """The decision with this number. Raises NotFoundError when there is none."""
    found = next((one for one in registry.decisions() if one.number == number), None)
    if found is None:
        raise NotFoundError(f"there is no decision {number}; `treatywatch decisions` lists them")
    return found


def checked(who: str, because: str) -> tuple[str, str]:
    """Who decides and why, on one line each.

    Raises InputError when either is missing, too long to be read, or holds what a terminal would act on.
    """
    return _line(who, "who"), _line(because, "why")


def _decided(registry: Registry, kind: str, one: str, other: str, who: str, because: str) -> int:
    given = checked(who, because)
    keys = (find_agreement(registry, one).key, find_agreement(registry, other).key)
    if keys[0] == keys[1]:
        raise InputError(f"{one!r} and {other!r} are one agreement already: {keys[0]}")
    return registry.decide(kind, keys, *given)


def _line(words: str, what: str) -> str:
    line = one_line(words, what, _LONGEST[what])
    if not line:
        raise InputError("a decision needs who makes it and why")
    return line
