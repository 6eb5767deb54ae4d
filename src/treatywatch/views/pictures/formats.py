"""The formats that a picture can be written in."""

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from treatywatch.views.pictures.drawing import Drawing

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


def drawer(chosen: StrEnum) -> Callable[["Drawing"], bytes]:
    """What turns a drawing into ``svg`` or ``png``. Raises InputError naming the cure when a library is missing."""
    found: Callable[[Drawing], bytes] = getattr(import_module("treatywatch.views.pictures.render"), chosen.value)
    return found
