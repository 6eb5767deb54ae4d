"""The table of commands, and how each of them ends."""

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from treatywatch.model import TreatywatchError
from treatywatch.views.cli import (
    add,
    changes,
    compare,
    decide,
    export,
    feed,
    force,
    forget,
    import_,
    judge,
    keep,
    law,
    list_,
    pictures,
    read,
    review,
    serve,
    show,
    sources,
    states,
    timeline,
    user,
)
from treatywatch.views.cli.exits import MEANINGS, ExitCode, exit_code
from treatywatch.views.cli.output import say

_EPILOG = "Exit codes: " + "; ".join(f"{code.value} {meaning}" for code, meaning in MEANINGS.items()) + "."


class _Ending(TyperGroup):
    """Turns errors made on purpose into one line on standard error and a documented exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except TreatywatchError as error:
            say(f"treatywatch: {error}")
            raise typer.Exit(exit_code(error)) from error
        except KeyboardInterrupt as error:
            say("treatywatch: interrupted")
            raise typer.Exit(ExitCode.INTERRUPTED) from error
        except BrokenPipeError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(ExitCode.PIPE_CLOSED) from error


app = typer.Typer(
    name="treatywatch",
    cls=_Ending,
    help="Read pages into the sourced lives of international agreements.",
    epilog=_EPILOG,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _name, _command in (
    ("read", read.read),
    ("add", add.add),
    ("list", list_.list_),
    ("show", show.show),
    ("timeline", timeline.timeline),
    ("sources", sources.sources),
    ("history", changes.history),
    ("diff", changes.diff),
    ("conflicts", changes.conflicts),
    ("status", law.status),
    ("next", law.next_),
    ("check", law.check),
    ("state", states.state),
    ("participation", states.participation),
    ("force", force.force),
    ("chart", pictures.chart),
    ("graph", pictures.graph),
    ("feed", feed.feed),
    ("export", export.export),
    ("serve", serve.serve),
    ("review", review.review),
    ("import", import_.import_),
    ("compare-register", compare.compare_register),
    ("same", decide.same),
    ("different", decide.different),
    ("undo", decide.undo),
    ("confirm", judge.confirm),
    ("reject", judge.reject),
    ("correct", judge.correct),
    ("decisions", decide.decisions),
    ("forget", forget.forget),
    ("backup", keep.backup),
    ("verify", keep.verify),
):
    app.command(_name)(_command)
app.add_typer(user.app, name="user")


@app.callback(invoke_without_command=True)
def _root(
    version: bool = typer.Option(False, "--version", help="Show the version and leave."),
) -> None:
    if version:
        from treatywatch import __version__

        typer.echo(__version__)
        raise typer.Exit


def main() -> None:
    """Run the command that the shell gave."""
    app()
