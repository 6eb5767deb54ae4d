"""``treatywatch state`` and ``participation``: a state's agreements, and an agreement's states."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer
from rich.text import Text

from treatywatch.views.cli.law import OnDay, ToldBy, day
from treatywatch.views.cli.options import DEFAULT_REGISTRY, OutputFormat, Registry, Words
from treatywatch.views.cli.output import columns, wants_json, write, write_json


class Sort(StrEnum):
    """What a participation table is sorted by."""

    STATE = "state"
    SIGNED = "signed"
    CONSENT = "consent"
    IN_FORCE = "in-force"


State = Annotated[list[str], typer.Argument(metavar="STATE", help="A code, a name or a demonym.", show_default=False)]
Status = Annotated[
    str | None, typer.Option("--status", metavar="STATUS", help="Only agreements of this status: party, signatory …")
]
Sorted = Annotated[Sort, typer.Option("--sort", help="By name of the state, or by day, the earliest first.")]


def state(
    state: State, status: Status = None, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None
) -> None:
    """All agreements of a state, by how it stands towards them today.

    **Examples**

        treatywatch state RUS

        treatywatch state north korea --status party

        treatywatch state norway --format jsonl | jq -r .stands[].agreement.key
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.state import state_of
    from treatywatch.views.present.states import STATE_HEADS, state_rows, state_title

    with open_registry(registry, create=False) as opened:
        found = state_of(opened, " ".join(state), date.today(), status=status)
    if wants_json(format_):
        write_json([found])
    else:
        write(Text(state_title(found), style="bold"), columns(STATE_HEADS, state_rows(found)))


def participation(
    agreement: Words,
    as_of: OnDay = None,
    known_by: ToldBy = None,
    sort: Sorted = Sort.STATE,
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """Which states take part in an agreement: when each signed, consented to be bound, and was bound.

    **Examples**

        treatywatch participation High Seas Treaty

        treatywatch participation CPTPP --as-of 2023-07-01 --sort in-force
    """
    from treatywatch.registry import open_registry
    from treatywatch.service.participation import participation as participants
    from treatywatch.service.participation import sorted_by
    from treatywatch.views.present.states import PARTICIPATION_HEADS, participation_rows

    with open_registry(registry, create=False) as opened:
        found = participants(opened, " ".join(agreement), day(as_of) or date.today(), day(known_by))
    found = sorted_by(found, sort.value)
    if wants_json(format_):
        write_json([found])
    else:
        title = Text(f"{found.name} on {found.as_of}", style="bold underline")
        write(title, columns(PARTICIPATION_HEADS, participation_rows(found)))
