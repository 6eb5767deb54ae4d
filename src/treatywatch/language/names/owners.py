"""Whose organ or office it is: "Russia's upper house", "the Mexican Senate", "President of Russia"."""

import re
from functools import lru_cache

from treatywatch.language.names.name import Name
from treatywatch.language.names.organs import organ_of
from treatywatch.language.names.tables import PACKAGE
from treatywatch.model.data import load_yaml

_OWNERS = frozenset({"state", "demonym", "place", "organisation"})
_OF = re.compile(r" (?:of|for) (?:the )?")


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    words = "|".join(load_yaml(PACKAGE, "data/offices.yaml")["between"])
    return re.compile(rf"(?:'s?)? (?:(?:{words})[ -])*|-")


def with_owners(plain: str, names: list[Name]) -> list[Name]:
    """The names, where every organ or office with a state beside it knows its codes.

    The state's own name stays a name of its own: the words of the text are told apart, what they stand for is joined.
    """
    found = list(names)
    for i, name in enumerate(found):
        if name.kind in {"organ", "office"}:
            codes = _before(plain, found, i) or name.codes or _after(plain, found, i)
            if codes:
                found[i] = name._replace(entity=_label(name, codes), codes=codes)
    return found


def _label(name: Name, codes: tuple[str, ...]) -> str:
    return (organ_of(name.entity, codes[0]) if len(codes) == 1 else None) or name.entity


def _before(plain: str, names: list[Name], i: int) -> tuple[str, ...]:
    """The state right before, and those joined to it where the word is of several ("Greek and Turkish ministers")."""
    codes: list[str] = []
    start, link = names[i].start, _between()
    for owner in reversed(names[:i]):
        if owner.kind not in _OWNERS or not link.fullmatch(plain, owner.end, start):
            break
        codes = [*owner.codes, *codes]
        if not names[i].text.endswith("s"):
            break
        start, link = owner.start, _JOINED
    return tuple(dict.fromkeys(codes))


_LISTED = re.compile(r",? and (?:the )?|, (?:the )?")
_JOINED = re.compile(r",? and (?:the )?|, (?:the )?|-")


def _after(plain: str, names: list[Name], i: int) -> tuple[str, ...]:
    """The state after "of", or all the states where the word is of several ("ministers of Greece and Egypt")."""
    codes: list[str] = []
    end, link = names[i].end, _OF
    for owner in names[i + 1 :]:
        if owner.kind not in {"state", "organisation"} or not link.fullmatch(plain, end, owner.start):
            break
        codes += owner.codes
        if not names[i].text.endswith(("s", "men")):
            break
        end, link = owner.end, _LISTED
    return tuple(dict.fromkeys(codes))
