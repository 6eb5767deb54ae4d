"""``treatywatch import``: readings and official acts of others into the registry."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from treatywatch.views.cli.options import DEFAULT_REGISTRY, OutputFormat, Registry
from treatywatch.views.cli.output import wants_json, write, write_json
from treatywatch.views.cli.run import running

if TYPE_CHECKING:
    from treatywatch.service.answers import Added

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="CSV of official acts, JSON Lines of readings, or the pages that those readings are of.",
        show_default=False,
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Import nothing when anything cannot be imported.")]


def import_(
    files: Files, registry: Registry = DEFAULT_REGISTRY, strict: Strict = False, format_: OutputFormat = None
) -> None:
    """Readings made elsewhere, and registers of official acts; importing again changes nothing.

    **Examples**

        treatywatch import depositary.csv

        treatywatch import readings.jsonl archive.jsonl

        treatywatch import depositary.csv --strict
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.imports import imported

    with open_registry(registry) as opened, running("importing") as run:
        found = run.done(imported(opened, files, strict=strict))
        if wants_json(format_):
            write_json(found)
        else:
            _tell(found)
    run.end()


def _tell(found: "Iterable[Added]") -> None:
    new = held = facts = 0
    for each in found:
        new += each.new
        held += not each.new
        facts += each.assertions if each.new else 0
    write(f"{new} pages and rows imported with {facts} assertions; {held} were there already.")
