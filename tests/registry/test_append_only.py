"""What was read and decided is only added to: the database itself watches while everything that users do is done."""

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import Connection, text

from treatywatch.registry import Registry, open_registry
from treatywatch.service import judging, review
from treatywatch.service.dossier import dossier
from treatywatch.service.listing import listing

WATCHED = ("texts", "documents", "readings", "sightings", "assertions", "decisions", "decision_facts", "tombstones")
WHY = {"who": "M. Silva", "because": "the annex says so"}


def watch(connection: Connection) -> None:
    """Have the database note every row of the watched tables that is changed or deleted."""
    connection.execute(text("CREATE TABLE watch (what TEXT, name TEXT)"))
    sqlite = connection.dialect.name == "sqlite"
    if not sqlite:
        connection.execute(text(
            "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "INSERT INTO watch VALUES (TG_OP, TG_TABLE_NAME); RETURN NULL; END $$"
        ))  # fmt: skip
    for name in WATCHED:
        for act in ("UPDATE", "DELETE"):
            done = f"BEGIN INSERT INTO watch VALUES ('{act}', '{name}'); END" if sqlite else "EXECUTE FUNCTION note()"
            connection.execute(text(f"CREATE TRIGGER {name}_{act} AFTER {act} ON {name} FOR EACH ROW {done}"))


def noted(registry: Registry) -> set[tuple[Any, ...]]:
    with registry.reading() as connection:
        return {tuple(row) for row in connection.execute(text("SELECT what, name FROM watch"))}


def test_only_forgetting_ever_changes_or_deletes_a_row(place: str, page: Callable) -> None:
    with open_registry(place) as registry:
        with registry.writing() as connection:
            watch(connection)
        document, reading = page()
        registry.add(document, reading)
        registry.add(document, reading)
        registry.add(document, msgspec.structs.replace(reading, reader="2", events=()))
        assert all(registry.add_all([page("p2"), page("p3", published=None)]))
        one, other = listing(registry, passing=True)
        fact = dossier(registry, one.key).timeline[0].fact
        review.different(registry, one.key, other.key, **WHY)
        review.undo(registry, 1, **WHY)
        judging.confirm(registry, fact, **WHY)
        judging.correct(registry, fact, ["date=2021-05-03"], **WHY)
        judging.reject(registry, fact, **WHY)
        with registry.writing() as connection:
            connection.execute(text("UPDATE derived_state SET value = 'older'"))  # all that follows is made anew
        assert listing(registry, passing=True)
        assert noted(registry) == set()

        registry.forget(document.sha256, **WHY)
        deleted = {name for what, name in noted(registry) if what == "DELETE"}
        assert deleted == {*WATCHED} - {"decisions", "tombstones"}
        assert {name for what, name in noted(registry) if what == "UPDATE"} == {"decisions"}  # the page's words in them
