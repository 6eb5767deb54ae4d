"""``treatywatch feed``: what is new as an Atom feed, or dates as a calendar."""

from datetime import date
from typing import Annotated

import typer

from treatywatch.views.cli.destination import Output, destination
from treatywatch.views.cli.law import OnDay, day
from treatywatch.views.cli.options import DEFAULT_REGISTRY, MaybeWords, Registry
from treatywatch.views.feeds.formats import FeedFormat, format_of

Since = Annotated[
    str,
    typer.Option(
        "--since", metavar="DATE", help="atom: what was learned since the end of that day; ical: dates from it on."
    ),
]
Chosen = Annotated[
    FeedFormat | None,
    typer.Option("--format", help="[default: by the ending of FILE, else atom]", show_default=False),
]


def feed(
    since: Since,
    agreement: MaybeWords = None,
    as_of: OnDay = None,
    registry: Registry = DEFAULT_REGISTRY,
    format_: Chosen = None,
    output: Output = None,
) -> None:
    """What is new as an Atom feed, or planned and computed dates as a calendar: of one agreement, or of all.

    **Examples**

        treatywatch feed --since 2026-01-16 --output news.atom

        treatywatch feed --since 2026-01-16 --format ical -o dates.ics

        treatywatch feed EU-Mercosur --since 2026-01-01
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.coming import coming
    from treatywatch.service.news_items import news_items
    from treatywatch.views.feeds.atom import atom
    from treatywatch.views.feeds.ical import ical

    today, meant = day(as_of) or date.today(), " ".join(agreement) if agreement else None
    with open_registry(registry, create=False) as opened:
        if format_of(format_, output) is FeedFormat.ATOM:
            written = atom(news_items(opened, since, today, meant), since, opened.place)
        else:
            written = ical(coming(opened, since, today, meant))
    with destination(output, binary=False) as out:
        out.write(written)
