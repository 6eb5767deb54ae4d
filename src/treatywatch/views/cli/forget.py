"""``treatywatch forget``: a page deleted for good."""

from typing import Annotated

import typer

from treatywatch.views.cli.decide import Because, Who, named
from treatywatch.views.cli.options import DEFAULT_REGISTRY, OutputFormat, Registry
from treatywatch.views.cli.output import told, wants_json, write, write_json
from treatywatch.views.present.decisions import stone_lines

Document = Annotated[
    str,
    typer.Argument(
        metavar="DOCUMENT",
        help="A page's id, its address, or the hash of its text, whole or 12 digits of it.",
        show_default=False,
    ),
]


def forget(
    document: Document,
    because: Because,
    who: Who = None,
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """Delete a page, its quotes and all that rested on it alone, for good. A tombstone stays; nothing brings it back.

    **Examples**

        treatywatch forget courier-2026-01-17 --because 'ruling 12/2026 of the district court'

        treatywatch forget https://news.example/17 --because 'withdrawn by the publisher' --who 'M. Silva'
    """
    from treatywatch.registry import open_registry
    from treatywatch.service import forgetting

    with open_registry(registry, create=False) as opened:
        stones = forgetting.forget(opened, document, who=named(who), because=because)
    if wants_json(format_):
        write_json(stones)
    else:
        write(told(stone_lines(stones)))
