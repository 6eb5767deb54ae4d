"""What people with an account do through the pages and the API: done in their name, and told in the log."""

from collections.abc import Sequence

import msgspec

from treatywatch.registry import Registry
from treatywatch.registry.accounts import Accounts, Act
from treatywatch.service.settling import settle


class Actor(msgspec.Struct, frozen=True):
    """Who acts: the account's name, and the network address it acts from."""

    name: str
    address: str


def decide(registry: Registry, actor: Actor, words: Sequence[str], because: str, *, here: bool = False) -> int:
    """Decide as :func:`treatywatch.service.settling.settle`, and append to the log that it was done."""
    number = settle(registry, words, who=actor.name, because=because, here=here)
    Accounts(registry).note(actor.name, Act.DECIDED, f"decision {number}: {' '.join(words)}", actor.address)
    return number
