"""What a person types into a search, as terms for either database's full-text search. Any text is a search."""

from functools import cache
from typing import NamedTuple

import msgspec

from treatywatch.language.names import Name, find_names
from treatywatch.model.data import load_data
from treatywatch.registry.derive.texts import fold_words
from treatywatch.registry.identity.sighting import today
from treatywatch.registry.store.rows import clean

_PACKAGE = __name__.rpartition(".")[0]
_LONGEST = 300  # characters of a search that are looked at
_MOST = 12  # words of it
_WORD = 60  # characters of a word, as in the index
_KINDS = frozenset({"state", "demonym", "organisation"})


class _PassedOver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    words: str


class Term(NamedTuple):
    """Words that must stand together, the last perhaps a beginning, or else the code of the state that they name."""

    words: tuple[str, ...]
    codes: tuple[str, ...] = ()


def terms(typed: str) -> tuple[Term, ...]:
    """The terms of a search: each name of a state one, in any capitals, and each other word one; none for no words.

    Articles, prepositions and conjunctions are passed over unless there is nothing else.
    """
    text = clean(typed[:_LONGEST])
    found: list[Term] = []
    at = 0
    for name in _names(text):
        found += _plain(text[at : name.start])
        found.append(Term(tuple(fold_words(name.text)), tuple(today(code) for code in name.codes)))
        at = name.end
    found += _plain(text[at:])
    said = [term for term in found if term.words]
    telling = [term for term in said if term.codes or term.words[0] not in _passed_over()]
    return tuple(dict.fromkeys(telling or said))[:_MOST]


def _names(text: str) -> list[Name]:
    """The states and organisations named, in capitals as typed or as they are usually written, none overlapping."""
    kept: list[Name] = []
    for spelled in (text, text.title(), text.upper()):
        for name in find_names(spelled) if len(spelled) == len(text) else ():
            fits = name.kind in _KINDS and name.codes
            if fits and all(name.end <= other.start or other.end <= name.start for other in kept):
                kept.append(name)
    return sorted(kept)


def _plain(text: str) -> list[Term]:
    return [Term((word[:_WORD],)) for word in fold_words(text)]


@cache
def _passed_over() -> frozenset[str]:
    return frozenset(load_data(_PACKAGE, "data/passed_over.yaml", _PassedOver).words.split())


def sqlite_match(wanted: tuple[Term, ...], fields: str = "", whole: bool = False) -> str:
    """The search as FTS5 has it, within ``fields`` ("name names") or all; ``whole`` takes no word for a beginning."""
    where = f"{{{fields}}} : " if fields else ""
    return where + "(" + " AND ".join(_fts5(term, whole) for term in wanted) + ")"


def _fts5(term: Term, whole: bool) -> str:
    phrase = " + ".join(f'"{word}"' for word in term.words) + ("" if whole else "*")
    ways = [phrase, *(f'states : "{code.lower()}"' for code in term.codes)]
    return f"({' OR '.join(ways)})"


def postgresql_match(wanted: tuple[Term, ...], weights: str = "", whole: bool = False) -> str:
    """The search as a tsquery, in fields of these ``weights`` (A: name, B: names, C: states, D: evidence) or all."""
    return " & ".join(_tsquery(term, weights, whole) for term in wanted)


def _tsquery(term: Term, weights: str, whole: bool) -> str:
    mark = weights if whole else f"*{weights}"
    phrase = " <-> ".join(f"'{word}'" + (f":{mark}" if mark else "") for word in term.words)
    ways = [f"({phrase})", *(f"'{code.lower()}':C" for code in term.codes)]
    return f"({' | '.join(ways)})"
