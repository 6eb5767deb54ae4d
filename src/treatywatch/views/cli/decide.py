"""``treatywatch same``, ``different``, ``undo`` and ``decisions``: a person's word on which agreements are one."""

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from treatywatch.model import InputError
from treatywatch.views.cli.options import DEFAULT_REGISTRY, OutputFormat, Registry
from treatywatch.views.cli.output import told, wants_json, write, write_json
from treatywatch.views.present.decisions import decision_lines

if TYPE_CHECKING:
    from treatywatch.registry import Decision

One = Annotated[
    str, typer.Argument(metavar="A", help="An agreement: a key, a name or words, as one argument.", show_default=False)
]
Other = Annotated[str, typer.Argument(metavar="B", help="Another agreement, named likewise.", show_default=False)]
Number = Annotated[
    int, typer.Argument(metavar="N", help="The number of a decision, as decisions lists it.", show_default=False)
]
Because = Annotated[
    str, typer.Option("--because", metavar="WHY", help="Why: kept with the decision.", show_default=False)
]
Who = Annotated[
    str | None,
    typer.Option("--who", metavar="NAME", help="Who decides. [default: your login name]", show_default=False),
]


def same(
    one: One,
    other: Other,
    because: Because,
    who: Who = None,
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """Decide that two agreements are one, whatever the machine makes of them.

    **Examples**

        treatywatch same 'Harbour Pact' 'Treaty on Shared Harbours' --because 'the annex gives both names'

        treatywatch same harbour-pact 'the Oslo deal' --because 'same signing ceremony' --who 'M. Silva'
    """
    from treatywatch.registry import open_registry
    from treatywatch.service import review

    with open_registry(registry, create=False) as opened:
        number = review.same(opened, one, other, who=named(who), because=because)
        tell((review.decision(opened, number),), format_)


def different(
    one: One,
    other: Other,
    because: Because,
    who: Who = None,
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """Decide that two agreements are not one, whatever later pages suggest.

    **Examples**

        treatywatch different 'Harbour Pact' 'Harbour Protocol' --because 'the protocol amends the pact'
    """
    from treatywatch.registry import open_registry
    from treatywatch.service import review

    with open_registry(registry, create=False) as opened:
        number = review.different(opened, one, other, who=named(who), because=because)
        tell((review.decision(opened, number),), format_)


def undo(
    number: Number,
    because: Because,
    who: Who = None,
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """Take a decision back. It stays on record as taken back, with who, when and why.

    **Examples**

        treatywatch undo 3 --because 'the second annex says otherwise'
    """
    from treatywatch.registry import open_registry
    from treatywatch.service import review

    with open_registry(registry, create=False) as opened:
        done = review.undo(opened, number, who=named(who), because=because)
        tell((review.decision(opened, done),), format_)


def decisions(registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """Everything that people have decided, oldest first, with who, when and why; also what was taken back.

    **Examples**

        treatywatch decisions

        treatywatch decisions --format jsonl | jq 'select(.undone | not)'
    """
    from treatywatch.registry import open_registry
    from treatywatch.service import review

    with open_registry(registry, create=False) as opened:
        made = review.decisions(opened)
    if made or wants_json(format_):
        tell(made, format_)
    else:
        write("Nobody has decided anything yet: treatywatch same, different and undo do.")


def named(who: str | None) -> str:
    """Who decides: as given, or else the login name. Raises InputError when there is neither."""
    if who is not None:
        return who
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise InputError("your login name is not known: say who decides with --who NAME") from error


def tell(made: "tuple[Decision, ...]", format_: OutputFormat) -> None:
    """Write decisions."""
    if wants_json(format_):
        write_json(made)
    else:
        write(told(decision_lines(made)))
