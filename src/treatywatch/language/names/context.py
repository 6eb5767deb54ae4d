"""Whether a phrase is a name where it stands: "Jordan" the state or a person, "Georgia" the state or the republic."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from treatywatch.language.names.tables import PACKAGE
from treatywatch.model.data import load_yaml

if TYPE_CHECKING:
    from treatywatch.language.names.lexicon import Entry

_NEXT = re.compile(r" ([\w.'-]+)")
_LAST = re.compile(r"([\w.'-]+),? $")
_REACH = 30
_SPATIAL = frozenset({"state", "place", "demonym"})


@lru_cache(maxsize=1)
def _rules() -> dict[str, Any]:
    data = load_yaml(PACKAGE, "data/not_names.yaml")
    return {name: data[name] if name == "not_beside" else frozenset(data[name]) for name in _FIELDS}


_FIELDS = ("followed_by", "preceded_by", "personal", "not_beside")


def is_name_here(plain: str, start: int, end: int, entry: "Entry", edges: Collection[int]) -> bool:
    """Whether ``plain[start:end]`` stands for its entry; ``edges`` are the places where phrases begin or end."""
    phrase = plain[start:end]
    rules = _rules()
    after = _NEXT.match(plain, end, end + _REACH)
    before = _LAST.search(plain[max(0, start - _REACH) : start])
    if entry.kind in _SPATIAL:
        if after is not None and after[1].strip("'.") in rules["followed_by"]:
            return False
        if _preceded(plain, start, rules["preceded_by"]):
            return False
    if entry.kind in {"person", "surname"} and plain[end : end + 1] == "-":
        return False
    if phrase in rules["not_beside"] and any(word in plain for word in rules["not_beside"][phrase]):
        return False
    if entry.kind == "surname":
        return not _behind_a_first_name(plain, start, before, edges)
    if phrase in rules["personal"]:
        return not _within_a_person(plain, start, end, after, before, edges)
    return True


def _preceded(plain: str, start: int, words: frozenset[str]) -> bool:
    before = plain[max(0, start - _REACH) : start]
    return any(before.endswith(f"{word} ") for word in words)


def _within_a_person(
    plain: str,
    start: int,
    end: int,
    after: "re.Match[str] | None",
    before: "re.Match[str] | None",
    edges: Collection[int],
) -> bool:
    """Whether a capitalised word that is no name of its own stands right beside: "Michael Jordan", "Chad Smith"."""
    named_so = after is not None and after[1][:1].isupper() and not after[1][1:2].isupper()  # "Polish MPs" are no one
    if after is not None and named_so and after.start(1) not in edges:
        return True
    return _behind_a_first_name(plain, start, before, edges)


def _behind_a_first_name(plain: str, start: int, before: "re.Match[str] | None", edges: Collection[int]) -> bool:
    """Whether a capitalised word that can be a first name stands right before: "Jill" in "Jill Biden"."""
    if before is None or not before[1][:1].isupper() or plain[start - 2] == ",":
        return False
    if (
        start - 1 in edges
        or before[1] in _no_first_names()
        or (before[1].endswith(".") and len(before[1]) > len("J.R."))
    ):
        return False
    opening = start - len(before[0])
    rest = plain[max(0, opening - _REACH) : opening].rstrip()
    return opening not in edges and bool(rest) and rest[-1] not in ".!?:\"'"


@lru_cache(maxsize=1)
def _no_first_names() -> frozenset[str]:
    data = load_yaml(PACKAGE, "data/people.yaml")
    return frozenset((*data["in_no_name"], *data["before_surname"]))
