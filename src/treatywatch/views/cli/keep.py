"""``treatywatch backup`` and ``treatywatch verify``: a copy of a registry, and proof that one is sound."""

from typing import Annotated

import typer

from treatywatch.views.cli.exits import ExitCode
from treatywatch.views.cli.options import DEFAULT_REGISTRY, OutputFormat, Registry
from treatywatch.views.cli.output import progress, wants_json, write, write_json

Target = Annotated[
    str,
    typer.Argument(metavar="FILE", help="A file that is not there yet, or an empty database.", show_default=False),
]
Quick = Annotated[
    bool, typer.Option("--quick", help="Leave out making the agreements anew, which takes as long as adding them.")
]


def backup(target: Target, registry: Registry = DEFAULT_REGISTRY) -> None:
    """Copy the registry as it is at this moment into FILE, checked. Others may read and write meanwhile.

    The file appears whole or not at all and is itself a registry; nothing is ever written over.

    **Examples**

        treatywatch backup saved-2026-11-28.db

        treatywatch backup saved.db --registry postgresql://clerk@db/treaties

        treatywatch backup postgresql://clerk@db/restored --registry saved.db
    """
    from treatywatch.registry import back_up, open_registry

    with open_registry(registry, create=False) as opened, progress("copying") as bar:
        bar.add_task("", total=None)
        back_up(opened, target)
    write(f"{opened.place} is copied to {target}; see with treatywatch verify --registry {target}")


def verify(quick: Quick = False, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """Prove that the registry is sound: its file, its pages and quotes, and all that follows from them.

    Nothing is changed. What is wrong is told by table and row, and the exit code is 6.

    **Examples**

        treatywatch verify

        treatywatch verify --quick --registry saved.db
    """
    from treatywatch.registry import faults, open_registry

    with open_registry(registry, create=False) as opened, progress("verifying") as bar:
        bar.add_task("", total=None)
        found = list(faults(opened, again=not quick))
    if wants_json(format_):
        write_json(found)
    else:
        write(*(f"{one.table} {one.row}: {one.told}" for one in found))
        write(f"{opened.place} is {'not sound' if found else 'sound'}.")
    if found:
        raise typer.Exit(ExitCode.UNSOUND)
