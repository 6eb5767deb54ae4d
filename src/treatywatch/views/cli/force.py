"""``treatywatch force``: what an entry-into-force clause lays down, and what it gives."""

from typing import Annotated

import typer

from treatywatch.views.cli.exits import ExitCode
from treatywatch.views.cli.options import OutputFormat
from treatywatch.views.cli.output import complain, told, wants_json, write, write_json
from treatywatch.views.present.force import force_lines

Clause = Annotated[
    str,
    typer.Argument(
        metavar="CLAUSE",
        help="The words of a clause, a file that holds them, or - for standard input.",
        show_default=False,
    ),
]
Events = Annotated[
    str | None,
    typer.Option("--events", metavar="FILE", help="Acts as JSON Lines, from which the day is computed."),
]


def force(clause: Clause, events: Events = None, format_: OutputFormat = None) -> None:
    """The rule that an entry-into-force clause lays down, and the day it gives or what is missing.

    **Examples**

        treatywatch force 'This Treaty shall enter into force on the date of the exchange of instruments.'

        treatywatch force article-21.txt --events deposits.jsonl

        treatywatch force - < article-21.txt
    """
    from treatywatch.service.force import force_of

    found = force_of(clause, events)
    if wants_json(format_):
        write_json([found])
    else:
        write(told(force_lines(found)))
    for one in found.doubts:
        complain(one.problem)
    if not found.outcomes and found.ending is None:
        raise typer.Exit(ExitCode.UNREAD)
