"""Questions across all agreements: searches, states, days, and what is new."""

from collections.abc import Callable, Sequence

from treatywatch.registry import computed
from treatywatch.registry.ask import find, standing
from treatywatch.registry.ask.find import Counted, Field
from treatywatch.registry.ask.standing import Learned, Stands
from treatywatch.registry.ask.values import Line
from treatywatch.registry.ask.wanted import Order, Wanted
from treatywatch.registry.asking import Asking
from treatywatch.registry.computed import Bare, Computed, Day


class Across(Asking):
    """What is asked of the registry as a whole."""

    def find(
        self,
        wanted: Wanted,
        order: Order = "fit",
        limit: int | None = None,
        offset: int = 0,
        total: int | None = None,
    ) -> tuple[int, tuple[Line, ...]]:
        """How many agreements fit, and those of them from ``offset`` on in this order, at most ``limit``.

        ``total`` spares counting those of a search without words where it is known already.
        """
        with self._asking() as connection:
            return find.find(connection, wanted, order, limit, offset, total)

    def choices(self, field: Field) -> tuple[Counted, ...]:
        """The values that a filter can have, the commonest first, each with how many agreements have it."""
        with self._asking() as connection:
            return find.choices(connection, field)

    def settle(self, today: str, compute: Callable[[Bare], Computed]) -> None:
        """Have ``compute`` work out what the law makes of the agreements of which that is due on this day (ISO).

        Cheap when nothing is due. Each portion is computed and kept in one transaction, so that what is kept is always
        of the steps as they are. A day further back than the one before the last that was asked about makes all due.
        Does nothing while answering at once, which sees no writing.
        """
        while not self.answering_at_once and self.due(today):
            with self.writing() as connection:
                computed.turn_to(connection, today)
                found = computed.waiting(connection, today)
                computed.keep(connection, ((one.line.key, compute(one)) for one in found))

    def due(self, today: str) -> bool:
        """Whether the law is to compute anything anew on this day (ISO)."""
        with self._asking() as connection:
            return computed.due(connection, today)

    def statuses(self, state: str) -> tuple[Counted, ...]:
        """The statuses that a state (by code) has towards agreements, with how many agreements each."""
        with self._asking() as connection:
            return standing.statuses(connection, state)

    def standings(
        self, state: str, order: Sequence[str], status: str | None = None, limit: int | None = None, offset: int = 0
    ) -> tuple[Stands, ...]:
        """The agreements that a state stands towards, as last settled, by status in this order, then by name."""
        with self._asking() as connection:
            return standing.standings(connection, state, order, status, limit, offset)

    def dated(self, since: str, until: str | None = None) -> tuple[Line, ...]:
        """The agreements with a day between two days (ISO) that pages expect or the law, as last settled, computes."""
        with self._asking() as connection:
            return standing.dated(connection, since, until)

    def days(self, key: str) -> tuple[Day, ...]:
        """The days that the law computes of an agreement, as last settled."""
        with self._asking() as connection:
            return standing.days(connection, key)

    def learned(self, keys: Sequence[str], since: str) -> dict[str, Learned]:
        """What became known of each of these agreements after ``since``: the end of a day, or a moment in UTC."""
        with self._asking() as connection:
            return standing.learned(connection, keys, since)
