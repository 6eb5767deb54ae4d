"""``treatywatch user add``, ``list``, ``disable``, ``enable``, ``role`` and ``password``."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from treatywatch.model import InputError
from treatywatch.views.cli.decide import named
from treatywatch.views.cli.options import DEFAULT_REGISTRY, OutputFormat, Registry
from treatywatch.views.cli.output import told, wants_json, write, write_json
from treatywatch.views.cli.user.opened import Name, opened_accounts
from treatywatch.views.present.accounts import account_lines, token_lines

if TYPE_CHECKING:
    from treatywatch.registry.accounts import Account, Role, Token

RoleName = Annotated[str, typer.Option("--role", metavar="ROLE", help="reader, editor or admin.", show_default=False)]


def add(name: Name, role: RoleName, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """Make an account; the password is asked for, or is the first line of standard input.

    **Examples**

        treatywatch user add 'M. Silva' --role editor

        pass show treatywatch | treatywatch user add reviewer --role editor
    """
    chosen = _role(role)
    with opened_accounts(registry, create=True) as accounts:
        _tell((accounts.add(name, chosen, _password(), by=named(None)),), (), format_)


def list_(registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """All accounts with their roles, and their tokens.

    **Examples**

        treatywatch user list

        treatywatch user list --format jsonl
    """
    with opened_accounts(registry) as accounts:
        found, tokens = accounts.every(), accounts.tokens()
    if found or wants_json(format_):
        _tell(found, tokens, format_)
    else:
        write("There is no account yet: treatywatch user add makes one.")


def disable(name: Name, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """End the sessions of an account, and let it neither sign in nor act by its tokens; what it did stays.

    **Examples**

        treatywatch user disable 'M. Silva'
    """
    with opened_accounts(registry) as accounts:
        _tell((accounts.disable(name, by=named(None)),), (), format_)


def enable(name: Name, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """Let a disabled account in again.

    **Examples**

        treatywatch user enable 'M. Silva'
    """
    with opened_accounts(registry) as accounts:
        _tell((accounts.enable(name, by=named(None)),), (), format_)


def role(name: Name, role: RoleName, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """Give an account another role, and end its sessions.

    **Examples**

        treatywatch user role 'M. Silva' --role admin
    """
    chosen = _role(role)
    with opened_accounts(registry) as accounts:
        _tell((accounts.set_role(name, chosen, by=named(None)),), (), format_)


def password(name: Name, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """Give an account another password, asked for as by add, and end its sessions.

    **Examples**

        treatywatch user password 'M. Silva'
    """
    with opened_accounts(registry) as accounts:
        _tell((accounts.set_password(name, _password(), by=named(None)),), (), format_)


def _tell(accounts: "tuple[Account, ...]", tokens: "tuple[Token, ...]", format_: OutputFormat) -> None:
    if wants_json(format_):
        write_json((*accounts, *tokens))
    else:
        write(told((*account_lines(accounts), *token_lines(tokens))))


def _role(word: str) -> "Role":
    """The role of this name. Raises InputError naming those that exist."""
    from treatywatch.registry.accounts import Role

    try:
        return Role(word.strip().casefold())
    except ValueError:
        raise InputError(f"{word[:40]!r} is no role: there are {', '.join(Role)}") from None


def _password() -> str:
    """What the person types twice without seeing it; without a terminal, the first line of standard input."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")
