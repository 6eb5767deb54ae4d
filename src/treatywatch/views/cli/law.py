"""``treatywatch status``, ``next`` and ``check``: what the law makes of what is told of an agreement."""

from datetime import date
from typing import Annotated

import typer
from rich.text import Text

from treatywatch.model import InputError
from treatywatch.views.cli.options import DEFAULT_REGISTRY, OutputFormat, Registry, Words
from treatywatch.views.cli.output import told, wants_json, write, write_json
from treatywatch.views.present.law import (
    finding_lines,
    lacking_lines,
    next_lines,
    party_lines,
    stage_line,
)

OnDay = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="The day asked about, as YYYY-MM-DD.")]
ToldBy = Annotated[
    str | None,
    typer.Option("--known-by", metavar="DATE", help="Only what was known on that day, as YYYY-MM-DD."),
]


def status(
    agreement: Words,
    as_of: OnDay = None,
    known_by: ToldBy = None,
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """The status of an agreement and of its states on a day, with the rule, article and quotes behind each.

    **Examples**

        treatywatch status Paris Agreement

        treatywatch status INF Treaty --as-of 2019-03-01

        treatywatch status russia north korea treaty --as-of 2024-11-20 --known-by 2024-11-15
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.status import status_of

    with open_registry(registry, create=False) as opened:
        found = status_of(opened, " ".join(agreement), day(as_of) or date.today(), day(known_by))
    if wants_json(format_):
        write_json([found])
    else:
        write(Text(found.name, style="bold underline"), told([stage_line(found)]), "", told(party_lines(found)))


def next_(
    agreement: Words,
    as_of: OnDay = None,
    known_by: ToldBy = None,
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """What must or may come next, for whom, under which procedure and article, and what entry into force lacks.

    **Examples**

        treatywatch next High Seas Treaty

        treatywatch next russia north korea treaty --as-of 2024-10-30
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.status import next_of

    with open_registry(registry, create=False) as opened:
        found = next_of(opened, " ".join(agreement), day(as_of) or date.today(), day(known_by))
    if wants_json(format_):
        write_json([found])
        return
    write(Text(found.name, style="bold underline"), told(next_lines(found)))
    if lacking := lacking_lines(found):
        write("", Text("What entry into force lacks", style="bold"), told(lacking))


def check(agreement: Words, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """What cannot be or looks wrong in what is told of an agreement, each with its rule and sources.

    **Examples**

        treatywatch check Paris Agreement

        treatywatch check CPTPP --format jsonl
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.status import check_of

    with open_registry(registry, create=False) as opened:
        found = check_of(opened, " ".join(agreement), date.today())
    if wants_json(format_):
        write_json([found])
    elif found.findings:
        write(Text(found.name, style="bold underline"), told(finding_lines(found)))
    else:
        write(Text(f"{found.name}: nothing is told that cannot be or looks wrong"))


def day(value: str | None) -> date | None:
    """The day that a user wrote, None for none. Raises InputError for what is no day."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise InputError(f"{value!r} is no day: write YYYY-MM-DD") from error
