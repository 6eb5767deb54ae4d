"""Every phrase that can be a name, and what it stands for, in one index built on first use."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from treatywatch.language.names.organs import legislatures, organ_label
from treatywatch.language.names.people import administrations, holders, plain_letters, surnames
from treatywatch.language.names.tables import PACKAGE, official_names, organisations, state_name, states
from treatywatch.language.phrases import PhraseIndex
from treatywatch.model.data import load_yaml


class Entry(NamedTuple):
    """What a phrase stands for; ``kind`` is that of a Name, "surname", or "" for a phrase that is no name."""

    kind: str
    entity: str
    codes: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def lexicon() -> tuple[PhraseIndex, dict[str, Entry]]:
    """The index of all phrases and the entry of each; where two rows give one phrase, the first source below wins."""
    table: dict[str, Entry] = {}
    for source in (_no_names, _states, _organisations, _legislatures, _organs, _offices, _people):
        for phrase, entry in source():
            for spelling in {phrase.removeprefix("the "), plain_letters(phrase.removeprefix("the "))}:
                table.setdefault(spelling, entry)
    return PhraseIndex(table), table


def _no_names() -> Iterator[tuple[str, Entry]]:
    for phrase in load_yaml(PACKAGE, "data/not_names.yaml")["phrases"]:
        yield phrase, Entry("", "")


def _states() -> Iterator[tuple[str, Entry]]:
    for code, row in states().items():
        label = state_name(code)
        for name in (label, *row.get("names", ())):
            yield name, Entry("state", label, (code,))
        for seat in (*row.get("capital", ()), *row.get("seat", ())):
            yield seat, Entry("place", seat.removeprefix("the "), (code,))
        for word in row.get("adj", ()):
            yield word, Entry("demonym", label, (code,))
    for code in states():
        for name in official_names(code):
            yield name, Entry("state", state_name(code), (code,))


def _organisations() -> Iterator[tuple[str, Entry]]:
    for code, row in organisations().items():
        for name in row["names"]:
            yield name, Entry("organisation", row["names"][0], (code,) if row.get("party", True) else ())
        for organ, words in row.get("organs", {}).items():
            for word in (organ, *words):
                yield word, Entry("organ", organ, (code,))
        for seat in row.get("seat", ()):
            yield seat, Entry("organisation", row["names"][0], (code,))


def _legislatures() -> Iterator[tuple[str, Entry]]:
    generic = {word for word, _ in load_yaml(PACKAGE, "data/organs.yaml")["generic"]}
    count: dict[str, list[str]] = {}
    for code, names in legislatures().items():
        for name in dict.fromkeys(names):
            count.setdefault(name, []).append(code)
    for name, codes in count.items():
        if name not in generic:
            alone = len(codes) == 1
            yield name, Entry("organ", organ_label(name, codes[0]) if alone else name, tuple(codes) if alone else ())
        for label, code in ((organ_label(name, code), code) for code in codes):
            if label not in generic:
                yield label, Entry("organ", label, (code,))


def _organs() -> Iterator[tuple[str, Entry]]:
    data = load_yaml(PACKAGE, "data/organs.yaml")
    for word, (code, label) in data["own"].items():
        yield word, Entry("organ", label, (code,))
    for word, label in data["generic"]:
        yield word, Entry("organ", label)


def _offices() -> Iterator[tuple[str, Entry]]:
    data = load_yaml(PACKAGE, "data/offices.yaml")
    for word, code in data["own"].items():
        yield word, Entry("office", word, (code,))
    small = set(data["small"])
    for word in (word for words in data["offices"].values() for word in words):
        entry = Entry("office", word[0].upper() + word[1:])
        yield word, entry
        if " " in word or word in small:
            yield from ((form, entry) for form in _forms(word))


def _forms(word: str) -> tuple[str, ...]:
    """The office in small letters, and of several ("foreign ministers")."""
    small = word.lower()
    head, of, rest = small.partition(" of ")
    plural = f"{head[:-3]}men" if head.endswith("man") else f"{head[:-1]}ies" if head.endswith("y") else f"{head}s"
    return small, f"{plural}{of}{rest}", f"{plural}{of}{rest}".title().replace(" Of ", " of ")


def _people() -> Iterator[tuple[str, Entry]]:
    for holder in holders():
        for name in holder.names:
            yield name, Entry("person", name, holder.codes)
    for surname, rows in surnames().items():
        yield surname, Entry("surname", rows[0].names[0], rows[0].codes)
    for surname, codes in administrations().items():
        for word in ("administration", "Administration"):
            yield f"{surname} {word}", Entry("organ", "Government", codes)
