from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from treatywatch.registry import open_registry
from treatywatch.registry.store import derived, tables


def test_the_migrations_end_at_the_tables_that_the_code_uses(place: str) -> None:
    assert derived.DERIVED
    with open_registry(place) as registry, registry.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.METADATA) == []
