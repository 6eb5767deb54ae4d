"""Finds names in a text: one pass over all phrases, then people by their titles and surnames."""

import re
from collections.abc import Iterator
from functools import lru_cache

from treatywatch.language.names.name import Name
from treatywatch.language.names.tables import official_names, states
from treatywatch.language.phrases import PhraseIndex
from treatywatch.model.data import load_yaml

_PACKAGE = "treatywatch.language.names"
_PERSON = r"(?:(?:[A-Z][\w'’-]*[a-zé]\w*|[A-Z]\.)(?: |-)){0,3}[A-Z][\w'’-]*[a-z]\w*(?: (?:Jr|Sr)\.)?"
_WHO = (
    "sides?|states|countries|nations|governments|parties|leaders|signatories|partners|neighbou?rs|presidents"
    "|prime ministers|foreign ministers|ministers|parliaments|capitals|powers|members"
)
_GROUP = re.compile(
    rf"\b(?:both|(?:the|all) (two|three|four|five|six|\d+)) (?:other )?(?:{_WHO})\b|\beach side\b"
    r"|\b(?:both|the two|the three)\b(?= (?:signed|ratified|agreed))"
)
_NUMBER = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}


@lru_cache(maxsize=1)
def _phrases() -> tuple[PhraseIndex, dict[str, tuple[str, str, tuple[str, ...]]]]:
    table: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for phrase, kind, entity, codes in (*_state_phrases(), *_other_phrases()):
        table.setdefault(phrase, (kind, entity, codes))
    return PhraseIndex(tuple(table)), table


def _state_phrases() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    for code, row in states().items():
        names = [*row.get("names", ()), *official_names(code)]
        label = names[0].removeprefix("the ") if names else code
        for name in names:
            yield name.removeprefix("the "), "state", label, (code,)
        for seat in (*row.get("capital", ()), *row.get("seat", ())):
            yield seat.removeprefix("the "), "place", seat, (code,)
        for word in row.get("adj", ()):
            yield word, "demonym", label, (code,)


def _other_phrases() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    for code, row in load_yaml(_PACKAGE, "data/organisations.yaml")["organisations"].items():
        for name in row["names"]:
            yield name, "organisation", name, (code,)
    organs = load_yaml(_PACKAGE, "data/organs.yaml")
    for word, (code, label) in organs["own"].items():
        yield word, "organ", label, (code,)
    for word, label in organs["generic"]:
        yield word.removeprefix("the "), "organ", label, ()
    for office in load_yaml(_PACKAGE, "data/offices.yaml")["offices"]:
        yield office, "office", office, ()
    for code, rows in load_yaml(_PACKAGE, "data/people.yaml")["people"].items():
        for name, *_years in rows:
            yield name, "person", name, (code,)


@lru_cache(maxsize=1)
def _surnames() -> dict[str, tuple[str, str, int, int]]:
    """Surname -> (full name, code, first year, last year) where one person alone bears it."""
    found: dict[str, list[tuple[str, str, int, int]]] = {}
    never = set(load_yaml(_PACKAGE, "data/people.yaml")["never_alone"])
    for code, rows in load_yaml(_PACKAGE, "data/people.yaml")["people"].items():
        for name, *years in rows:
            surname = (
                name.split()[0] if code in {"PRK", "CHN", "KOR", "VNM"} else re.sub(r" Jr\.$", "", name).split()[-1]
            )
            found.setdefault(surname, []).append((name, code, years[0], years[1] if len(years) > 1 else 9999))
    return {s: rows[0] for s, rows in found.items() if len({code for _, code, _, _ in rows}) == 1 and s not in never}


@lru_cache(maxsize=1)
def _excluded() -> re.Pattern[str]:
    return re.compile("|".join(load_yaml(_PACKAGE, "data/not_names.yaml")["patterns"]))


@lru_cache(maxsize=1)
def _titles() -> re.Pattern[str]:
    offices = sorted(load_yaml(_PACKAGE, "data/offices.yaml")["offices"], key=len, reverse=True)
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, offices))})(?: for [A-Z]\w+(?: [A-Z]\w+)*)? (?P<person>{_PERSON})"
    )


