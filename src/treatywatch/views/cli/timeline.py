"""``treatywatch timeline``: what has happened, oldest first."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from treatywatch.views.cli.options import DEFAULT_REGISTRY, AsOf, KnownBy, MaybeWords, OutputFormat, Registry
from treatywatch.views.cli.output import told, wants_json, write, write_json
from treatywatch.views.present.agreement import bearings, happenings, rejections, sayings, timeline_record

if TYPE_CHECKING:
    from treatywatch.service.answers import Timeline


All = Annotated[
    bool, typer.Option("--all", help="Add how it bears on other agreements and who says what of it, each with its id.")
]


def timeline(
    agreement: MaybeWords = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    all_: All = False,
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """What has happened, oldest first: of one agreement, or of every agreement in turn.

    **Examples**

        treatywatch timeline

        treatywatch timeline naval nuclear propulsion

        treatywatch timeline INF Treaty --as-of 2019-02

        treatywatch timeline INF Treaty --all

        treatywatch timeline --format jsonl > timelines.jsonl
    """
    from treatywatch.registry import open_registry
    from treatywatch.service import timeline as service

    when = {"as_of": as_of, "known_by": known_by}
    with open_registry(registry, create=False) as opened:
        found: Iterable[Timeline]
        if agreement:
            found = [service.timeline(opened, " ".join(agreement), everything=all_, **when)]
        else:
            found = service.timelines(opened, everything=all_, **when)
        if wants_json(format_):
            write_json(timeline_record(each, everything=all_) for each in found)
        else:
            _tell(found)


def _tell(timelines: "Iterable[Timeline]") -> None:
    for each in timelines:
        happened = [*happenings((*each.entries, *each.undated)), *rejections(each.rejected)]
        if rows := [*happened, *bearings(each.related), *sayings(each.statements)]:
            write(Text(each.name, style="bold"), told(rows), "")
