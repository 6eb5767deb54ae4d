"""People decide on facts: that one is so, is not so, or is otherwise than the machine read it."""

import re
from collections.abc import Sequence
from datetime import date

from treatywatch.model import FIELDS, SAID_FIELDS, InputError, NotFoundError, Value
from treatywatch.registry import Fact, Registry, SaidFact
from treatywatch.service.correction import check_future, corrections
from treatywatch.service.review import checked

_ID = re.compile(r"[0-9a-f]{4,12}")
_EVERY = tuple(dict.fromkeys((*FIELDS, *(field for fields in SAID_FIELDS.values() for field in fields))))


def confirm(registry: Registry, fact: str, *, who: str, because: str) -> int:
    """Decide that a fact is as it is shown, whatever later pages tell; returns the decision's number.

    ``fact`` is the id of a step, relation or statement, or of one of its sources. What was rejected is so no more.
    Raises NotFoundError and InputError as :func:`find_fact`, and InputError when who or why are missing.
    """
    given = checked(who, because)
    found = find_fact(registry, fact)
    said: dict[str, Value] = {f: value for f, value in _shown(found).items() if value is not None and value != ()}
    return registry.judge("confirm", found, said, False, *given)


def reject(registry: Registry, fact: str, *, who: str, because: str, here: bool = False) -> int:
    """Decide that a fact is not so, or with ``here`` that one place does not say it; otherwise as :func:`confirm`."""
    given = checked(who, because)
    return registry.judge("reject", find_fact(registry, fact), {}, here, *given)


def correct(
    registry: Registry, fact: str, changes: Sequence[str], *, who: str, because: str, here: bool = False
) -> int:
    """Decide that a fact is otherwise than it is shown, or with ``here`` that one place says something else.

    ``changes`` are words such as ``date=2021-05-03``; otherwise as :func:`confirm`. Raises InputError also for a field
    or value that does not exist, and for a day still to come of a step that has happened.
    """
    given = checked(who, because)
    corrections(changes, _EVERY)  # what no fact can be is told before the fact is sought
    found = find_fact(registry, fact)
    if isinstance(found, SaidFact):
        return registry.judge("correct", found, corrections(changes, SAID_FIELDS[found.sort]), here, *given)
    said = corrections(changes)
    after = _shown(found) | said
    check_future(after["modality"], after["date"], date.today())
    return registry.judge("correct", found, said, here, *given)


def _shown(found: Fact | SaidFact) -> dict[str, Value]:
    """What is shown of a fact, field by field."""
    return found.shown if isinstance(found, SaidFact) else {field: getattr(found.step, field) for field in FIELDS}


def find_fact(registry: Registry, fact: str) -> Fact | SaidFact:
    """The fact whose id is, or begins with, ``fact``: a step, a relation or a statement.

    Raises InputError for what can be no id and for the beginning of several, NotFoundError with the nearest for none.
    """
    wanted = fact.strip().casefold()
    if not _ID.fullmatch(wanted):
        raise InputError(
            f"{fact[:40]!r} is no id of a fact: these are 12 hex digits, as `treatywatch show` and `timeline` give them"
        )
    found: tuple[Fact | SaidFact, ...] = (*registry.facts(wanted), *registry.said_facts(wanted))
    ids = sorted({one.id for one in found})
    if len(ids) > 1:
        raise InputError(f"{fact!r} may be any of these, write more of it:\n{_listed(found)}")
    if not ids:
        near = ", ".join(registry.facts_near(wanted)) or "none: the registry holds no fact yet"
        raise NotFoundError(f"there is no fact {fact!r}; nearest are {near}")
    return found[0]


def _listed(found: tuple[Fact | SaidFact, ...]) -> str:
    return "\n".join(f"  {one.id}  {_told(one)} {one.line.name[:80] if one.line else ''}".rstrip() for one in found)


def _told(one: Fact | SaidFact) -> str:
    if isinstance(one, Fact):
        return f"{one.step.kind.replace('_', ' ')} {one.step.date or ''}"
    return f"{one.sort} {one.shown.get('type') or one.shown.get('speaker') or ''}"
