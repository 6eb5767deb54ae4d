"""A registry whose clock the test sets, and the accounts in it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from treatywatch.registry import Registry, open_registry
from treatywatch.registry.accounts import Accounts, Role

PASSWORD = "four plain words suffice"
HERE = "192.0.2.7"


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: int) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def registry(place: str, clock: Clock) -> Iterator[Registry]:
    with open_registry(place, clock=clock) as opened:
        yield opened


@pytest.fixture
def accounts(registry: Registry) -> Accounts:
    """The accounts of the registry, with an editor called Silva among them."""
    found = Accounts(registry)
    found.add("Silva", Role.EDITOR, PASSWORD, by="setup")
    return found
