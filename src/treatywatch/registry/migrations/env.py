"""What Alembic runs: the versions, over the connection that the registry hands it."""

from alembic import context

from treatywatch.registry.accounts import tables as accounts
from treatywatch.registry.store import decisions, derived, facts, tables, tombstones

assert accounts and decisions and derived and facts and tombstones  # the imports add their tables to the metadata
context.configure(connection=context.config.attributes["connection"], target_metadata=tables.METADATA)
context.run_migrations()
