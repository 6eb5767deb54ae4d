"""``treatywatch chart``: the life of an agreement as a picture."""

from typing import Annotated

import typer

from treatywatch.views.cli.destination import Output, destination
from treatywatch.views.cli.options import DEFAULT_REGISTRY, AsOf, KnownBy, Registry, Words
from treatywatch.views.pictures.formats import ChartFormat, drawer, format_of

Picture = Annotated[
    ChartFormat | None,
    typer.Option("--format", help="[default: by the ending of FILE, else svg]", show_default=False),
]


def chart(
    agreement: Words,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    registry: Registry = DEFAULT_REGISTRY,
    format_: Picture = None,
    output: Output = None,
) -> None:
    """The life of an agreement as a picture: a lane for each state and organ, what happened apart from what is planned.

    **Examples**

        treatywatch chart Paris Agreement --output paris.svg

        treatywatch chart EU-Mercosur --as-of 2024 -o mercosur.png
    """
    chosen = format_of(format_, output, ChartFormat)
    draw = drawer(chosen)
    from treatywatch.registry import open_registry
    from treatywatch.service.portrait import portrait
    from treatywatch.views.pictures.chart import chart as charted

    with open_registry(registry, create=False) as opened:
        found = portrait(opened, " ".join(agreement), as_of=as_of, known_by=known_by)
    with destination(output, binary=chosen is ChartFormat.PNG) as out:
        out.write(draw(charted(found)))
