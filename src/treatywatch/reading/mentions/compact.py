"""Nouns that name an agreement together with the word before them: "the visa waiver with Peru", "the space lease"."""

from collections.abc import Iterator, Sequence

import msgspec

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.model.data import load_data
from treatywatch.reading.mentions.governing import codes_beside, governors
from treatywatch.reading.mentions.title import Title, title_around

_SIDES = frozenset({"state", "demonym", "place", "organisation"})
_BOTH = 2
_DESCRIBING = frozenset({"compound", "nmod", "amod"})  # "a strategic partnership treaty"


class _Compact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/compact.yaml``: what stands before each noun, which are ``common``, what is ``done`` to agreements."""

    source: str
    nouns: dict[str, frozenset[str]]
    common: frozenset[str]
    done: frozenset[str]


def compact(page: Parsed, names: Sequence[Name]) -> Iterator[int]:
    """The indices of the nouns that name an agreement between states in short.

    The phrase must name a side, or its sentence two; a common noun must moreover be governed by what is done to
    agreements: "renewed their defence framework", not "a defence framework that works".
    """
    table = load_data("treatywatch.reading.mentions", "data/compact.yaml", _Compact)
    for word in page.words:
        before = table.nouns.get(word.lemma)
        if before is None or word.pos not in {"NOUN", "PROPN"} or word.dep in _DESCRIBING:
            continue
        title = title_around(page, word, names)
        if not any(w.lower in before for w in page.between(title.name_start, word.start)):
            continue
        done = governors(page, word) & table.done
        if (done or word.lemma not in table.common) and _has_sides(page, word, title, names):
            yield word.i


def _has_sides(page: Parsed, word: Word, title: Title, names: Sequence[Name]) -> bool:
    inside = any(n.kind in _SIDES and n.codes and title.start <= n.start < title.end for n in names)
    return inside or len(codes_beside(page, word, names)) >= _BOTH
