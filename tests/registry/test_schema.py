from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from treatywatch.registry import open_registry
from treatywatch.registry.store import derived, schema, tables


def test_the_migrations_end_at_the_tables_that_the_code_uses(place: str) -> None:
    assert derived.DERIVED
    with open_registry(place) as registry, registry.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _made_by_us})
        assert compare_metadata(context, tables.METADATA) == []


def _made_by_us(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not str(name).startswith(derived.INDEX)


def test_every_version_is_one_script_that_follows_the_one_before() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema._SCRIPTS))
    scripts = {script.revision: script for script in ScriptDirectory.from_config(config).walk_revisions()}
    assert schema.versions() == tuple(sorted(scripts))
    assert [scripts[version].down_revision for version in schema.versions()] == [None, *schema.versions()[:-1]]
