"""The formats that a picture can be written in."""

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from treatywatch.service.kinship import Kinship
    from treatywatch.service.portrait import Portrait

Chosen = TypeVar("Chosen", bound=StrEnum)


class ChartFormat(StrEnum):
    """How a chart is written."""

    SVG = "svg"
    PNG = "png"


class GraphFormat(StrEnum):
    """How a graph is written."""

    SVG = "svg"
    PNG = "png"
    DOT = "dot"


def format_of(chosen: Chosen | None, output: Path | None, formats: type[Chosen]) -> Chosen:
    """The format that was asked for, else that of the file's name, else SVG."""
    ending = output.suffix[1:].lower() if output else ""
    return chosen or formats(ending if ending in list(formats) else "svg")


def charter(chosen: ChartFormat) -> Callable[["Portrait"], bytes]:
    """What draws the life of an agreement. Raises InputError naming the cure when a library is missing."""
    render = getattr(_module("render"), chosen.value)
    chart = _module("chart").chart
    return lambda shown: bytes(render(chart(shown)))


def grapher(chosen: GraphFormat) -> Callable[["Kinship"], bytes]:
    """What draws or writes the agreements around one; errors as :func:`charter`."""
    if chosen is GraphFormat.DOT:
        written: Callable[[Kinship], bytes] = _module("dot").dot
        return written
    render = getattr(_module("render"), chosen.value)
    graph = _module("graph").graph
    return lambda found: bytes(render(graph(found)))


def _module(name: str) -> Any:
    """A module of this part, imported when it is needed: each has a library of its own behind it."""
    return import_module(f"treatywatch.views.pictures.{name}")
