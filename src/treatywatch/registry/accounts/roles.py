"""Roles, and what each may do."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from treatywatch.model.data import load_data


class Role(StrEnum):
    """What an account is for."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"


class Scope(StrEnum):
    """One thing that an account, or a token of it, may do."""

    READ = "read"
    DECIDE = "decide"
    ADD = "add"
    AUDIT = "audit"


class _Listing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    scopes: dict[Scope, str]
    roles: dict[Role, frozenset[Scope]]


def role_kinds() -> Mapping[Role, frozenset[Scope]]:
    """What each role may do."""
    return _listing().roles


def scope_kinds() -> Mapping[Scope, str]:
    """What each scope means, in one sentence."""
    return _listing().scopes


def _listing() -> _Listing:
    return load_data("treatywatch.registry.accounts", "roles.yaml", _Listing)
