"""``treatywatch export``: the registry for other programs."""

from typing import Annotated

import typer

from treatywatch.views.cli.destination import Output, destination
from treatywatch.views.cli.options import DEFAULT_REGISTRY, Registry
from treatywatch.views.exports.formats import ExportFormat, writer

Chosen = Annotated[ExportFormat, typer.Option("--format", help="What to write.")]


def export(registry: Registry = DEFAULT_REGISTRY, format_: Chosen = ExportFormat.JSONL, output: Output = None) -> None:
    """Everything in the registry, in a format of other programs; the same registry gives the same bytes.

    **Examples**

        treatywatch export > registry.jsonl

        treatywatch export --format csv --output registry.csv

        treatywatch export --format graphml --output registry.graphml
    """
    write = writer(format_)
    from treatywatch.registry import open_registry
    from treatywatch.service.export import holdings

    with (
        open_registry(registry, create=False) as opened,
        destination(output, binary=format_ is ExportFormat.PARQUET) as out,
    ):
        write(holdings(opened), out)
