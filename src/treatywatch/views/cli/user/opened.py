"""What every command on accounts needs: the accounts of a registry, and the name of an account."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from treatywatch.registry.accounts import Accounts

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="The account's name, whatever its capitals.", show_default=False)
]


@contextmanager
def opened_accounts(registry: str, *, create: bool = False) -> Iterator["Accounts"]:
    """The accounts of the registry at this place; errors as for opening it."""
    from treatywatch.registry import open_registry
    from treatywatch.registry.accounts import Accounts

    with open_registry(registry, create=create) as found:
        yield Accounts(found)
