"""What the name of an agreement tells: the words of its subject, parties, years, and whether it is well known."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache, lru_cache

import msgspec

from treatywatch.language.agreements import KnownAgreement, known_agreements
from treatywatch.language.names import Name, find_names
from treatywatch.model.data import load_data

_PACKAGE = __name__.rpartition(".")[0]
_YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]")
_CLAUSE = re.compile(r"(?<=\w)\W+(?:that|who|whose|it)\b.*", re.S)  # "the treaty that both signed"
_ABOUT = re.compile(r"\b(?:on|for|about|concerning|regarding|against)\b", re.I)
_SIDE = re.compile(r"\b(?:with|between)(?: the)?\s+\Z", re.I)
_TOKEN = re.compile(r"[a-z]+")
_APART = re.compile(r"[\W_]+")
_ACRONYM = re.compile(r"\b(?=[\w-]*[A-Z][\w-]*[A-Z])[A-Z][A-Za-z-]{2,9}\b")
_PARTIES = frozenset({"state", "demonym", "organisation"})
_ALIKE = 0.75  # of the letters, in order
_LONGEST = 1000  # no name is longer; what is may be an attack, and is cut


class Words(msgspec.Struct, frozen=True):
    """The word lists of ``words.yaml``."""

    source: str
    genera: dict[str, tuple[str, ...]]
    empty: str
    common: str
    nicknames: frozenset[str]
    expansions: dict[str, str]
    broader: dict[str, str]
    topics: dict[str, tuple[str, ...]]
    hosts: tuple[str, ...]


class Wording(msgspec.Struct, frozen=True):
    """One name, taken apart.

    ``content`` holds its subject's words in order, folded and without plural; ``acronyms`` those that are names of
    their own; ``known`` the well-known agreement it names, or None; ``proper`` whether the subject is capitalised,
    ``about`` whether the name says what it is about ("… on fisheries"); ``capitals`` are the words of the subject that
    have a capital where others have none ("the Ottawa landmine treaty").
    """

    content: tuple[str, ...]
    acronyms: frozenset[str]
    codes: frozenset[str]
    years: frozenset[str]
    known: KnownAgreement | None
    proper: bool
    about: bool
    capitals: tuple[str, ...]

    @property
    def placed(self) -> bool:
        """Whether the name is one capitalised word that tells no subject: most often where it was made ("Prespa")."""
        subject = self.about or is_common(self.content) or topics(frozenset(self.content))
        return self.proper and len(self.content) == 1 and not subject


@lru_cache(maxsize=50_000)
def wordings(name: str) -> tuple[Wording, ...]:
    """The name taken apart, and whatever stands in brackets in it ("Intermediate-Range … (INF) Treaty") likewise."""
    name = name[:_LONGEST]
    outer = _IN_BRACKETS.sub(" ", name)
    return tuple(_wording(part) for part in (outer, *_IN_BRACKETS.findall(name)) if part.strip())


def fold(text: str) -> str:
    """``text`` without capitals and accents, words separated by one space."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _APART.sub(" ", plain).strip()


def genus(form: str, name: str = "") -> str:
    """The kind of paper that a form is: ``main``, ``protocol``, ``declaration`` or ``memorandum``.

    ``open`` for talks, and for a main agreement that its name calls a "deal": papers call every kind so.
    """
    genera = _genera()
    folded = fold(form)
    words = folded.split() or [""]
    found = genera.get(folded) or genera.get(words[-1]) or genera.get(words[0]) or "main"
    is_open = found == "main" and "open" in {genera.get(word) for word in fold(name[:_LONGEST]).split()}
    return "open" if is_open else found


def weight(word: str, common: float, rare: float) -> float:
    """What a word of a name weighs."""
    return common if word in _common() else rare


@lru_cache(maxsize=50_000)
def same_word(one: str, other: str) -> bool:
    """Whether two words of names are one, or one name written in two ways ("Jeddah", "Jiddah"; "Prespa", "Prespes")."""
    if one == other:
        return True
    if (
        len(one) < 5
        or len(other) < 5
        or one[0] != other[0]
        or {one, other} & _common()
        or {one, other} & _topics().keys()
    ):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def is_common(content: Iterable[str]) -> bool:
    """Whether every word of a name is one that many subjects share."""
    return all(word in _common() for word in content)


def topics(content: frozenset[str]) -> frozenset[str]:
    """The subjects that the words of a name tell."""
    table = _topics()
    return frozenset(topic for word in content if (topic := table.get(word)))


