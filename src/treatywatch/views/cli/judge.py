"""``treatywatch confirm``, ``reject`` and ``correct``: a person's word on a fact."""

from typing import Annotated

import typer

from treatywatch.views.cli.decide import Because, Who, named, tell
from treatywatch.views.cli.options import DEFAULT_REGISTRY, OutputFormat, Registry

FactId = Annotated[
    str,
    typer.Argument(
        metavar="FACT", help="The id of a fact, or its beginning, as show and timeline give it.", show_default=False
    ),
]
Changes = Annotated[
    list[str],
    typer.Argument(
        metavar="FIELD=VALUE",
        help="What is so instead: kind, modality, parties, date, place or body of a step; type or modality of a "
        "relation; speaker or office of a statement.",
        show_default=False,
    ),
]
Here = Annotated[
    bool, typer.Option("--here", help="Only how this one place of a page was read, whatever other places tell.")
]


def confirm(
    fact: FactId,
    because: Because,
    who: Who = None,
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """Decide that a fact is as it is shown, whatever later pages tell.

    **Examples**

        treatywatch confirm 3f9a1c2b4d5e --because 'the gazette of 4 May prints it'

        treatywatch confirm 3f9a1c --because 'seen in the original' --who 'M. Silva'
    """
    from treatywatch.registry import open_registry
    from treatywatch.service import judging, review

    with open_registry(registry, create=False) as opened:
        number = judging.confirm(opened, fact, who=named(who), because=because)
        tell((review.decision(opened, number),), format_)


def reject(
    fact: FactId,
    because: Because,
    here: Here = False,
    who: Who = None,
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """Decide that a fact is not so: it leaves the timeline, and stays visible as rejected.

    **Examples**

        treatywatch reject 3f9a1c2b4d5e --because 'the ministry denies it'

        treatywatch reject 3f9a1c2b4d5e --here --because 'the sentence speaks of another treaty'
    """
    from treatywatch.registry import open_registry
    from treatywatch.service import judging, review

    with open_registry(registry, create=False) as opened:
        number = judging.reject(opened, fact, who=named(who), because=because, here=here)
        tell((review.decision(opened, number),), format_)


def correct(
    fact: FactId,
    changes: Changes,
    because: Because,
    here: Here = False,
    who: Who = None,
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """Decide that a fact is otherwise: what you give outranks the pages, whose words stay visible beside it.

    **Examples**

        treatywatch correct 3f9a1c2b4d5e date=2021-05-03 --because 'the depositary says so'

        treatywatch correct 3f9a1c kind=initialled 'place=Port Louis' --because 'the communique says initialled'

        treatywatch correct 3f9a1c parties=NOR,CHL --here --because 'the page names both'

        treatywatch correct 8be20d type=amends --because 'its first article says so'

        treatywatch correct 51c7e0 'speaker=Anna Berg' office=minister --because 'the recording'
    """
    from treatywatch.registry import open_registry
    from treatywatch.service import judging, review

    with open_registry(registry, create=False) as opened:
        number = judging.correct(opened, fact, changes, who=named(who), because=because, here=here)
        tell((review.decision(opened, number),), format_)
