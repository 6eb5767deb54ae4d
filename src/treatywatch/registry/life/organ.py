"""Which organ acted: whether two names of bodies may mean one."""

from collections.abc import Iterable
from functools import lru_cache

from treatywatch.language.names import find_names, house_of, state_name

_ANY_CHAMBER = frozenset({"parliament", "legislature", "congress", "lawmakers", "deputies", "mps"})
_EMPTY = frozenset({"of", "the", "and", "s"})
_OWNERS = frozenset({"state", "demonym", "organisation"})


def one_organ(body: str | None, held: Iterable[str | None]) -> bool:
    """Whether what ``body`` names may be the organ that ``held`` names, or leaves open.

    Bodies that may be any chamber ("parliament") or are not named fit every organ, and connect no two: the Senate is
    not the House of Commons because a third page has both as "parliament".
    """
    if body is None or _any_chamber(body):
        return True
    named = [one for one in held if one is not None and not _any_chamber(one)]
    return not named or any(_words(body) & _words(one) for one in named)


def same_organ(body: str | None, held: Iterable[str | None]) -> bool:
    """Whether both name an organ, and it may be the same."""
    named = [one for one in held if one is not None]
    return body is not None and bool(named) and one_organ(body, named)


def is_house(body: str | None) -> bool:
    """Whether the body is a legislature or one of its houses."""
    return body is not None and (_any_chamber(body) or house_of(body) is not None)


def _any_chamber(body: str) -> bool:
    return _words(body) <= _ANY_CHAMBER


@lru_cache(maxsize=10_000)
def _words(body: str) -> frozenset[str]:
    """The words that tell one organ of a state from another: those of the state's own name are left out."""
    rest = [word for word in body.replace("'s", " ").split() if not any(n.kind in _OWNERS for n in find_names(word))]
    codes = {code for name in find_names(body) for code in name.codes}
    owners = {word for code in codes for word in state_name(code).casefold().split()}
    words = frozenset(word.casefold() for word in rest) - _EMPTY
    return words - owners or words or frozenset(body.casefold().split())
