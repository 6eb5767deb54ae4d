"""Answers on standard output, everything else on standard error."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from treatywatch.model import Problem, to_json
from treatywatch.views.cli.console import SafeConsole
from treatywatch.views.cli.options import Format
from treatywatch.views.present.words import Told


def wants_json(chosen: Format | None) -> bool:
    """Whether to write JSON Lines: when asked to, or when nobody sits at the terminal and nothing was asked."""
    return chosen is Format.JSONL or (chosen is None and not sys.stdout.isatty())


def write_json(values: Iterable[Any]) -> None:
    """Each value as one line of JSON, written as soon as it is known."""
    for value in values:
        sys.stdout.write(to_json(value) + "\n")
        sys.stdout.flush()


def write_text(pieces: Iterable[str]) -> None:
    """Text as it is, piece by piece."""
    for piece in pieces:
        sys.stdout.write(piece)


def write(*parts: RenderableType) -> None:
    """Rich text and tables for people; without colours when the output is no terminal."""
    console = SafeConsole(file=sys.stdout, highlight=False, soft_wrap=False)
    for part in parts:
        console.print(part)


def told(rows: Iterable[Told]) -> Table:
    """Facts with their days on the left, and below each fact the words that say so."""
    drawn = Table.grid(padding=(0, 2, 0, 0))
    drawn.add_column(width=len("2024-06-19"))
    drawn.add_column(overflow="fold")
    for row in rows:
        drawn.add_row(Text(row.when), Text("\n").join((Text(row.what, style="bold"), *map(Text, row.quotes))))
    return drawn


def columns(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Table:
    """A table with a head over each column."""
    drawn = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for head in heads:
        drawn.add_column(head, overflow="fold")
    for row in rows:
        drawn.add_row(*map(Text, row))
    return drawn


def complain(problem: Problem, console: Console | None = None) -> None:
    """One problem as one line on standard error, with its code; ``console`` is that of a progress bar in the way."""
    say(f"{problem.line()} [{problem.code}]", console)


def say(message: str, console: Console | None = None) -> None:
    """A line on standard error."""
    (console or SafeConsole(file=sys.stderr)).print(Text(message), soft_wrap=True)


@contextmanager
def progress(doing: str) -> Iterator[Progress]:
    """A progress bar on standard error while the block runs; nothing at all when that is no terminal."""
    console = SafeConsole(file=sys.stderr)
    columns = (SpinnerColumn(), TextColumn(doing), BarColumn(20), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        yield bar
