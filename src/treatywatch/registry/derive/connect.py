"""Which sightings in the database belong together: the table of blocks, kept and walked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Connection, delete, select

from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.derive.load import Loaded, Place, among
from treatywatch.registry.identity.blocks import Block
from treatywatch.registry.identity.connect import connected
from treatywatch.registry.store import derived
from treatywatch.registry.store.fill import fill

_TABLE = derived.blocks
_BLOCK = (_TABLE.c.block, _TABLE.c.sides)
_PLACE = (_TABLE.c.reading, _TABLE.c.sighting)


def forget_blocks(connection: Connection, numbers: list[int]) -> set[Block]:
    """Delete the blocks of these readings; returns what they were."""
    gone: set[Block] = set()
    for part in chunks(numbers):
        wanted = _TABLE.c.reading.in_(part)
        gone.update(Block(*row) for row in connection.execute(select(*_BLOCK).where(wanted)))
        connection.execute(delete(_TABLE).where(wanted))
    return gone


def remember_blocks(connection: Connection, fresh: Iterable[Loaded]) -> None:
    """Keep the blocks of these sightings, whose readings have none yet."""
    kept = [
        {"block": block.name, "sides": block.sides, "reading": one.place[0], "sighting": one.place[1]}
        for one in fresh
        for block in sorted(one.sighting.blocks)
    ]
    fill(connection, _TABLE, kept)


def components(connection: Connection, touched: Iterable[Block], fresh: Iterable[Place]) -> Iterator[list[Place]]:
    """The sightings that blocks connect with ``fresh`` and ``touched`` ones, those together that belong together.

    A part at a time is held in memory: the sightings that some hundreds of the fresh ones belong with.
    """
    done: set[Place] = set()
    for part in chunks(fresh):
        left = set(part) - done
        rows = _connected(connection, left)
        yield from connected((place, block) for place, own in rows.items() for block in own)
        yield from ([place] for place in sorted(left - rows.keys()))
        done.update(rows)
    for some in chunks(touched):
        rows = _connected(connection, _in_blocks(connection, set(some)) - done)
        yield from connected((place, block) for place, own in rows.items() for block in own)
        done.update(rows)


def _connected(connection: Connection, places: set[Place]) -> dict[Place, list[Block]]:
    """All sightings that blocks connect with these, over however many steps, each with its blocks."""
    members: dict[Place, list[Block]] = defaultdict(list)
    seen: set[Block] = set()
    while places:
        met: set[Block] = set()
        for part in chunks(sorted(places)):
            for row in connection.execute(select(*_PLACE, *_BLOCK).where(among(*_PLACE, part))):
                block = Block(row.block, row.sides)
                members[row.reading, row.sighting].append(block)
                met.add(block)
        places = _in_blocks(connection, met - seen) - members.keys()
        seen |= met
    return members


def _in_blocks(connection: Connection, wanted: set[Block]) -> set[Place]:
    """The sightings that share one of these blocks."""
    sided = {Block(one.name, sides) for one in wanted if one.sides for sides in ("", one.sides)}
    named = {one.name for one in wanted if not one.sides}
    found: set[Place] = set()
    for pairs in chunks(sorted(sided)):
        found.update(_places(connection, among(*_BLOCK, pairs)))
    for names in chunks(sorted(named)):
        found.update(_places(connection, _TABLE.c.block.in_(names)))
    return found


def _places(connection: Connection, which: ColumnElement[bool]) -> Iterator[Place]:
    return ((row.reading, row.sighting) for row in connection.execute(select(*_PLACE).where(which)))
