"""Which pages speak of agreements between states at all: the cheap question before any parsing."""

from functools import cache

import msgspec

from treatywatch.language.agreements import known_agreements
from treatywatch.language.names import words_for_states
from treatywatch.language.phrases import PhraseIndex
from treatywatch.model.data import load_data

_CLOSE = 400
_SMALL = frozenset(
    {"against", "and", "between", "concerning", "for", "in", "into", "of", "on", "relating", "the", "to"}
)


class _Listing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    alone: tuple[str, ...]
    acronyms: tuple[str, ...]
    near: tuple[str, ...]
    no_sign: frozenset[str]
    beside: tuple[str, ...]


def speaks_of_agreements(text: str) -> bool:
    """Whether ``text`` may say something about an international agreement; False is safe to leave unparsed.

    A word such as "treaty" or "ratified" is enough, an acronym such as NPT too; "deal" or "protocol" must stand within
    400 characters of a word that speaks of states. Made to miss nothing, so it lets some other pages through.
    """
    words, alone = _words()
    close_to = []
    for start, end, word in words.find(text):
        if word in alone:
            return True
        close_to.append(text[max(0, start - _CLOSE) : start] + " " + text[end : end + _CLOSE])
    return any(_beside().find(window) for window in close_to)


@cache
def _words() -> tuple[PhraseIndex, frozenset[str]]:
    listing = _listing()
    alone = frozenset((*listing.acronyms, *_known_names())).union(*map(_written, listing.alone))
    return PhraseIndex(alone.union(*map(_written, listing.near))), alone


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
