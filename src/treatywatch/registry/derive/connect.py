"""Which sightings in the database belong together: the table of blocks, kept and walked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Connection, delete, insert, select, true

from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.derive.load import Loaded, Place, among
from treatywatch.registry.identity.blocks import Block, blocks
from treatywatch.registry.identity.connect import connected
from treatywatch.registry.store import derived

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


def remember_blocks(connection: Connection, fresh: Iterable[Loaded]) -> set[Block]:
    """Keep the blocks of these sightings, whose readings have none yet; returns what they are."""
    kept = [
        {"block": block.name, "sides": block.sides, "reading": one.place[0], "sighting": one.place[1]}
        for one in fresh
        if not one.agreement.unresolved
        for block in sorted(blocks(one.sighting))
    ]
    if kept:
        connection.execute(insert(_TABLE), kept)
    return {Block(str(row["block"]), str(row["sides"])) for row in kept}


def components(connection: Connection, touched: Iterable[Block], fresh: Iterable[Place]) -> Iterator[list[Place]]:
    """The sightings that blocks connect with the touched ones, those together that belong together; and ``fresh``."""
    rows = _connected(connection, set(touched))
    yield from connected((place, block) for place, own in rows.items() for block in own)
    yield from ([place] for place in fresh if place not in rows)


def _connected(connection: Connection, touched: set[Block]) -> dict[Place, list[Block]]:
    """All sightings that blocks connect with the touched blocks, over however many steps, each with its blocks."""
    members: dict[Place, list[Block]] = defaultdict(list)
    seen, edge = set(touched), touched
    while edge:
        near = _in_blocks(connection, edge) - members.keys()
        fresh: set[Block] = set()
        for part in chunks(sorted(near)):
            for row in connection.execute(select(*_PLACE, *_BLOCK).where(among(*_PLACE, part))):
                block = Block(row.block, row.sides)
                members[row.reading, row.sighting].append(block)
                fresh.add(block)
        edge = fresh - seen
        seen |= edge
    return members


def _in_blocks(connection: Connection, wanted: set[Block]) -> set[Place]:
    """The sightings that share one of these blocks."""
    found: set[Place] = set()
    for sides, names in _by_sides(wanted).items():
        for part in chunks(sorted(names)):
            query = select(*_PLACE).where(_TABLE.c.block.in_(part), _not_apart(sides))
            found.update((row.reading, row.sighting) for row in connection.execute(query))
    return found


def _by_sides(wanted: set[Block]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for block in wanted:
        found[block.sides].add(block.name)
    return found


def _not_apart(sides: str) -> ColumnElement[bool]:
    return _TABLE.c.sides.in_(("", sides)) if sides else true()
