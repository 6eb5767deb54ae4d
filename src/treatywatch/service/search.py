"""Which agreements fit a search and filters, a page at a time."""

from datetime import date
from functools import lru_cache

import msgspec

from treatywatch.language.names import find_names, spellings
from treatywatch.law.status import Stage
from treatywatch.model import InputError, NotFoundError, alike, is_partial_date
from treatywatch.registry import Counted, Order, Registry, Wanted
from treatywatch.service.answers import Summary
from treatywatch.service.computed import settle
from treatywatch.service.listing import as_they_were
from treatywatch.service.moments import check_times
from treatywatch.service.shaping import listed

_LARGEST = 1000


class Query(Wanted, frozen=True):
    """What is looked for, as a person says it; fields left out filter nothing.

    As :class:`treatywatch.registry.Wanted`, but that ``state`` is a code, name or demonym; ``form``, ``stage``,
    ``subject`` and ``year`` are values that :func:`choices` lists. ``sort`` is ``fit`` (best first, and without words
    those that most documents speak of), ``name``, ``last`` (latest step first), ``documents`` or ``changed``. Pages of
    ``limit`` agreements count from 1; None is all.
    """

    sort: Order = "fit"
    limit: int | None = 50
    page: int = 1


class FoundPage(msgspec.Struct, frozen=True):
    """One page of what a query finds, of ``pages`` pages with ``total`` agreements; at least one page, maybe empty."""

    total: int
    page: int
    pages: int
    agreements: tuple[Summary, ...]


class Choices(msgspec.Struct, frozen=True):
    """The values that filters can have, each with how many agreements have it, the commonest first."""

    states: tuple[Counted, ...]
    forms: tuple[Counted, ...]
    stages: tuple[Counted, ...]
    subjects: tuple[Counted, ...]
    years: tuple[Counted, ...]


def find_agreements(
    registry: Registry,
    query: Query,
    *,
    today: date | None = None,
    as_of: str | None = None,
    known_by: str | None = None,
) -> FoundPage:
    """The agreements that fit ``query``, with their stages on ``today`` (None: the computer's). Any words are a search.

    Filters hold for what is known today; ``as_of`` and ``known_by`` show what they find as it was, which takes longer.
    Raises InputError for a page or limit out of range, what is no day or no stage, NotFoundError for a state nobody
    knows.
    """
    today = today or date.today()
    settle(registry, today)
    check_times(as_of, known_by)
    if query.page < 1 or (query.limit is not None and not 1 <= query.limit <= _LARGEST):
        raise InputError(f"page {query.page} of {query.limit}: pages count from 1 and have 1 to {_LARGEST} agreements")
    offset = (query.page - 1) * (query.limit or 0)
    wanted = wanted_of(query)
    if as_of is None and known_by is None:
        known = None if query.words.strip() else _total(registry, registry.revision(), today, wanted)
        total, lines = registry.find(wanted, query.sort, query.limit, offset, known)
        return _page(query, total, tuple(map(listed, lines)))
    _, every = registry.find(wanted, query.sort)
    then = tuple(as_they_were(registry, every, as_of, known_by))
    return _page(query, len(then), then[offset : offset + query.limit if query.limit else None])


def _page(query: Query, total: int, agreements: tuple[Summary, ...]) -> FoundPage:
    pages = max(1, -(-total // query.limit)) if query.limit else 1
    return FoundPage(total=total, page=query.page, pages=pages, agreements=agreements)


@lru_cache(maxsize=1024)
def _total(registry: Registry, _revision: str, _today: date, wanted: Wanted) -> int:
    """How many agreements fit, counted once for each state of a registry: all that fit have to be looked at."""
    return registry.find(wanted, limit=0)[0]


def choices(registry: Registry, *, today: date | None = None) -> Choices:
    """The values that the filters of a query can have in this registry, stages those of ``today``."""
    day = today or date.today()
    settle(registry, day)
    return _choices(registry, registry.revision(), day)


@lru_cache(maxsize=4)
def _choices(registry: Registry, _revision: str, _today: date) -> Choices:
    """The choices counted, once for each state of a registry: every agreement has to be looked at."""
    with registry.at_once():
        return Choices(
            states=registry.choices("state"),
            forms=registry.choices("form"),
            stages=registry.choices("stage"),
            subjects=registry.choices("subject"),
            years=registry.choices("year"),
        )


def wanted_of(query: Query) -> Wanted:
    """The query as the registry takes it; raises as :func:`find_agreements`."""
    since = query.changed_since
    if since is not None and not (len(since) == 10 and is_partial_date(since)):
        raise InputError(f"{since!r} is no day: write YYYY-MM-DD")
    if query.stage and query.stage not in set(Stage):
        raise InputError(f"{query.stage!r} is no stage; there are {', '.join(Stage)}")
    told = {name: getattr(query, name) or None for name in ("form", "stage", "subject", "year")}
    return alike(Wanted, query, state=code_of(query.state) if query.state else None, **told)


def code_of(state: str) -> str:
    """The code of the state or organisation that ``state`` (a code, name or demonym) means.

    Raises NotFoundError when nobody knows it.
    """
    if spellings(state.upper()):
        return state.upper()
    for spelled in (state, state.title(), state.upper()):
        for name in find_names(spelled[:200]):
            if name.kind in {"state", "demonym", "organisation"} and len(name.codes) == 1:
                return name.codes[0]
    raise NotFoundError(f"no state or organisation is called {state[:100]!r}; write a name, or a code such as NOR")
