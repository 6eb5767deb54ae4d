"""Questions about one agreement, now or at another time, look up by index whatever the size of the registry."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from treatywatch.bench.generated import pages
from treatywatch.registry import Registry, open_registry
from treatywatch.service.dossier import dossier
from treatywatch.service.history import history
from treatywatch.service.listing import listing
from treatywatch.service.timeline import timeline

# tables of what waits or was decided, lists in the question itself, and an order that is read as far as asked for
ALLOWED = {"pending", "decisions", "decision_facts", "tombstones", "derived_state", "CONSTANT", "agreements_listing"}
Asking = Callable[[Registry, str], object]


@pytest.mark.parametrize(
    "ask",
    [
        dossier,
        lambda registry, key: dossier(registry, key, as_of="1990"),
        lambda registry, key: dossier(registry, key, known_by="2099-01-01"),
        lambda registry, key: dossier(registry, key, as_of="1990-06", known_by="2099-01-01"),
        timeline,
        history,
        lambda registry, _key: listing(registry, limit=50),
    ],
    ids=["show", "as of", "known by", "both", "timeline", "history", "list"],
)
def test_no_question_reads_a_whole_table(file: str, ask: Asking) -> None:
    with open_registry(file) as registry:
        assert all(registry.add_all(pages(400)))
        key = registry.lines()[0].key
        asked = _asked(registry, lambda: ask(registry, key))
        assert asked
        assert {sql: scans for sql, parameters in asked if (scans := _scans(registry, sql, parameters))} == {}


def _asked(registry: Registry, ask: Callable[[], object]) -> list[tuple[str, Any]]:
    """The queries that answering takes, with their parameters."""
    found: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, sql: str, parameters: Any, *_rest: Any) -> None:
        if sql.lstrip().upper().startswith("SELECT"):
            found.append((sql, parameters))

    event.listen(registry._engine, "before_cursor_execute", note)
    ask()
    event.remove(registry._engine, "before_cursor_execute", note)
    return found


def _scans(registry: Registry, sql: str, parameters: Any) -> list[str]:
    """The steps of SQLite's plan that read a large table from end to end."""
    with registry.reading() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters).all()
    scans = [row.detail.split() for row in plan if row.detail.startswith("SCAN")]
    return [" ".join(words) for words in scans if not ALLOWED & set(words)]
