"""``treatywatch review``: what a person should decide."""

import shlex
from datetime import date
from typing import Annotated

import typer
from rich.text import Text

from treatywatch.views.cli.options import DEFAULT_REGISTRY, OutputFormat, Registry
from treatywatch.views.cli.output import told, wants_json, write, write_json
from treatywatch.views.present.questions import question_lines, question_record

Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="How many questions to show.")]


def review(limit: Limit = 20, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """What a person should decide, what most hangs on first: each with its evidence and the commands that settle it.

    **Examples**

        treatywatch review

        treatywatch review --limit 5

        treatywatch review --format jsonl | jq -r '.choices[].commands[]'
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.queue import queue

    with open_registry(registry, create=False) as opened:
        found = queue(opened, date.today(), limit=limit)
    where = "" if registry == DEFAULT_REGISTRY else f" --registry {shlex.quote(registry)}"
    if wants_json(format_):
        write_json(question_record(one, where) for one in found)
    elif not found:
        write("Nothing waits for a person's word.")
    else:
        for number, one in enumerate(found, 1):
            write(Text(f"{number}. {one.asks}", style="bold underline"), told(question_lines(one, where)), "")
