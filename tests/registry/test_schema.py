from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from treatywatch.registry import open_registry
from treatywatch.registry.store import derived, tables


def test_the_migrations_end_at_the_tables_that_the_code_uses(place: str) -> None:
    assert derived.DERIVED
    with open_registry(place) as registry, registry.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _made_by_us})
        assert compare_metadata(context, tables.METADATA) == []


def _made_by_us(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not str(name).startswith(derived.INDEX)