def related(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a subject of the one is among the other's, or a part of one of these, or the other way round."""
    broader = _words().broader
    wide = {broader.get(topic, topic) for topic in one}, {broader.get(topic, topic) for topic in other}
    return bool(one & other or one & wide[1] or wide[0] & other)


def is_nickname(name: str) -> bool:
    """Whether newspapers rather than its parties call it so: "the mini-trade deal", or a name in quotation marks."""
    return not _words().nicknames.isdisjoint(fold(name).split()) or name[:1] in "\"'“‘«"


def title_words(name: str) -> list[str]:
    """The words of a name that belong into a title: without parties, people, years and empty words."""
    rest, _ = _without_names(_CLAUSE.sub("", name[:_LONGEST]))
    return [word for word in _TOKEN.findall(fold(rest)) if len(word) > 1 and word not in _empty()]


def _without_names(name: str) -> tuple[str, list[Name]]:
    rest = name
    named = [one for one in find_names(name) if one.kind not in {"place", "group"} or _is_side(name, one)]
    for one in reversed(named):
        rest = rest[: one.start] + " " * (one.end - one.start) + rest[one.end :]
    return rest, named


def _is_side(name: str, one: Name) -> bool:
    """ "An accord with Ottawa" is one with Canada; "the Ottawa accord" was made there."""
    return one.kind == "place" and _SIDE.search(name, 0, one.start) is not None


def hosts() -> frozenset[str]:
    """Organisations that mediate: named beside others, they are not a party."""
    return frozenset(_words().hosts)


def _wording(name: str) -> Wording:
    name = _CLAUSE.sub("", name)
    rest, named = _without_names(name)
    acronyms = _acronyms(rest)
    for short, long in _words().expansions.items():
        rest = re.sub(rf"\b{short}s?\b", long, rest)
    content = tuple(_content(rest))
    return Wording(
        content=content,
        acronyms=acronyms,
        codes=frozenset(code for one in named for code in one.codes if one.kind in _PARTIES),
        years=frozenset(_YEAR.findall(name)),
        known=_known(name),
        about=bool(_ABOUT.search(rest)),
        proper=any(word[:1].isupper() and word.lower() not in _empty() for word in rest.split()),
        capitals=_capitals(rest, content),
    )


def _capitals(name: str, content: tuple[str, ...]) -> tuple[str, ...]:
    upper = {_singular(fold(word)) for word in name.split() if word[:1].isupper()}
    capital = tuple(word for word in content if word in upper)
    return capital if len(capital) < len(content) else ()


def _acronyms(name: str) -> frozenset[str]:
    """The acronyms in a name that stand for itself: none in a headline, whose every word is in capitals."""
    if name.isupper() and len(name.split()) > 1:
        return frozenset()
    found = (word for word in _ACRONYM.findall(name) if word not in _words().expansions)
    return frozenset(word for word in found if _singular(word.lower()) not in _genera())


def _content(text: str) -> list[str]:
    words = [_singular(word) for word in _TOKEN.findall(fold(text)) if len(word) > 1]
    return [word for word in words if word not in _empty() and word not in _genera()]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def _known(name: str) -> KnownAgreement | None:
    index = _known_index()
    exact = _bare(name)
    return index.get(exact) or index.get(_formless(exact))


def _bare(name: str) -> str:
    words = fold(_YEAR.sub(" ", name)).split()
    while words and words[0] in {"the", "a", "an", "of", "in", "s"}:
        del words[0]
    while words and words[-1] in {"of", "in", "from", "the"}:
        del words[-1]
    return " ".join(words)


def _formless(bare: str) -> str:
    """The name with any word for a main agreement in place of its own, where enough is left to know it by."""
    words = bare.split()
    main = set(_words().genera["main"])
    rest = [word for word in words if word not in main]
    if len(rest) < 2:
        return bare
    return " ".join("*" if word in main else word for word in words)


@cache
def _known_index() -> dict[str, KnownAgreement]:
    index: dict[str, KnownAgreement] = {}
    for known in known_agreements():
        bare = [_bare(name) for name in known.names]
        for name in bare:
            if name not in _genera():  # "the 1967 Protocol" without its year is any protocol
                index.setdefault(name, known)
                index.setdefault(_formless(name), known)
    return index


@cache
def _words() -> Words:
    return load_data(_PACKAGE, "data/words.yaml", Words)


@cache
def _genera() -> dict[str, str]:
    return {fold(form): kind for kind, forms in _words().genera.items() for form in forms}


@cache
def _empty() -> frozenset[str]:
    return frozenset(_words().empty.split()) | {_singular(word) for word in _words().empty.split()}


@cache
def _common() -> frozenset[str]:
    return frozenset(_singular(word) for word in _words().common.split())


@cache
def _topics() -> dict[str, str]:
    return {_singular(word): topic for topic, words in _words().topics.items() for word in words}
