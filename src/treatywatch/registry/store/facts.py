"""Which facts decisions are about: the places of pages that told of a step when a person decided on it."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, ForeignKey, Index, Integer, Row, Select, Table, Text, insert, select

from treatywatch.registry.store.decisions import decisions
from treatywatch.registry.store.rows import clean
from treatywatch.registry.store.tables import METADATA, documents, readings

_KINDS = ("confirm", "reject", "correct")
_DECISION = [decisions.c[name] for name in ("decision", "kind", "changes", "here", "who", "because", "recorded")]

decision_facts = Table(
    "decision_facts",
    METADATA,
    Column("decision", ForeignKey("decisions.decision"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("page", Text, nullable=False),  # the page's digest, and the place there …
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("fact", Text, nullable=False),  # … its id, the agreement's name and what the machine read there
    Column("name", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("side", Text, nullable=False),  # whose step it was: a place may tell of several
    Column("reading", Integer, nullable=False),  # where the assertion is found
    Column("assertion", Integer, nullable=False),
    Column("sort", Text, nullable=False, server_default="event"),  # of the assertion
)
Index("decision_facts_page", decision_facts.c.page)


class Anchor(NamedTuple):
    """A place that a decision is about; ``seen`` and ``side`` are JSON."""

    page: str
    start: int
    stop: int
    fact: str
    name: str
    seen: str
    side: str
    reading: int
    assertion: int
    sort: str = "event"


def attach(connection: Connection, decision: int, anchors: Iterable[Anchor]) -> None:
    """Append which places a decision is about."""
    rows = [
        {"decision": decision, "number": number, **anchor._asdict(), "name": clean(anchor.name)}
        for number, anchor in enumerate(anchors)
    ]
    connection.execute(insert(decision_facts), rows)


def holding(connection: Connection, numbers: Sequence[int], by: str | None, events: bool = True) -> list[Row[Any]]:
    """The decisions on facts of the pages of these readings that held at the moment ``by``, the oldest first.

    Those on steps, or without ``events`` those on relations and statements. One row for each place that each is about:
    the decision, the place, and the reading of these that is of its page (``current``).
    """
    facts = decision_facts.c
    undone = select(decisions.c.undoes).where(decisions.c.undoes.is_not(None))
    place = (facts.page, facts.start, facts.stop, facts.seen, facts.side, facts.reading, facts.assertion, facts.sort)
    sort = facts.sort == "event" if events else facts.sort != "event"
    wanted = (
        select(*_DECISION, *place, facts.fact, facts.name, readings.c.reading.label("current"))
        .join(decision_facts, facts.decision == decisions.c.decision)
        .join(documents, documents.c.digest == facts.page)
        .join(readings, readings.c.document == documents.c.document)
        .where(readings.c.reading.in_(numbers), decisions.c.kind.in_(_KINDS), sort)
    )
    wanted = _by(wanted.where(decisions.c.decision.not_in(_by(undone, by))), by)
    return list(connection.execute(wanted.order_by(decisions.c.decision, facts.number)))


def any_on_facts(connection: Connection) -> bool:
    """Whether anybody has decided on a fact."""
    return connection.execute(select(decision_facts.c.decision).limit(1)).first() is not None


def pages_of(connection: Connection, decision: int) -> set[str]:
    """The digests of the pages that a decision on a fact is about."""
    wanted = select(decision_facts.c.page).where(decision_facts.c.decision == decision)
    return set(connection.execute(wanted).scalars())


def _by(wanted: Select[Any], by: str | None) -> Select[Any]:
    return wanted if by is None else wanted.where(decisions.c.recorded <= by)
