"""Accounts and what belongs to them, as values; none holds a password, or a secret that was stored."""

from enum import StrEnum

import msgspec

from treatywatch.registry.accounts.roles import Role, Scope


class Act(StrEnum):
    """What the log tells of."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    ACCOUNT_ADDED = "account_added"
    ACCOUNT_DISABLED = "account_disabled"
    ACCOUNT_ENABLED = "account_enabled"
    ROLE_CHANGED = "role_changed"
    PASSWORD_CHANGED = "password_changed"
    TOKEN_MADE = "token_made"
    TOKEN_REVOKED = "token_revoked"
    DECIDED = "decided"
    DOCUMENT_ADDED = "document_added"
    REFUSED = "refused"


class Account(msgspec.Struct, frozen=True):
    """A person who may sign in; ``disabled`` is the moment (ISO 8601, UTC) since which they may not."""

    name: str
    role: Role
    created: str
    disabled: str | None = None


class Session(msgspec.Struct, frozen=True):
    """A sign-in: the ``secret`` that the browser keeps, whose it is, and when it ends."""

    secret: str
    account: Account
    expires: str


class Token(msgspec.Struct, frozen=True):
    """A key for programs that act for an account, without its secret; ``expires`` and ``revoked`` end it."""

    number: int
    account: str
    label: str
    scopes: tuple[Scope, ...]
    created: str
    expires: str
    revoked: str | None = None


class Guest(msgspec.Struct, frozen=True):
    """Who asks: an account, and what it may do by the way it came, which for a token may be less than its role."""

    account: Account
    scopes: frozenset[Scope]


class LogLine(msgspec.Struct, frozen=True):
    """A line of the log: who did what, about what, from which address, at which moment (ISO 8601, UTC)."""

    number: int
    recorded: str
    who: str
    act: Act
    about: str
    address: str
