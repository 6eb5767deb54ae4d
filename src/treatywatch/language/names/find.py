"""Finds names in a text: phrases in one pass, then whose each organ or office is, then people."""

from treatywatch.language.names.context import is_name_here
from treatywatch.language.names.groups import groups
from treatywatch.language.names.introduced import introduced, spoken_of_again
from treatywatch.language.names.lexicon import lexicon
from treatywatch.language.names.name import Name
from treatywatch.language.names.owners import with_owners
from treatywatch.language.names.people import holder_named, holder_of

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\n": " "})


def find_names(text: str, at: str | None = None) -> tuple[Name, ...]:
    """Every name in ``text``, in order, none overlapping, the longest where several fit.

    ``at`` is an ISO date: a surname alone tells a listed person only around the person's time in office. A possessive
    ending is no part of a name. Never raises on any text.
    """
    plain = text.translate(_STRAIGHT)
    listed, surnames = _listed(plain, at)
    owned = with_owners(plain, listed)
    alone = [person for name in surnames if (person := _alone(name, at)) is not None]
    known = {name.start: name.codes for name in alone}
    people = [
        person
        for person in introduced(plain, owned)
        if person.start not in known or person.codes not in {(), known[person.start]}
    ]
    again = spoken_of_again(plain, [*owned, *people])
    found = _apart([*groups(plain), *owned, *people, *again, *alone])
    return tuple(name._replace(text=text[name.start : name.end]) for name in found)


def _listed(plain: str, at: str | None) -> tuple[list[Name], list[Name]]:
    """Names from the index, and the surnames apart, whose bearers the text may yet name in full."""
    index, table = lexicon()
    hits = index.find(plain)
    names: list[Name] = []
    surnames: list[Name] = []
    edges = {edge for start, end, _ in hits for edge in (start, end)}
    for start, end, phrase in hits:
        entry = table[phrase]
        if entry.kind and is_name_here(plain, start, end, entry, edges):
            name = Name(start, end, phrase, entry.kind, entry.entity, entry.codes)
            if entry.kind == "person" and (holder := holder_named(phrase, at)) is not None:
                name = name._replace(entity=phrase, codes=holder.codes)
            (surnames if entry.kind == "surname" else names).append(name)
    return names, surnames


def _alone(name: Name, at: str | None) -> Name | None:
    holder = holder_of(name.text, at)
    return None if holder is None else name._replace(kind="person", entity=holder.names[0], codes=holder.codes)


def _apart(names: list[Name]) -> list[Name]:
    """The names in order; of those that overlap, the one listed first."""
    taken = bytearray(max((name.end for name in names), default=0))
    kept = []
    for name in names:
        if not any(taken[name.start : name.end]):
            taken[name.start : name.end] = b"\x01" * (name.end - name.start)
            kept.append(name)
    return sorted(kept)
