"""The database's complaints in words a user can act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import chain

import msgspec
from sqlalchemy.exc import DBAPIError

from treatywatch.model import RegistryError
from treatywatch.model.data import load_data

_PACKAGE = __name__.rpartition(".")[0]


class Cure(msgspec.Struct, frozen=True):
    """What to tell of a complaint: SQLite's name of it, the beginning of PostgreSQL's code, or the driver's words."""

    cure: str
    sqlite: tuple[str, ...] = ()
    postgresql: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Faults(msgspec.Struct, frozen=True):
    """The table of ``faults.yaml``."""

    source: str
    cures: tuple[Cure, ...]


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Run a block so that a database error becomes a RegistryError naming ``place`` and a cure."""
    try:
        yield
    except DBAPIError as error:
        raise RegistryError(f"{place} {_cure(error.orig)}") from error


def _cure(complaint: BaseException | None) -> str:
    name = str(getattr(complaint, "sqlite_errorname", "") or "").removeprefix("SQLITE_")
    code = str(getattr(complaint, "sqlstate", "") or "")
    text = str(complaint).strip()
    exact = (one for one in _cures() if name in one.sqlite)
    general = (one for one in _cures() if name.partition("_")[0] in one.sqlite)
    coded = (one for one in _cures() if code and code.startswith(one.postgresql))
    worded = (one for one in _cures() if not name and not code and any(w in text.casefold() for w in one.words))
    found = next(chain(exact, general, coded, worded), None)
    return found.cure if found else f"cannot be used: {text.splitlines()[0] if text else 'no reason given'}"


@cache
def _cures() -> tuple[Cure, ...]:
    return load_data(_PACKAGE, "data/faults.yaml", Faults).cures
