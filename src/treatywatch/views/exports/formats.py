"""The formats that a registry can be written in."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from treatywatch.service.export import Holding

Writer = Callable[["Iterable[Holding]", BinaryIO], None]


class ExportFormat(StrEnum):
    """A format of other programs."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    FOLLOWTHEMONEY = "followthemoney"
    JSONLD = "jsonld"
    GRAPHML = "graphml"


_MODULES = {
    ExportFormat.JSONL: "json_lines",
    ExportFormat.CSV: "table",
    ExportFormat.PARQUET: "parquet",
    ExportFormat.FOLLOWTHEMONEY: "followthemoney",
    ExportFormat.JSONLD: "linked",
    ExportFormat.GRAPHML: "graphml",
}


def writer(chosen: ExportFormat) -> Writer:
    """What writes holdings in a format, one after the other, the same bytes for the same holdings.

    Its module is imported now: some need libraries of their own. Raises InputError naming the cure when one is missing.
    """
    found: Writer = import_module(f"treatywatch.views.exports.{_MODULES[chosen]}").write
    return found
