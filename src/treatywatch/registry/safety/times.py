"""Moments that look earlier than what was recorded before them."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from treatywatch.registry.safety.fault import Fault
from treatywatch.registry.store.decisions import decisions
from treatywatch.registry.store.tables import documents, readings

_MOST = 20


def out_of_order(connection: Connection) -> Iterator[Fault]:
    """Pages, readings and decisions that were numbered later than others and recorded earlier."""
    for table in (documents, readings, decisions):
        number = next(iter(table.primary_key))
        before = func.max(table.c.recorded).over(order_by=number, rows=(None, -1)).label("before")
        told = select(number.label("number"), table.c.recorded, before).subquery()
        wrong = select(told).where(told.c.recorded < told.c.before).order_by(told.c.number).limit(_MOST)
        for row in connection.execute(wrong):
            yield Fault(table.name, str(row.number), f"recorded at {row.recorded}, after one recorded at {row.before}")
