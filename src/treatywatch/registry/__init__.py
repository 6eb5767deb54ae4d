"""The memory: pages, readings and what follows from them, in SQLite or PostgreSQL."""

from treatywatch.registry.registry import Registry, open_registry

__all__ = ["Registry", "open_registry"]
