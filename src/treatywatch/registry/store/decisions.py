"""What people decide about identity: appended with who, when and why, undone by a further decision, never changed."""

from collections import defaultdict

import msgspec
from sqlalchemy import Column, Connection, Integer, Table, Text, insert, select

from treatywatch.registry.store.rows import clean
from treatywatch.registry.store.tables import METADATA

decisions = Table(
    "decisions",
    METADATA,
    Column("decision", Integer, primary_key=True),
    Column("kind", Text, nullable=False),  # same, different or undo
    Column("page", Text),  # digest of the page, and the name there, of one agreement …
    Column("name", Text),
    Column("other_page", Text),  # … and of the other
    Column("other_name", Text),
    Column("undoes", Integer),
    Column("who", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("recorded", Text, nullable=False),
)

Seen = tuple[str, str]  # digest of a page, and the name of an agreement there
Ruling = tuple[int, str, str]  # number of the decision, ``same``, ``one`` or ``other``, and who made it and why


class Decision(msgspec.Struct, frozen=True):
    """A decision: two agreements, each by a page and its name there, are the ``same`` or ``different``; or an ``undo``.

    ``undone`` tells whether a later decision took it back.
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


def append(
    connection: Connection,
    kind: str,
    sides: tuple[Seen, Seen] | None,
    undoes: int | None,
    who: str,
    because: str,
    at: str,
) -> int:
    """Append a decision and return its number."""
    (page, name), (other_page, other_name) = sides or ((None, None), (None, None))
    row = {
        "kind": kind,
        "page": page,
        "name": name,
        "other_page": other_page,
        "other_name": other_name,
        "undoes": undoes,
        "who": clean(who),
        "because": clean(because),
        "recorded": at,
    }
    inserted = connection.execute(insert(decisions).values(row)).inserted_primary_key
    assert inserted is not None
    return int(inserted[0])


def every(connection: Connection) -> tuple[Decision, ...]:
    """All decisions, oldest first."""
    rows = list(connection.execute(select(decisions).order_by(decisions.c.decision)))
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
        )
        for row in rows
    )


def rulings(connection: Connection) -> dict[Seen, frozenset[Ruling]]:
    """What holds of each agreement on each page; of two decisions on the same two, the later."""
    latest: dict[frozenset[Seen], Decision] = {}
    for decision in every(connection):
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
