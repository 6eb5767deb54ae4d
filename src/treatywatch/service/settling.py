"""Any decision in words: what pages and programs send, and what the open questions offer."""

from collections.abc import Callable, Sequence

from treatywatch.model import InputError, NotFoundError
from treatywatch.registry import Registry
from treatywatch.service import judging, review

_HOW = {
    "confirm": "confirm FACT",
    "reject": "reject FACT",
    "correct": "correct FACT FIELD=VALUE…",
    "same": "same A B",
    "different": "different A B",
    "undo": "undo N",
}


def settle(registry: Registry, words: Sequence[str], *, who: str, because: str, here: bool = False) -> int:
    """Decide as ``words`` say: those of a command, such as ``("correct", FACT, "date=2021-05-03")``.

    Returns the decision's number; ``here`` as for :func:`treatywatch.service.judging.reject`. Raises InputError for
    words that are no decision, and what the decision itself raises.
    """
    verb, about = (words[0], list(words[1:])) if words else ("", [])
    if verb not in _HOW:
        raise InputError(f"{verb[:40]!r} is no decision: write one of {', '.join(_HOW.values())}")
    if here and verb not in {"reject", "correct"}:
        raise InputError(f"{verb} is never about one place alone: leave out here")
    return _WAYS[verb](registry, about, who, because, here)


def _confirm(registry: Registry, about: list[str], who: str, because: str, _: bool) -> int:
    (fact,) = _counted("confirm", about, 1)
    return judging.confirm(registry, fact, who=who, because=because)


def _reject(registry: Registry, about: list[str], who: str, because: str, here: bool) -> int:
    (fact,) = _counted("reject", about, 1)
    return judging.reject(registry, fact, who=who, because=because, here=here)


def _correct(registry: Registry, about: list[str], who: str, because: str, here: bool) -> int:
    if not about:
        raise InputError(f"write {_HOW['correct']}")
    return judging.correct(registry, about[0], about[1:], who=who, because=because, here=here)


def _same(registry: Registry, about: list[str], who: str, because: str, _: bool) -> int:
    return review.same(registry, *_counted("same", about, 2), who=who, because=because)


def _different(registry: Registry, about: list[str], who: str, because: str, _: bool) -> int:
    return review.different(registry, *_counted("different", about, 2), who=who, because=because)


def _undo(registry: Registry, about: list[str], who: str, because: str, _: bool) -> int:
    (number,) = _counted("undo", about, 1)
    if not number.isascii() or not number.isdigit() or len(number) > 9:
        raise NotFoundError(f"there is no decision {number[:40]!r}; decisions are numbered from 1")
    return review.undo(registry, int(number), who=who, because=because)


def _counted(verb: str, about: list[str], count: int) -> list[str]:
    if len(about) != count:
        raise InputError(f"write {_HOW[verb]}")
    return about


_WAYS: dict[str, Callable[[Registry, list[str], str, str, bool], int]] = {
    "confirm": _confirm,
    "reject": _reject,
    "correct": _correct,
    "same": _same,
    "different": _different,
    "undo": _undo,
}
