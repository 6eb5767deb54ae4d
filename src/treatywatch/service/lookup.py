"""Which agreement a user means: by key, by a name that pages use, or by words."""

from difflib import get_close_matches

from treatywatch.model import InputError, NotFoundError
from treatywatch.registry import Line, Registry, names_two_parties

_SHOWN = 8
_WHOLE = 0.999
_CLEAR, _VERY_CLEAR = 2, 5  # how many times more pages than of the next make one the one that is meant


def find_agreement(registry: Registry, meant: str) -> Line:
    """The one agreement that ``meant`` names: its key, one of its names, or words such as "russia north korea treaty".

    Raises InputError listing the candidates when several fit about as well, NotFoundError with the nearest when none.
    """
    exact = registry.line(meant)
    if exact is not None:
        return exact
    called = registry.named(meant)
    if called:
        return _one(meant, list(called), _CLEAR)
    worded = registry.worded(meant)
    fitting = [line for score, line in worded if score >= _WHOLE]
    if fitting:
        return _one(meant, fitting, _CLEAR if names_two_parties(meant) else _VERY_CLEAR)
    raise NotFoundError(
        f"no agreement is called {_short(meant)!r}; {_nearest(registry, meant, [line for _, line in worded])}"
    )


def _one(meant: str, found: list[Line], times: int) -> Line:
    """The only one told of, or the one that so many times more pages speak of than of any other."""
    told = [line for line in found if not line.passing] or found
    ranked = sorted(told, key=lambda line: (-line.documents, line.key))
    if len(ranked) == 1 or ranked[0].documents >= times * ranked[1].documents:
        return ranked[0]
    raise InputError(f"{_short(meant)!r} may be any of these, name one by its key:\n{_listed(ranked)}")


def _nearest(registry: Registry, meant: str, worded: list[Line]) -> str:
    if worded:
        return f"nearest are:\n{_listed(worded)}"
    lines = registry.lines(passing=True, limit=5000)
    if not lines:
        return "the registry is empty: add pages with `treatywatch add PAGE…`"
    keys = get_close_matches(meant[:100].lower(), [line.key for line in lines], n=_SHOWN, cutoff=0.3)
    near = [line for line in lines if line.key in keys] or list(lines)
    return f"nearest are:\n{_listed(near)}"


def _listed(lines: list[Line]) -> str:
    shown = [f"  {line.key}  {_short(line.name)}" for line in lines[:_SHOWN]]
    more = len(lines) - _SHOWN
    return "\n".join([*shown, *([f"  … and {more} more"] if more > 0 else [])])


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:99]}…"
