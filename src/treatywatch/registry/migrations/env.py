"""What Alembic runs: the versions, over the connection that the registry hands it."""

from alembic import context

from treatywatch.registry.store import derived, tables

assert derived  # the import adds its tables to the metadata
context.configure(connection=context.config.attributes["connection"], target_metadata=tables.METADATA)
context.run_migrations()
