"""Which agreement stands in which column, and where in it. The only module that imports networkx."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import networkx as nx

Edge = tuple[str, str]
Stop = tuple[str, ...]
"""A node (its key alone), or the place where an edge passes a column (both ends of it and the column's number)."""

_SWEEPS = 8


def layers(nodes: Iterable[str], edges: Iterable[Edge]) -> tuple[list[list[Stop]], dict[Edge, list[Stop]]]:
    """Columns from left to right, each from top to bottom, and the way of every edge through them.

    An edge goes from right to left, from what does something to what it is done to, but for those that close a circle.
    Edges that pass a column get a place in it, and neighbours stand near each other (Sugiyama's method).
    """
    nodes, edges = sorted(nodes), sorted(set(edges))
    ahead = _without_circles(nodes, edges)
    columns: list[list[Stop]] = [[(node,) for node in sorted(each)] for each in nx.topological_generations(ahead)]
    column_of = {stop[0]: number for number, column in enumerate(columns) for stop in column}
    ways = {edge: list(_way(edge, column_of)) for edge in edges if edge[0] != edge[1]}
    for way in ways.values():
        for stop in way[1:-1]:
            columns[int(stop[2])].append(stop)
    return _near(columns, ways.values()), ways


def _without_circles(nodes: list[str], edges: list[Edge]) -> "nx.DiGraph[str]":
    """The graph of what came before what: every edge turned round, without those that would close a circle."""
    found: nx.DiGraph[str] = nx.DiGraph()
    found.add_nodes_from(nodes)
    for source, target in edges:
        if source != target and not nx.has_path(found, source, target):
            found.add_edge(target, source)
    return found


def _way(edge: Edge, column_of: dict[str, int]) -> Iterator[Stop]:
    source, target = edge
    start, end = column_of[source], column_of[target]
    yield (source,)
    step = 1 if end > start else -1
    yield from ((source, target, f"{column}") for column in range(start + step, end, step))
    yield (target,)


def _near(columns: list[list[Stop]], ways: Iterable[list[Stop]]) -> list[list[Stop]]:
    """Each column in the order of what its members are joined to in the column before, to and fro."""
    joined: dict[Stop, set[Stop]] = {stop: set() for column in columns for stop in column}
    for way in ways:
        for one, other in pairwise(way):
            joined[one].add(other)
            joined[other].add(one)
    numbers = range(len(columns))
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        for number in list(numbers)[1:] if down else list(numbers)[-2::-1]:
            beside = columns[number - 1 if down else number + 1]
            place = {stop: index / max(len(beside) - 1, 1) for index, stop in enumerate(beside)}
            columns[number] = _sorted(columns[number], joined, place)
    return columns


def _sorted(column: list[Stop], joined: dict[Stop, set[Stop]], place: dict[Stop, float]) -> list[Stop]:
    def middle(index: int) -> tuple[float, int]:
        near = sorted(place[stop] for stop in joined[column[index]] if stop in place)
        return (sum(near) / len(near) if near else index / max(len(column) - 1, 1), index)

    return [column[index] for index in sorted(range(len(column)), key=middle)]
