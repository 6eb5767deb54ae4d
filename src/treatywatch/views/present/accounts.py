"""Accounts, tokens and the log of what was done with them, for people."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from treatywatch.views.present.words import Told, joined

if TYPE_CHECKING:
    from treatywatch.registry.accounts import Account, LogLine, Token


def account_lines(accounts: "Iterable[Account]") -> list[Told]:
    """Each account with its role, and since when it is disabled."""
    return [
        Told(one.created[:10], joined(one.name, one.role, _since("disabled", one.disabled)), ()) for one in accounts
    ]


def token_lines(tokens: "Iterable[Token]") -> list[Told]:
    """Each token with what it may do and until when."""
    return [
        Told(
            one.created[:10],
            joined(
                f"token {one.number}",
                one.account,
                one.label,
                " ".join(one.scopes),
                f"until {one.expires[:10]}",
                _since("revoked", one.revoked),
            ),
            (),
        )
        for one in tokens
    ]


def log_lines(entries: "Iterable[LogLine]") -> list[Told]:
    """Each line of the log: the moment, who, what, and from where."""
    return [
        Told(
            one.recorded[:10],
            joined(one.recorded[11:19], one.who, one.act.replace("_", " "), one.about, one.address),
            (),
        )
        for one in entries
    ]


def _since(what: str, moment: str | None) -> str | None:
    return f"{what} since {moment[:10]}" if moment else None
