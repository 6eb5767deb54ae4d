"""What a group of sightings is called: name, key, form, parties, in words that depend on the group alone."""

from collections import Counter

import msgspec

from treatywatch.language.agreements import KnownAgreement
from treatywatch.registry.identity.cluster import Group
from treatywatch.registry.identity.sighting import Sighting
from treatywatch.registry.identity.wording import Wording, fold, title_words, wordings

_KEY_WORDS = 5
_KEY_LENGTH = 80
_LEADING = ("the ", "a ", "an ", "this ", "that ", "its ", "their ", "his ", "her ", "our ", "new ", "draft ")


class Described(msgspec.Struct, frozen=True):
    """A registry agreement's own fields; ``names`` are all names with the number of pages that use each.

    ``slug`` is the key that it has unless another's is the same: then both have ``marked``.
    """

    slug: str
    marked: str
    name: str
    form: str
    laterality: str
    parties: tuple[str, ...]
    year: str | None
    unresolved: bool
    names: tuple[tuple[str, int], ...]


def describe(group: Group) -> Described:
    """The group described."""
    members = group.profile.members
    known = next((m.known for m in members if m.known and m.known.name == group.profile.best_known), None)
    names = Counter(bare for m in members for bare in {_bare(name) for name in m.names})
    name = known.name if known else _best_name(names)
    parties = tuple(sorted(group.profile.parties or (known.parties if known else ())))
    year = _year(group, known)
    vague = all(one.unresolved for one in members) or not (parties or known or _telling(name))
    loose = vague or not any(one.blocks for one in members)
    slug = _slug(name, parties, year, loose, members[0])
    return Described(
        slug=slug,
        marked=f"{slug}-{_mark(members[0], 12)}",
        name=name,
        form=_form(members, known),
        laterality="bilateral" if len(parties) == 2 else "multilateral",
        parties=parties,
        year=year,
        unresolved=vague,
        names=tuple(sorted(names.items(), key=lambda item: (-item[1], item[0]))),
    )


def _bare(name: str) -> str:
    """The name without what leads it in a sentence, and on one line."""
    bare = " ".join(name.split())
    while lead := next((lead for lead in _LEADING if bare.lower().startswith(lead)), None):
        bare = bare[len(lead) :]
    return bare or name


def _best_name(names: Counter[str]) -> str:
    """The name that looks most like a title and is used most: proper names first, then the fullest of the frequent."""
    return max(names, key=lambda name: (_proper(name), names[name] * min(len(_content(name)), 4), len(name), name))


def _proper(name: str) -> bool:
    words = [word for word in name.split() if len(word) > 3]
    return len(name) < 300 and bool(words) and sum(word[0].isupper() for word in words) > len(words) / 2


def _content(name: str) -> tuple[str, ...]:
    parts: tuple[Wording, ...] = wordings(name)
    return parts[0].content if parts else ()


def _telling(name: str) -> bool:
    return bool(_content(name)) or any(part.acronyms for part in wordings(name))


def _form(members: tuple[Sighting, ...], known: KnownAgreement | None) -> str:
    if known:
        return known.form
    counted = Counter(member.form for member in members)
    return max(counted, key=lambda form: (counted[form], form))


def _year(group: Group, known: KnownAgreement | None) -> str | None:
    """The year of signature or adoption that most pages tell."""
    years = Counter[str]()
    for (first, last), count in group.profile.born.items():
        if first.year == last.year:
            years[str(first.year)] += count
    if known and known.year:
        return known.year
    return max(years, key=lambda year: (years[year], year)) if years else None


def _slug(name: str, parties: tuple[str, ...], year: str | None, loose: bool, first: Sighting) -> str:
    """A key for people, out of parties, year and the name's words (``chl-nor-2021-fisheries``).

    What nothing connects with other pages gets its page's mark too: other pages may use the same words of others.
    """
    sides = list(parties) if len(parties) <= 3 else []
    words = title_words(name) or fold(name).split()
    parts = [*(code.lower() for code in sides), year, *words[:_KEY_WORDS]] if sides else [*words[:_KEY_WORDS], year]
    slug = "-".join(fold(part).replace(" ", "-") for part in parts if part and fold(part))[:_KEY_LENGTH].strip("-")
    mark = _mark(first)
    return f"{slug}-{mark}" if slug and loose else slug or f"agreement-{mark}"


def _mark(first: Sighting, digits: int = 6) -> str:
    """What tells one page's agreement from every other: a page may use the same words of two."""
    return f"{first.page[:digits]}-{first.ref[1]}"
