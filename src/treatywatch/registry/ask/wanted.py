"""What is looked for among agreements, and in which order, in the database's words."""

from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Integer, Select, bindparam, select

from treatywatch.registry.derive.then import end_of
from treatywatch.registry.store import derived
from treatywatch.registry.store.rows import clean

Order = Literal["fit", "name", "last", "documents", "changed"]
ALL = 1_000_000_000
"""More agreements than any registry holds."""

_AGREEMENTS, _WORDS = derived.agreements, derived.words


class Wanted(msgspec.Struct, frozen=True):
    """What is looked for: words of names, states and evidence, and filters, which all must fit; None filters nothing.

    ``state`` is the code of a party or of another state told of; ``changed_since`` a day, to whose end nothing counts.
    ``passing`` includes agreements only mentioned in passing.
    """

    words: str = ""
    state: str | None = None
    form: str | None = None
    stage: str | None = None
    subject: str | None = None
    year: str | None = None
    changed_since: str | None = None
    in_conflict: bool = False
    passing: bool = False


def filters(wanted: Wanted) -> list[ColumnElement[bool]]:
    """The filters that agreements must fit, but for the words."""
    table = _AGREEMENTS.c
    found: list[ColumnElement[bool]] = [] if wanted.passing else [table.passing.is_(False)]
    for field in ("form", "stage", "year"):
        value = getattr(wanted, field)
        if value is not None:
            found.append(table[field] == clean(value))
    for sort in ("state", "subject"):
        value = getattr(wanted, sort)
        if value is not None:
            found.append(
                table.agreement.in_(select(_WORDS.c.agreement).where(_WORDS.c.word == f"{sort}:{clean(value)}"))
            )
    if wanted.changed_since is not None:
        found.append(table.changed > end_of(wanted.changed_since))
    if wanted.in_conflict:
        found.append(table.conflicts > 0)
    return found


def ordered(order: Order) -> tuple[Any, ...]:
    """The order of lists of agreements; ``fit`` as those that most documents speak of."""
    table = _AGREEMENTS.c
    return {
        "name": (table.passing, table.folded, table.agreement),
        "last": (table.passing, table.last_date.desc().nulls_last(), table.agreement.desc()),
        "changed": (table.passing, table.changed.desc(), table.agreement.desc()),
    }.get(order, (table.passing, table.documents.desc(), table.agreement))


def paged(found: Select[Any]) -> Select[Any]:
    """At most ``most`` of what is found, but for the first ``skip``: both to be given when it is executed."""
    return found.limit(bindparam("most", type_=Integer())).offset(bindparam("skip", type_=Integer()))
