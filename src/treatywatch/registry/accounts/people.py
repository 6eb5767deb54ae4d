"""Accounts in the database: made, found, changed."""

import re
import unicodedata
from difflib import get_close_matches
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from treatywatch.model import InputError, NotFoundError
from treatywatch.registry.accounts.roles import Role
from treatywatch.registry.accounts.tables import accounts
from treatywatch.registry.accounts.values import Account
from treatywatch.registry.store.rows import clean

_NAME = re.compile(r"\w[\w.@'’-]*(?: [\w.@'’-]+)*")
_LONGEST = 60


def add(connection: Connection, name: str, role: Role, password: str, at: str) -> Account:
    """Make an account with a hashed password. Raises InputError for a name that is taken or cannot be one."""
    shown = _checked(name)
    if found(connection, shown) is not None:
        raise InputError(f"there is an account {shown!r} already; choose another name")
    row = {"name": shown, "folded": _folded(shown), "role": role.value, "password": password, "created": at}
    connection.execute(insert(accounts).values(row))
    return Account(shown, role, at)


def found(connection: Connection, name: str) -> Row[Any] | None:
    """The row of the account with this name, whatever its capitals; None when there is none."""
    return connection.execute(select(accounts).where(accounts.c.folded == _folded(name))).first()


def named(connection: Connection, name: str) -> Row[Any]:
    """The row of the account with this name. Raises NotFoundError with the nearest names when there is none."""
    row = found(connection, name)
    if row is None:
        names = list(connection.execute(select(accounts.c.name).order_by(accounts.c.folded)).scalars())
        near = ", ".join(get_close_matches(name[:_LONGEST], names, cutoff=0.3) or names[:5])
        raise NotFoundError(f"there is no account {name[:_LONGEST]!r}; " + (f"nearest: {near}" if near else "none yet"))
    return row


def every(connection: Connection) -> tuple[Account, ...]:
    """All accounts, by name."""
    return tuple(account(row) for row in connection.execute(select(accounts).order_by(accounts.c.folded)))


def change(connection: Connection, name: str, **fields: str | None) -> Account:
    """Set fields of an account. Raises NotFoundError when there is none of this name."""
    number = named(connection, name).account
    connection.execute(update(accounts).where(accounts.c.account == number).values(**fields))
    return account(named(connection, name))


def account(row: Row[Any]) -> Account:
    """A row as a value, without its password."""
    return Account(row.name, Role(row.role), row.created, row.disabled)


def _checked(name: str) -> str:
    shown = unicodedata.normalize("NFC", " ".join(name.split(" ")).strip())
    if len(shown) > _LONGEST or not _NAME.fullmatch(shown):
        raise InputError(
            f"{name[:_LONGEST]!r} cannot be a name: write up to {_LONGEST} letters, digits, . _ - @ ' and blanks"
        )
    return shown


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", clean(name[: 4 * _LONGEST])).casefold()
