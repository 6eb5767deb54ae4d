"""Agreements recognised by their own names and acronyms, wherever they are spoken of."""

import re
from collections.abc import Sequence
from functools import lru_cache

from treatywatch.language.agreements import known_agreements
from treatywatch.language.names import find_names
from treatywatch.language.parse import Parsed, Word
from treatywatch.language.phrases import PhraseIndex
from treatywatch.language.spacing import even
from treatywatch.reading.mentions.nouns import nouns
from treatywatch.reading.mentions.title import Title

_LONG_NAME = 3
_OF_AN_ORGANISATION = re.compile(r"[A-Z]{2,} (?:Agreement|Treaty|Convention|Protocol)")
_BEHIND = re.compile(r" (?:to|on|of|for|against|relating|concerning|between|with) ")
_SUBJECT = re.compile(r"\s+(?:on|for|concerning|regarding|against)\s+(?:the\s+)?[A-Z]")


@lru_cache(maxsize=1)
def _index() -> tuple[PhraseIndex, dict[str, str]]:
    keys = {name: a.name for a in known_agreements() for name in (a.name, *a.aliases) if not _is_organisation(name)}
    written = {form: key for name, key in keys.items() for form in _ways_to_write(name)} | keys
    return PhraseIndex(tuple(written)), written


def _ways_to_write(name: str) -> tuple[str, ...]:
    """How else papers write a long name: "high seas treaty", "New Start" for "New START"."""
    words = name.split()
    small = name.lower() if len(words) >= _LONG_NAME and words[-1].lower() in nouns().forms else name
    styled = " ".join(word.capitalize() if word.isupper() and len(word) > _LONG_NAME else word for word in words)
    return (small, styled) if len(words) > 1 else ()


def _is_organisation(name: str) -> bool:
    """Whether an acronym is also what the organisation is called that the agreement made."""
    return any(found.kind == "organisation" and found.text == name for found in find_names(name))


def known_mentions(text: str) -> Sequence[tuple[int, int, str]]:
    """``(start, end, key)`` of every known agreement's name in the text, in order; the key is its full title."""
    index, keys = _index()
    plain, at = even(text)
    found = ((start, end, phrase) for start, end, phrase in index.find(plain) if not _goes_on(plain, phrase, end))
    return [(at[start], at[end - 1] + 1, keys[phrase]) for start, end, phrase in found]


def _goes_on(text: str, phrase: str, end: int) -> bool:
    """ "The WTO Agreement on Fisheries": one of an organisation's many, of which the best known has no subject."""
    if _OF_AN_ORGANISATION.fullmatch(phrase) is None or _SUBJECT.match(text, end) is None:
        return False
    return any(name.kind == "organisation" for name in find_names(phrase))


@lru_cache(maxsize=1)
def known_parties() -> dict[str, tuple[str, ...]]:
    """The parties of the known agreements with few parties, by key; multilateral ones have none."""
    return {a.name: tuple(sorted(a.parties)) for a in known_agreements()}


@lru_cache(maxsize=1)
def known_years() -> dict[str, int]:
    """The years in which the known agreements were made, by key; those that were never made have none."""
    return {a.name: int(a.year) for a in known_agreements() if a.year is not None}


@lru_cache(maxsize=1)
def known_words() -> dict[str, frozenset[str]]:
    """The words of all names of the known agreements, by key."""
    return {a.name: frozenset(re.findall(r"\w+", " ".join(a.names).lower())) for a in known_agreements()}


@lru_cache(maxsize=1)
def known_forms() -> dict[str, frozenset[str]]:
    """What the known agreements are called, by key: the Ottawa Treaty is a convention too."""
    heads = {a.name: " ".join(_BEHIND.split(name)[0] for name in a.names) for a in known_agreements()}
    return {key: frozenset(head.lower().split()) for key, head in heads.items()}


def long_made(today: str | None) -> frozenset[str]:
    """Keys of the known agreements made before the year preceding ``today``; none when the day is unknown."""
    return _made_before(int(today[:4]) - 1) if today is not None else frozenset()


@lru_cache(maxsize=200)
def _made_before(year: int) -> frozenset[str]:
    return frozenset(a.name for a in known_agreements() if a.year is not None and int(a.year) < year)


def title_of_known(page: Parsed, word: Word, known: Sequence[tuple[int, int, str]], title: Title) -> Title:
    """The title of the known name that ``word`` stands in: it reaches as far as the name is known to, no further.

    Only what describes it may stand before it: "the existing INF Treaty", but not "CUSMA and" of "CUSMA and T-MEC".
    """
    start, end = next((s, e) for s, e, _ in known if s <= word.start and word.end <= e)
    if _closes_bracket(page.text[title.name_start : start], page.text[end : title.end]):
        return Title(title.start, title.end, title.name_start, title.determiner)
    before = page.between(title.name_start, start) if title.name_start < start else []
    if any(w.text == "(" or w.pos in {"CCONJ", "ADP", "VERB"} for w in before):
        return Title(start, end, start, "")
    return Title(min(start, title.start), end, min(start, title.name_start), title.determiner)


def _closes_bracket(before: str, behind: str) -> bool:
    return before.rstrip().endswith("(") and behind.startswith(")")


def stands_in_brackets(page: Parsed, word: Word) -> bool:
    """Whether a known acronym stands alone in brackets before the noun of its name ("Forces (INF) Treaty")."""
    around = [w.text for w in page.words[max(0, word.i - 1) : word.i + 3]]
    return len(around) == 4 and around[0] == "(" and around[2] == ")" and around[3][:1].isalpha()


def named_in_brackets(text: str, known: Sequence[tuple[int, int, str]], title: Title) -> str | None:
    """The key of the known agreement whose name stands in brackets within a title ("trade treaty (T-MEC)")."""
    inside = ((s, e, key) for s, e, key in known if title.start <= s and e <= title.end)
    return next((key for s, e, key in inside if text[s - 1 : s] == "(" and text[e : e + 1] == ")"), None)
