"""Options and arguments that several commands share."""

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """How a command writes its answer."""

    TABLE = "table"
    JSONL = "jsonl"


Pages = Annotated[
    list[str],
    typer.Argument(
        metavar="PAGE",
        help="Files, folders, globs, or - for standard input: plain text, HTML, or JSON Lines of documents.",
        show_default=False,
    ),
]
Words = Annotated[
    list[str],
    typer.Argument(metavar="AGREEMENT", help="A key, a name, an alias, or words.", show_default=False),
]
MaybeWords = Annotated[
    list[str] | None,
    typer.Argument(metavar="AGREEMENT", help="A key, a name, an alias, or words.", show_default=False),
]
OutputFormat = Annotated[
    Format | None,
    typer.Option(
        "--format",
        envvar="TREATYWATCH_FORMAT",
        help="[default: table on a terminal, jsonl when piped]",
        show_default=False,
    ),
]
Registry = Annotated[
    str,
    typer.Option("--registry", metavar="URL", envvar="TREATYWATCH_REGISTRY", help="A file, or a database's URL."),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="What was so by then: YYYY, YYYY-MM or YYYY-MM-DD."),
]
KnownBy = Annotated[
    str | None,
    typer.Option("--known-by", metavar="DATE", help="Only what the registry held on that day: YYYY-MM-DD."),
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="When the pages were published, as YYYY-MM-DD."),
]
Publisher = Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Who published the pages.")]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="Where a lone page was found.")]
Jobs = Annotated[
    int,
    typer.Option("--jobs", min=0, metavar="N", help="How many processes read; 0: one for every processor."),
]
MaxBytes = Annotated[
    int | None,
    typer.Option("--max-bytes", min=1, metavar="N", help="The largest page, or line of JSON Lines, that is read."),
]

DEFAULT_REGISTRY = "treatywatch.db"