def find_names(text: str, at: str | None = None) -> tuple[Name, ...]:
    """Every name in ``text``, in order, none overlapping, the longest where several fit.

    ``at`` is an ISO date that settles who held an office then. Never raises on any text.
    """
    plain = text.replace("’", "'")
    taken = [(m.start(), m.end()) for m in _excluded().finditer(plain)]
    found: list[Name] = []
    index, table = _phrases()
    for start, end, phrase in index.find(plain):
        if _free(start, end, taken) and not _is_common(plain, start, end, phrase):
            kind, entity, codes = table[phrase]
            found.append(Name(start, end, text[start:end], kind, entity, codes))
            taken.append((start, end))
    for group in _GROUP.finditer(plain):
        if _free(group.start(), group.end(), taken):
            found.append(
                Name(
                    group.start(),
                    group.end(),
                    text[group.start() : group.end()],
                    "group",
                    _NUMBER.get(group[1] or "two", group[1] or "2"),
                    (),
                )
            )
            taken.append((group.start(), group.end()))
    found += _people(text, plain, found, taken, at)
    return tuple(sorted(found))


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return not any(s < end and start < e for s, e in taken)


def _is_common(text: str, start: int, end: int, phrase: str) -> bool:
    """A state's name that is part of a longer capitalised name of a person, or a common word at a sentence's start."""
    if phrase in {
        "Jordan",
        "Chad",
        "Georgia",
        "Kingston",
        "Male",
        "Victoria",
        "Wellington",
        "Santiago",
        "San Jose",
        "Hamilton",
    }:
        return bool(re.match(r" [A-Z][a-z]+", text[end:])) or bool(re.search(r"[A-Z][a-z]+ $", text[:start]))
    return False


def _people(text: str, plain: str, found: list[Name], taken: list[tuple[int, int]], at: str | None) -> list[Name]:
    """People brought in by an office ("Greek Prime Minister Alexis Tsipras"), then every later surname of theirs."""
    made: list[Name] = []
    for match in _titles().finditer(plain):
        start, end = match.start("person"), match.end("person")
        if not _free(start, end, taken):
            continue
        codes = _codes_before(found, match.start(), plain)
        if not codes and _of_office(plain[start:end], at) is not None:
            continue  # a known surname behind its office: settled with the other surnames
        made.append(Name(start, end, text[start:end], "person", text[start:end], codes))
        taken.append((start, end))
    full = {n.entity: n.codes for n in sorted([*found, *made]) if n.kind == "person" and " " in n.entity}
    return [*made, *_by_surname(text, plain, full, taken, at)]


def _of_office(surname: str, at: str | None) -> str | None:
    """The one person of high office who bears the surname and held office about the day ``at``, or None."""
    entry = _surnames().get(surname)
    if entry is None:
        return None
    name, _, first, last = entry
    return name if at is None or first - 2 <= int(at[:4]) <= last + 8 else None


def _codes_before(found: list[Name], start: int, plain: str) -> tuple[str, ...]:
    """The state named right before or within a title: "Japan's Foreign Minister", "Trade Minister for Chile"."""
    near = [
        n
        for n in found
        if n.codes and n.kind in {"state", "demonym", "place", "organisation"} and 0 <= start - n.end <= 12
    ]
    return near[-1].codes if near and not re.search(r"[.;,]", plain[near[-1].end : start]) else ()


def _by_surname(
    text: str, plain: str, full: dict[str, tuple[str, ...]], taken: list[tuple[int, int]], at: str | None
) -> list[Name]:
    year = int(at[:4]) if at else None
    known: dict[str, tuple[str, tuple[str, ...]]] = {}
    for surname, (name, code, first, last) in _surnames().items():
        if surname in plain and (year is None or first - 2 <= year <= last + 8):
            known[surname] = (name, (code,))
    for name, codes in full.items():
        parts = re.sub(r" (?:Jr|Sr)\.$", "", name).split()
        for part in {parts[-1], parts[0] if codes and codes[0] in {"PRK", "CHN", "KOR", "VNM"} else parts[-1]}:
            if len(part) > 2 and (codes or part not in known):
                known[part] = (name, codes)
    made = []
    for surname, (name, codes) in known.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", plain):
            if _free(match.start(), match.end(), taken):
                made.append(Name(match.start(), match.end(), text[match.start() : match.end()], "person", name, codes))
                taken.append((match.start(), match.end()))
    return made
