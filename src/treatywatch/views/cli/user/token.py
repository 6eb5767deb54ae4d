"""``treatywatch user token`` and ``revoke``: keys for programs that act for an account."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from treatywatch.model import InputError
from treatywatch.views.cli.decide import named
from treatywatch.views.cli.options import DEFAULT_REGISTRY, OutputFormat, Registry
from treatywatch.views.cli.output import say, told, wants_json, write, write_json
from treatywatch.views.cli.user.opened import Name, opened_accounts
from treatywatch.views.present.accounts import token_lines

if TYPE_CHECKING:
    from treatywatch.registry.accounts import Scope

Scopes = Annotated[
    list[str],
    typer.Option(
        "--scope", metavar="SCOPE", help="What it may do: read, decide, add or audit; repeatable.", show_default=False
    ),
]
Days = Annotated[int, typer.Option("--days", min=1, metavar="N", help="How long it is good for.")]
Label = Annotated[str, typer.Option("--label", metavar="WORDS", help="What it is for.")]
Number = Annotated[int, typer.Argument(metavar="N", help="The number of a token, as list shows it.")]


def token(
    name: Name,
    scope: Scopes,
    days: Days = 90,
    label: Label = "",
    registry: Registry = DEFAULT_REGISTRY,
    format_: OutputFormat = None,
) -> None:
    """Make a token for programs that act for an account; its secret is shown this once and is not kept.

    **Examples**

        treatywatch user token 'M. Silva' --scope decide --scope add --label 'press review'

        TOKEN=$(treatywatch user token harvester --scope add --days 7 --format jsonl | jq -r .secret)
    """
    wanted = frozenset(_scopes(scope))
    with opened_accounts(registry) as accounts:
        made, secret = accounts.make_token(name, label, wanted, days, by=named(None))
    if wants_json(format_):
        write_json([{"token": made, "secret": secret}])
    else:
        say("Keep the token now: it is shown this once.")
        write(secret)


def revoke(number: Number, registry: Registry = DEFAULT_REGISTRY, format_: OutputFormat = None) -> None:
    """End a token for good.

    **Examples**

        treatywatch user revoke 3
    """
    with opened_accounts(registry) as accounts:
        ended = (accounts.revoke(number, by=named(None)),)
    if wants_json(format_):
        write_json(ended)
    else:
        write(told(token_lines(ended)))


def _scopes(words: Iterable[str]) -> "Iterable[Scope]":
    """The scopes of these names. Raises InputError naming those that exist."""
    from treatywatch.registry.accounts import Scope

    for word in words:
        try:
            yield Scope(word.strip().casefold())
        except ValueError:
            raise InputError(f"{word[:40]!r} is no scope: there are {', '.join(Scope)}") from None
