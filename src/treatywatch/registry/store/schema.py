"""Bringing a registry to the version of this program, forward only."""

from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from treatywatch.model import RegistryError

_SCRIPTS = Path(__file__).parents[1] / "migrations"


@cache
def versions() -> tuple[str, ...]:
    """Every version of the schema, oldest first: one for each file in ``migrations/versions``, by its number."""
    return tuple(sorted(path.name[1:5] for path in (_SCRIPTS / "versions").glob("r????_*.py")))


def head() -> str:
    """The version of the schema that this program writes."""
    return versions()[-1]


def bring_up(engine: Engine, place: str) -> None:
    """Create or migrate the schema behind ``engine`` (one that announces writes) to :func:`head`.

    Raises RegistryError when the registry was written by a newer program, or holds something that is no registry.
    """
    with engine.connect() as connection:
        at = _version(connection, place)
    if at == head():
        return
    with engine.begin() as connection:
        if _version(connection, place) != head():
            _migrate(connection)


def _version(connection: Connection, place: str) -> str | None:
    names = set(inspect(connection).get_table_names())
    if "alembic_version" not in names:
        if names:
            raise RegistryError(
                f"{place} is a database of something else (it has a table {min(names)!r}); name another"
            )
        return None
    at = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if at is not None and at not in versions():
        raise RegistryError(
            f"{place} was written by a newer treatywatch (schema {at}; this one knows {head()}): upgrade treatywatch"
        )
    return at


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - slow to import, and needed once in a registry's life
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, head())
