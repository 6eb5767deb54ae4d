"""Opening a registry: where it is, and that it is of this program's version."""

from pathlib import Path

from treatywatch.registry.registry import Registry
from treatywatch.registry.store.clock import Clock, system_clock
from treatywatch.registry.store.engine import connect, writing
from treatywatch.registry.store.faults import explained
from treatywatch.registry.store.place import locate, shown
from treatywatch.registry.store.schema import bring_up


def open_registry(place: str | Path, *, create: bool = True, clock: Clock = system_clock) -> Registry:
    """Open the registry at ``place``: a file's path, or ``postgresql://user@host/name``.

    A missing one is created unless ``create`` is false; one of an older version is migrated. ``clock`` tells the time
    to record. Raises RegistryError naming the place and the cure when that cannot be done.
    """
    url = locate(place, create)
    engine = connect(url)
    try:
        with explained(shown(url)):
            bring_up(writing(engine), shown(url))
    except BaseException:
        engine.dispose()
        raise
    return Registry(engine, shown(url), clock)
