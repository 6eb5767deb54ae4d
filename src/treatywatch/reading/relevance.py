"""Which pages speak of agreements between states at all: the cheap question before any parsing."""

from functools import cache

import msgspec

from treatywatch.language.agreements import known_agreements
from treatywatch.language.names import words_for_states
from treatywatch.language.phrases import PhraseIndex
from treatywatch.model.data import load_data

_NEAR = 400
_CLOSE = 100
_SMALL = frozenset(
    {"against", "and", "between", "concerning", "for", "in", "into", "of", "on", "relating", "the", "to"}
)


class _Listing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    alone: tuple[str, ...]
    acronyms: tuple[str, ...]
    near: tuple[str, ...]
    close: tuple[str, ...]
    no_sign: frozenset[str]
    beside: tuple[str, ...]


def speaks_of_agreements(text: str) -> bool:
    """Whether ``text`` may say something about an international agreement; False is safe to leave unparsed.

    A word such as "treaty" or "ratified" is enough, an acronym such as NPT too; "deal" or "protocol" must stand within
    400 characters of a word that speaks of states, "signed" or "talks" within 100. Made to miss nothing, so it lets
    some other pages through.
    """
    words, reach = _words()
    doubtful = []
    for start, end, word in words.find(text):
        if word not in reach:
            return True
        doubtful.append((start - reach[word], end + reach[word]))
    return any(_beside().find(text[start:end]) for start, end in _merged(doubtful))


def _merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ``stretches`` of a text, those that overlap made one, so that no part of it is looked through twice."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((max(start, 0), end))
    return merged


@cache
def _words() -> tuple[PhraseIndex, dict[str, int]]:
    """The words of agreements, and of those that are not enough alone how far off a word of states may stand."""
    listing = _listing()
    alone = frozenset((*listing.acronyms, *_known_names())).union(*map(_written, listing.alone))
    near = frozenset[str]().union(*map(_written, listing.near)) - alone
    close = frozenset[str]().union(*map(_written, listing.close)) - alone - near
    return PhraseIndex(alone | near | close), dict.fromkeys(close, _CLOSE) | dict.fromkeys(near, _NEAR)


def _known_names() -> list[str]:
    """Names of well-known agreements; their acronyms, which organisations share, are listed one by one."""
    return [name for agreement in known_agreements() for name in agreement.names if " " in name]


@cache
def _beside() -> PhraseIndex:
    listing = _listing()
    words = (*listing.beside, *(words_for_states(listing.no_sign) - listing.no_sign))
    return PhraseIndex(form for word in words for form in _written(word))


def _listing() -> _Listing:
    listing: _Listing = load_data("treatywatch.reading", "relevance.yaml", _Listing)
    return listing


def _written(phrase: str) -> set[str]:
    """A phrase as it stands in a sentence, at its start, in a title ("Exchange of Notes"), and in capitals."""
    title = " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in phrase.split(" "))
    return {phrase, phrase[:1].upper() + phrase[1:], title, phrase.upper()}
