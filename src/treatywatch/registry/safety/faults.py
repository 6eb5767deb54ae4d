"""What is wrong with a registry, if anything: the database, what is kept, and what follows from it."""

from collections.abc import Iterator

from treatywatch.registry.registry import Registry
from treatywatch.registry.safety.fault import Fault
from treatywatch.registry.safety.follows import made_otherwise
from treatywatch.registry.safety.links import loose_ends
from treatywatch.registry.safety.pages import pages_at_fault
from treatywatch.registry.safety.sound import database_at_fault
from treatywatch.registry.safety.times import out_of_order


def faults(registry: Registry, *, again: bool = True) -> Iterator[Fault]:
    """Everything at fault with ``registry``; nothing when it is sound.

    The database's own check of its file; rows that refer to what is not there; pages whose text, digest or quotes do
    not fit; moments out of order; and with ``again``, agreements that would come out otherwise if they were made anew
    from the pages, which takes as long as that, and as much room in the folder for temporary files. Raises
    RegistryError when the database refuses.
    """
    with registry.reading() as connection:
        damaged = list(database_at_fault(connection))
    if damaged:
        yield from damaged
        return  # what a damaged file tells is not worth comparing
    registry.refresh()
    with registry.reading() as connection:
        yield from loose_ends(connection)
        yield from pages_at_fault(connection)
        yield from out_of_order(connection)
        if again:
            yield from made_otherwise(connection)
