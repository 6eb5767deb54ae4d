"""What a state or organisation calls an organ that a text names in general."""

from functools import lru_cache
from typing import Any

from treatywatch.language.names.tables import PACKAGE, organisations, state_name, states
from treatywatch.model.data import load_yaml


def _data() -> dict[str, Any]:
    data: dict[str, Any] = load_yaml(PACKAGE, "data/organs.yaml")
    return data


@lru_cache(maxsize=1)
def legislatures() -> dict[str, tuple[str, ...]]:
    """Code -> parliament, upper and lower house; the parliament alone where it has one chamber."""
    return {code: tuple(row) for code, row in _data()["legislatures"].items()}


@lru_cache(maxsize=1)
def _chambers() -> frozenset[str]:
    return frozenset(name for names in legislatures().values() for name in names)


@lru_cache(maxsize=4096)
def house_of(label: str, codes: tuple[str, ...] = ()) -> str | None:
    """``parliament`` or ``chamber`` where an organ's label is that of a legislature or of one of its houses.

    With the ``codes`` of whose organ it is, no government of theirs: the Federal Council is a house in Vienna alone.
    """
    governs = any(label in (names.get("Government"), names.get("Cabinet")) for names in map(_labels, codes))
    return None if governs else _houses().get(label)


def _labels(code: str) -> dict[str, str]:
    labels: dict[str, str] = _data()["labels"].get(code, {})
    return labels


@lru_cache(maxsize=1)
def _houses() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, names in legislatures().items():
        for name in names[1:]:
            found |= {name: "chamber", organ_label(name, code): "chamber"}
    for code, names in legislatures().items():
        found |= {names[0]: "parliament", organ_label(names[0], code): "parliament"}
    return found


def organ_label(name: str, code: str) -> str:
    """The organ's label with its state ("Senate of Mexico", "US Senate"), or alone where the name tells the state."""
    exception = _labels(code).get(name)
    if exception is not None:
        return str(exception)
    if name not in _data()["shared"] and _bearers(name) <= 1:
        return name
    return f"{name} of {_with_article(code)}"


@lru_cache(maxsize=1024)
def _bearers(name: str) -> int:
    return sum(name in names for names in legislatures().values())


@lru_cache(maxsize=4096)
def organ_of(generic: str, code: str) -> str | None:
    """What the state or organisation ``code`` calls the organ or office ``generic`` names ("Senate", "upper house").

    None where it has no such organ: a state of one chamber has no upper house, a republic no king.
    """
    word = _data()["same"].get(generic, generic)
    if word.endswith((f" of {state_name(code)}", f" of {_with_article(code)}")):
        return str(word)
    if word in _data()["own"]:
        owner, label = _data()["own"][word]
        return str(label) if owner == code else None
    if code not in states():
        return _of_organisation(word, code)
    exception = _data()["labels"].get(code, {}).get(word)
    if exception is not None:
        return str(exception)
    if word in _data()["of_parliament"] or word in _chambers():
        return _chamber(word, code)
    if word in {label for labels in _data()["labels"].values() for label in labels.values()}:
        return None
    return None if _lacks(word, code) else f"{word} of {_with_article(code)}"


def _of_organisation(word: str, code: str) -> str | None:
    organs = organisations().get(code, {}).get("organs", {})
    for organ, words in organs.items():
        if word == organ or word in words or organ.endswith(f" {word}"):
            return str(organ)
    return None if word in _data()["of_parliament"] or not organs else f"{word} of the {state_name(code)}"


def _chamber(word: str, code: str) -> str | None:
    names = legislatures().get(code)
    if names is None:
        return f"Parliament of {_with_article(code)}" if word == "Parliament" else None
    if word == "Parliament":
        return organ_label(names[0], code)
    if word == "House":
        return next((organ_label(name, code) for name in names[2:] if name.startswith(("House", "Chamber"))), None)
    if word in {"upper house", "lower house"}:
        return organ_label(names[1 if word == "upper house" else 2], code) if len(names) > 2 else None
    for name in names:
        if name == word or name.endswith(f" {word}") or (word == "Congress" and "Congress" in name):
            return organ_label(name, code)
    return None


def _lacks(word: str, code: str) -> bool:
    """Whether the constitution knows no such office: kings in republics, presidents in monarchies."""
    row = _data()["offices"].get(word)
    return row is not None and ((code not in row["only"]) if "only" in row else (code in row["not"]))


def _with_article(code: str) -> str:
    name = state_name(code)
    return f"the {name}" if name in _data()["with_article"] else name
