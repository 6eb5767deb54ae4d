"""What people decide: appended with who, when and why, undone by a further decision, never changed."""

from collections import defaultdict
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Boolean, Column, Connection, Integer, Table, Text, func, insert, select

from treatywatch.model import from_json, to_json
from treatywatch.registry.store.rows import clean
from treatywatch.registry.store.tables import METADATA

decisions = Table(
    "decisions",
    METADATA,
    Column("decision", Integer, primary_key=True),
    Column("kind", Text, nullable=False),  # same, different, confirm, reject, correct, forget or undo
    Column("page", Text),  # digest of the page, and the name there, of one agreement …
    Column("name", Text),
    Column("other_page", Text),  # … and of the other
    Column("other_name", Text),
    Column("undoes", Integer),
    Column("who", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("fact", Text),  # the id of the fact that was confirmed, rejected or corrected …
    Column("changes", Text),  # … the fields that this sets, as JSON …
    Column("here", Boolean),  # … and whether it is about how one place was read only
)

Seen = tuple[str, str]  # digest of a page, and the name of an agreement there
Ruling = tuple[int, str, str]  # number of the decision, ``same``, ``one`` or ``other``, and who made it and why


class Decision(msgspec.Struct, frozen=True):
    """A decision: two agreements, each by a page and its name there, are the ``same`` or ``different``; or an ``undo``.

    ``confirm``, ``reject`` and ``correct`` are about the ``fact`` with this id, of which ``changes`` are held to be so;
    ``here`` marks one about how a single place of a page was read. ``forget`` is about the page ``one``. ``undone``
    tells whether a later decision took it back.
    """

    number: int
    kind: str
    one: Seen | None
    other: Seen | None
    undoes: int | None
    who: str
    because: str
    recorded: str
    undone: bool = False
    fact: str | None = None
    changes: dict[str, Any] = {}
    here: bool = False


class Given(NamedTuple):
    """Who decides, why, and when it is recorded."""

    who: str
    because: str
    at: str


def append(connection: Connection, kind: str, sides: tuple[Seen, Seen] | None, undoes: int | None, given: Given) -> int:
    """Append a decision on two agreements, or an undoing, and return its number."""
    (page, name), (other_page, other_name) = sides or ((None, None), (None, None))
    row = {"page": page, "name": name, "other_page": other_page, "other_name": other_name, "undoes": undoes}
    return _append(connection, kind, given, row)


def append_on_fact(
    connection: Connection, kind: str, fact: str, changes: dict[str, Any], here: bool, given: Given
) -> int:
    """Append a decision on a fact and return its number."""
    return _append(connection, kind, given, {"fact": fact, "changes": to_json(changes), "here": here})


def append_forgetting(connection: Connection, page: str, given: Given) -> int:
    """Append that the page with this digest was forgotten, and return the decision's number."""
    return _append(connection, "forget", given, {"page": page, "name": ""})


def _append(connection: Connection, kind: str, given: Given, row: dict[str, Any]) -> int:
    said = {"kind": kind, "who": clean(given.who), "because": clean(given.because), "recorded": given.at}
    inserted = connection.execute(insert(decisions).values(said | row)).inserted_primary_key
    assert inserted is not None
    return int(inserted[0])


def every(connection: Connection, by: str | None = None) -> tuple[Decision, ...]:
    """All decisions, or those recorded by a moment, oldest first."""
    wanted = select(decisions).order_by(decisions.c.decision)
    rows = list(connection.execute(wanted if by is None else wanted.where(decisions.c.recorded <= by)))
    undone = {row.undoes for row in rows if row.kind == "undo"}
    return tuple(
        Decision(
            number=row.decision,
            kind=row.kind,
            one=(row.page, row.name) if row.page else None,
            other=(row.other_page, row.other_name) if row.other_page else None,
            undoes=row.undoes,
            who=row.who,
            because=row.because,
            recorded=row.recorded,
            undone=row.decision in undone,
            fact=row.fact,
            changes=from_json(row.changes, dict[str, Any]) if row.changes else {},
            here=bool(row.here),
        )
        for row in rows
    )


def decided_since(connection: Connection, moment: str) -> bool:
    """Whether anybody decided anything after ``moment``."""
    latest = connection.execute(select(func.max(decisions.c.recorded))).scalar()
    return latest is not None and latest > moment


def rulings(connection: Connection, by: str | None = None) -> dict[Seen, frozenset[Ruling]]:
    """What holds, or held at a moment, of each agreement on each page; of two decisions on the same two, the later."""
    latest: dict[frozenset[Seen], Decision] = {}
    for decision in every(connection, by):
        if decision.one and decision.other and not decision.undone:
            latest[frozenset((decision.one, decision.other))] = decision
    found: dict[Seen, set[Ruling]] = defaultdict(set)
    for decision in latest.values():
        sides = ("same", "same") if decision.kind == "same" else ("one", "other")
        words = f"{decision.who}: {decision.because}"
        for seen, side in zip((decision.one, decision.other), sides, strict=True):
            if seen:
                found[seen].add((decision.number, side, words))
    return {seen: frozenset(each) for seen, each in found.items()}
