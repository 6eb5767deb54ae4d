"""Who may do what: accounts, their sessions and tokens, and the log of what they did."""

from treatywatch.registry.accounts.accounts import SESSION, Accounts
from treatywatch.registry.accounts.roles import Role, Scope, role_kinds
from treatywatch.registry.accounts.values import Account, Act, Guest, LogLine, Session, Token

__all__ = [
    "SESSION",
    "Account",
    "Accounts",
    "Act",
    "Guest",
    "LogLine",
    "Role",
    "Scope",
    "Session",
    "Token",
    "role_kinds",
]
