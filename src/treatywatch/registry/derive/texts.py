"""What search and filters find an agreement by: its names, its states in all their spellings, the evidence."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from treatywatch.language.names import spellings
from treatywatch.registry.derive.load import Loaded
from treatywatch.registry.derive.others import Others
from treatywatch.registry.identity.describe import Described
from treatywatch.registry.identity.wording import fold, topics, wordings
from treatywatch.registry.life.merge import LifeStep

_WORD = re.compile(r"[a-z0-9]+")
_LONGEST = 60  # of a word, in characters: longer ones are no words, and PostgreSQL refuses very long ones
_MOST = 200_000  # characters of a field: PostgreSQL indexes no more than a megabyte


def text_row(key: str, one: Described, members: Iterable[Loaded], states: Iterable[str], others: Others) -> Any:
    """The row of ``texts`` for an agreement; ``others`` hold what else than events its pages say."""
    said = {event.evidence for member in members for _, event in member.events}
    said.update(each.quote for one in members for each in others.get(one.place[0], ()) if each.sighting == one.place[1])
    names = "\n".join(name for name, _ in one.names)
    return {
        "agreement": key,
        "name": _cut(fold_words(one.name)),
        "names": _cut(dict.fromkeys([*fold_words(one.form), *(one.year or "").split(), *fold_words(names)])),
        "states": _cut(word for code in states for word in _called(code)),
        "said": _cut(sorted(set(fold_words("\n".join(said))))),
    }


def states_of(one: Described, steps: Iterable[LifeStep]) -> list[str]:
    """The parties, and every state or organisation that acts in a step."""
    return sorted({*one.parties, *(code for step in steps for code in step.parties)})


def subjects_of(one: Described) -> set[str]:
    """The subjects that the agreement's names tell."""
    names = {one.name, *(name for name, _ in one.names)}
    return {topic for name in names for part in wordings(name) for topic in topics(frozenset(part.content))}


def fold_words(text: str) -> list[str]:
    """The words of ``text`` without capitals and accents, as :func:`fold` has them."""
    return _WORD.findall(text.lower()) if text.isascii() else fold(text).split()


@cache
def _called(code: str) -> tuple[str, ...]:
    return tuple(word for name in (code, *spellings(code)) for word in fold_words(name))


def _cut(words: Iterable[str]) -> str:
    return " ".join(word[:_LONGEST] for word in words)[:_MOST]
