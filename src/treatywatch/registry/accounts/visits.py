"""Sessions and tokens in the database: made, recognised by their secrets, ended."""

from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from treatywatch.model import InputError, NotFoundError
from treatywatch.registry.accounts import people
from treatywatch.registry.accounts.roles import Scope, role_kinds
from treatywatch.registry.accounts.secrets import hashed
from treatywatch.registry.accounts.tables import accounts, sessions, tokens
from treatywatch.registry.accounts.values import Account, Guest, Token


def begin(connection: Connection, name: str, secret: str, at: str, expires: str) -> None:
    """Store a session, and clear away those that have ended."""
    connection.execute(delete(sessions).where(sessions.c.expires <= at))
    number = people.named(connection, name).account
    row = {"secret": hashed(secret), "account": number, "created": at, "expires": expires}
    connection.execute(insert(sessions).values(row))


def by_session(connection: Connection, secret: str, at: str) -> Guest | None:
    """Whose session has this secret at this moment; None when it has ended or the account is disabled."""
    row = _holder(connection, sessions, secret, at)
    return _guest(people.account(row), None) if row is not None else None


def end(connection: Connection, secret: str) -> None:
    """End the session with this secret."""
    connection.execute(delete(sessions).where(sessions.c.secret == hashed(secret)))


def end_all(connection: Connection, name: str) -> None:
    """End every session of an account."""
    connection.execute(delete(sessions).where(sessions.c.account == people.named(connection, name).account))


def make(
    connection: Connection, name: str, label: str, scopes: frozenset[Scope], secret: str, at: str, expires: str
) -> Token:
    """Store a token. Raises InputError when its account may not do so much itself."""
    row = people.named(connection, name)
    if beyond := scopes - role_kinds()[people.account(row).role]:
        raise InputError(f"{row.name} is {row.role} and may not {', '.join(sorted(beyond))}: leave that out")
    words = " ".join(sorted(scopes))
    said = {"account": row.account, "label": label, "scopes": words, "created": at, "expires": expires}
    made = connection.execute(insert(tokens).values(said | {"secret": hashed(secret)})).inserted_primary_key
    assert made is not None
    return Token(int(made[0]), row.name, label, tuple(sorted(scopes)), at, expires)


def by_token(connection: Connection, secret: str, at: str) -> Guest | None:
    """Whose token has this secret, and what both it and its account may do; None when it has ended or is unknown."""
    row = _holder(connection, tokens, secret, at)
    if row is None or row.revoked is not None:
        return None
    return _guest(people.account(row), frozenset(map(Scope, row.scopes.split())))


def listed(connection: Connection, name: str | None) -> tuple[Token, ...]:
    """The tokens of an account, or of all, oldest first."""
    wanted = select(tokens, accounts.c.name).join(accounts).order_by(tokens.c.token)
    if name is not None:
        wanted = wanted.where(accounts.c.account == people.named(connection, name).account)
    return tuple(_token(row) for row in connection.execute(wanted))


def revoke(connection: Connection, number: int, at: str) -> Token:
    """End a token for good. Raises NotFoundError when none with this number is in use."""
    used = [one for one in listed(connection, None) if one.revoked is None]
    if number not in {one.number for one in used}:
        numbers = ", ".join(str(one.number) for one in used[-20:]) or "none"
        raise NotFoundError(f"there is no token {number} in use; those in use: {numbers}")
    connection.execute(update(tokens).where(tokens.c.token == number).values(revoked=at))
    return next(one for one in listed(connection, None) if one.number == number)


def _holder(connection: Connection, table: Any, secret: str, at: str) -> Row[Any] | None:
    wanted = select(accounts, *(column for column in table.c if column.name not in accounts.c)).join(table)
    live = (table.c.secret == hashed(secret)) & (table.c.expires > at) & accounts.c.disabled.is_(None)
    return connection.execute(wanted.where(live)).first()


def _guest(account: Account, scopes: frozenset[Scope] | None) -> Guest:
    may = role_kinds()[account.role]
    return Guest(account, may if scopes is None else may & scopes)


def _token(row: Row[Any]) -> Token:
    scopes = tuple(map(Scope, row.scopes.split()))
    return Token(row.token, row.name, row.label, scopes, row.created, row.expires, row.revoked)
