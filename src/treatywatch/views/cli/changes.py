"""``treatywatch history``, ``diff`` and ``conflicts``: what became known when, what is new, where sources disagree."""

from datetime import date
from typing import Annotated

import typer
from rich.text import Text

from treatywatch.views.cli.options import DEFAULT_REGISTRY, MaybeWords, OutputFormat, Registry, Words
from treatywatch.views.cli.output import told, wants_json, write, write_json
from treatywatch.views.present.changes import conflict_title, lesson, news_lines, news_title, sides

Since = Annotated[
    str, typer.Option("--since", metavar="DATE", help="What is new since the end of that day, as YYYY-MM-DD.")
]


def history(agreement: Words, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """What became known of an agreement when, and from which page.

    **Examples**

        treatywatch history CPTPP

        treatywatch history russia north korea treaty --format jsonl
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.history import history as learned

    with open_registry(registry, create=False) as opened:
        found = learned(opened, " ".join(agreement))
    if wants_json(format_):
        write_json(found)
    elif found:
        write(told(map(lesson, found)))
    else:
        write("No page tells of a step of this agreement.")


def diff(since: Since, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """What the registry has learned since a day: new agreements, steps, conflicts, changed status.

    **Examples**

        treatywatch diff --since 2026-01-16

        treatywatch diff --since 2026-01-16 --format jsonl
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.difference import difference

    with open_registry(registry, create=False) as opened:
        found = difference(opened, since, date.today())
    if wants_json(format_):
        write_json(found)
        return
    for each in found:
        write(Text(news_title(each), style="bold"), told(news_lines(each)), "")
    if not found:
        write(f"Nothing has been learned since {since}.")


def conflicts(
    agreement: MaybeWords = None, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None
) -> None:
    """Where sources disagree on a step's day, parties or kind, with each side's sources, and which is shown and why.

    **Examples**

        treatywatch conflicts

        treatywatch conflicts EU-Mercosur --format jsonl
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.conflicts import conflicts as disputes

    with open_registry(registry, create=False) as opened:
        found = disputes(opened, " ".join(agreement) if agreement else None)
    if wants_json(format_):
        write_json(found)
        return
    for each in found:
        write(Text(conflict_title(each), style="bold"), told(sides(each)), "")
    if not found:
        write("The sources agree.")
