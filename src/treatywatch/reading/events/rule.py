"""The wordings that tell of a step in an agreement's life (``rules/``)."""

from functools import lru_cache
from typing import Literal

import msgspec

from treatywatch.model import Modality, Step
from treatywatch.model.data import load_data
from treatywatch.reading.patterns import Index, index_rules

_PACKAGE = "treatywatch.reading.events"
_FILES = ("rules/en.yaml", "rules/en_making.yaml", "rules/en_after.yaml", "rules/en_again.yaml")
"""Plain wordings, then what is said in other words of an agreement's making, and of its life from ratification on,
and what takes up a step told before."""


class EventRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"not_": "not"}):
    """One wording of a step; ``rules/en.yaml`` says what each field means."""

    name: str
    kind: Step
    words: tuple[str, ...]
    of: tuple[str, ...]
    by: tuple[str, ...]
    examples: tuple[str, ...]
    not_: tuple[str, ...]
    actor: str = "any"
    kinds: dict[str, Step] = {}
    to: str = "any"
    noun: bool = False
    again: Literal["", "act", "auxiliary", "one", "itself"] = ""
    alone: bool = False
    bare: bool = False
    notice: bool = False
    exit: bool = False
    future: bool = False
    party: bool = False
    replaces: bool = False
    closing: bool = False
    forms: tuple[str, ...] = ()
    denies: bool = False
    instrument: bool = False
    needs: str | None = None
    modality: Modality | None = None
    opposite: tuple[Modality, ...] = ()
    told: bool = False


class _RuleFile(msgspec.Struct, frozen=True):
    source: str
    rules: tuple[EventRule, ...]


@lru_cache(maxsize=1)
def event_rules() -> tuple[EventRule, ...]:
    """All rules, in the order of the files."""
    return tuple(rule for name in _FILES for rule in load_data(_PACKAGE, name, _RuleFile).rules)


@lru_cache(maxsize=1)
def event_index() -> Index[EventRule]:
    """The wordings of all rules, indexed."""
    return index_rules(event_rules())
