"""``treatywatch user log``: who did what when."""

from typing import Annotated

import typer

from treatywatch.views.cli.options import DEFAULT_REGISTRY, OutputFormat, Registry
from treatywatch.views.cli.output import told, wants_json, write, write_json
from treatywatch.views.cli.user.opened import opened_accounts
from treatywatch.views.present.accounts import log_lines

Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="How many lines to show.")]


def log(limit: Limit = 100, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """Who did what when: sign-ins and those that failed, decisions, pages added, newest first.

    **Examples**

        treatywatch user log --limit 20

        treatywatch user log --format jsonl | jq 'select(.act == "sign_in_failed")'
    """
    with opened_accounts(registry) as accounts:
        found = accounts.log(limit)
    if wants_json(format_):
        write_json(found)
    elif found:
        write(told(log_lines(found)))
    else:
        write("Nothing has been done yet.")
