"""``treatywatch chart`` and ``graph``: the life of an agreement, and the agreements around it, as pictures."""

from typing import Annotated

import typer

from treatywatch.views.cli.destination import Output, destination
from treatywatch.views.cli.options import DEFAULT_REGISTRY, AsOf, KnownBy, Registry, Words
from treatywatch.views.pictures.formats import ChartFormat, GraphFormat, charter, format_of, grapher

Picture = Annotated[
    ChartFormat | None,
    typer.Option("--format", help="[default: by the ending of FILE, else svg]", show_default=False),
]


Drawn = Annotated[
    GraphFormat | None,
    typer.Option("--format", help="[default: by the ending of FILE, else svg]", show_default=False),
]
Steps = Annotated[int, typer.Option("--steps", min=1, max=20, metavar="N", help="How many relations to follow.")]


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
    draw = charter(chosen)
    from treatywatch.registry import open_registry
    from treatywatch.service.portrait import portrait

    with open_registry(registry, create=False) as opened:
        found = portrait(opened, " ".join(agreement), as_of=as_of, known_by=known_by)
    with destination(output, binary=chosen is ChartFormat.PNG) as out:
        out.write(draw(found))


def graph(
    agreement: Words,
    steps: Steps = 3,
    registry: Registry = DEFAULT_REGISTRY,
    format_: Drawn = None,
    output: Output = None,
) -> None:
    """The agreements around one as a picture: what replaced, amended, implements or extends what.

    **Examples**

        treatywatch graph Paris Agreement --output paris.svg

        treatywatch graph russia north korea treaty --steps 1 --format dot
    """
    chosen = format_of(format_, output, GraphFormat)
    draw = grapher(chosen)
    from treatywatch.registry import open_registry
    from treatywatch.service.kinship import kinship

    with open_registry(registry, create=False) as opened:
        found = kinship(opened, " ".join(agreement), steps)
    with destination(output, binary=chosen is GraphFormat.PNG) as out:
        out.write(draw(found))
