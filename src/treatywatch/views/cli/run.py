"""A run over many pages: progress and problems on standard error, and how it ends."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer
from rich.progress import Progress, TaskID

from treatywatch.model import Problem
from treatywatch.views.cli.exits import ExitCode
from treatywatch.views.cli.output import complain, progress

T = TypeVar("T")


class Run:
    """Counts what went well and what did not."""

    def __init__(self, bar: Progress, task: TaskID) -> None:
        self.read = 0
        self.unread = 0
        self._bar = bar
        self._task = task

    def done(self, results: Iterable[T | Problem]) -> Iterator[T]:
        """The results that are no problems; each problem goes to standard error as it comes."""
        from treatywatch.service.pages import PageRead, left_unread

        for result in results:
            if isinstance(result, Problem):
                complain(result, self._bar.console)
                self.unread += left_unread(result)
            else:
                for doubt in result.reading.problems if isinstance(result, PageRead) else ():
                    complain(doubt, self._bar.console)
                self.read += 1
                self._bar.update(self._task, advance=1, description=f"{self.read} pages")
                yield result

    def end(self) -> None:
        """Leave with the documented code when something was left unread."""
        if self.unread:
            raise typer.Exit(ExitCode.UNREAD)


@contextmanager
def running(doing: str) -> Iterator[Run]:
    """A run with its progress bar."""
    with progress(doing) as bar:
        yield Run(bar, bar.add_task("", total=None))
