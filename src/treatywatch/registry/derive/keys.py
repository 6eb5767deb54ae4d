"""The keys of agreements: plain where no other would have the same, and else with the mark of a page."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.identity.describe import Described
from treatywatch.registry.store import derived


def free_keys(connection: Connection, found: Sequence[Described]) -> list[str]:
    """A key for each that no other agreement has yet."""
    uses = Counter(one.slug for one in found)
    uses.update(_taken(connection, list(uses)))
    return [one.slug if uses[one.slug] == 1 else one.marked for one in found]


def settle_keys(connection: Connection, slugs: Iterable[str]) -> None:
    """Let the agreements whose plain key is one of these have it alone or not at all, whichever came first."""
    table = derived.agreements
    for part in chunks(sorted(set(slugs))):
        wanted = select(table.c.agreement, table.c.slug, table.c.marked).where(table.c.slug.in_(part))
        rows = connection.execute(wanted).all()
        uses = Counter(row.slug for row in rows)
        for row in rows:
            key = row.slug if uses[row.slug] == 1 else row.marked
            if key != row.agreement:
                _rename(connection, row.agreement, key)


def _taken(connection: Connection, slugs: list[str]) -> Counter[str]:
    found = Counter[str]()
    for part in chunks(slugs):
        wanted = select(derived.agreements.c.slug).where(derived.agreements.c.slug.in_(part))
        found.update(connection.execute(wanted).scalars())
    return found


def _rename(connection: Connection, old: str, new: str) -> None:
    for table in derived.KEYED:
        if table is not derived.candidates:
            connection.execute(update(table).where(table.c.agreement == old).values(agreement=new))
    _rename_pairs(connection, old, new)


def _rename_pairs(connection: Connection, old: str, new: str) -> None:
    """In a pair the lesser key stands first."""
    table = derived.candidates
    of_it = (table.c.agreement == old) | (table.c.other == old)
    rows = [row._asdict() for row in connection.execute(select(table).where(of_it))]
    connection.execute(delete(table).where(of_it))
    for row in rows:
        one, other = sorted(new if key == old else key for key in (row["agreement"], row["other"]))
        connection.execute(insert(table).values(row | {"agreement": one, "other": other}))
