"""A registry of example pages, thrown away after use."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from treatywatch.model import Problem, RuleFileError
from treatywatch.registry import open_registry
from treatywatch.registry.accounts import Accounts, Role
from treatywatch.registry.accounts.secrets import new_secret
from treatywatch.service.pages import PageRead, read_pages


@contextmanager
def demo_registry(tell: Callable[[str], None]) -> Iterator[str]:
    """The place of a registry that holds the example pages of this package, and an account to decide with.

    ``tell`` is given what is being done, and how to sign in.
    """
    with TemporaryDirectory(prefix="treatywatch-") as folder:
        place = str(Path(folder) / "demo.db")
        tell("treatywatch: reading the example pages")
        fill(place)
        tell(f"treatywatch: to decide on facts, sign in as editor with the password {_editor(place)}")
        yield place


def _editor(place: str) -> str:
    """The password of an account that is made for an editor; new each time, since who else is here could sign in."""
    password = new_secret()[:20]
    with open_registry(place) as registry:
        Accounts(registry).add("editor", Role.EDITOR, password, by="treatywatch serve --demo")
    return password


def fill(place: str) -> None:
    """Add the example pages to the registry at ``place``, each as though on the day on which it was published."""
    for page in example_pages():
        with open_registry(place, clock=partial(_noon, page.document.published or "")) as registry:
            registry.add(page.document, page.reading)
    with open_registry(place) as registry:
        registry.refresh()


def _noon(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)


def example_pages() -> list[PageRead]:
    """The example pages as they are read, the oldest first."""
    with as_file(files("treatywatch.views.web") / "demo") as folder:
        return sorted(map(_read, read_pages([str(folder)])), key=lambda page: page.document.published or "")


def _read(page: PageRead | Problem) -> PageRead:
    if isinstance(page, Problem):
        raise RuleFileError(f"an example page of this package cannot be read: {page.line()}")
    return page
