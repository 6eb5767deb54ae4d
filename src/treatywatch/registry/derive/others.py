"""What readings say besides events: relations and statements, as far as an agreement's rows need them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.derive.load import Place
from treatywatch.registry.store.tables import assertions


class Other(NamedTuple):
    """A relation or a statement: its number on its page, the sightings that it is of and about, and its words."""

    number: int
    sort: str
    sighting: int | None
    target: int | None
    quote: str

    def of(self, place: Place) -> bool:
        """Whether it is said of the sighting at this place of its own reading, or about it."""
        return place[1] in (self.sighting, self.target)


Others = Mapping[int, Sequence[Other]]


def others(connection: Connection, places: Iterable[Place]) -> Others:
    """The relations and statements of the readings in which the sightings at ``places`` are, by reading."""
    found: dict[int, list[Other]] = defaultdict(list)
    table = assertions.c
    columns = (table.reading, table.assertion, table.type, table.sighting, table.target, table.quote)
    for part in chunks(sorted({reading for reading, _ in places})):
        wanted = select(*columns).where(table.reading.in_(part), table.type != "event")
        for reading, *said in connection.execute(wanted.order_by(*columns[:2])):
            found[reading].append(Other(*said))
    return found
