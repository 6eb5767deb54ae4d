"""A finding, and the rules of what cannot be or looks wrong."""

from collections.abc import Container, Mapping
from datetime import date
from functools import cache

import msgspec

from treatywatch.law.act import Act
from treatywatch.law.agreement import AgreementFacts
from treatywatch.model import Modality
from treatywatch.model.data import load_data


class CheckRule(msgspec.Struct, frozen=True, rename={"not_": "not"}, forbid_unknown_fields=True):
    """What a rule says, its article, whether what it finds is impossible (``sure``), and cases both ways."""

    article: str
    sure: bool
    says: str
    examples: tuple[str, ...]
    not_: tuple[str, ...]
    note: str | None = None


class Finding(msgspec.Struct, frozen=True, order=True):
    """Something that cannot be (``sure``) or looks wrong, the rule that found it and the acts it is about."""

    rule: str
    article: str
    sure: bool
    says: str
    acts: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


class Asked(msgspec.Struct, frozen=True):
    """What is checked: the agreement, its acts that are told as done, today, the codes known, and other agreements."""

    facts: AgreementFacts
    acts: tuple[Act, ...]
    today: date
    codes: Container[str] | None = None
    others: Mapping[str, AgreementFacts] = {}

    def done(self) -> tuple[Act, ...]:
        """The acts told as done."""
        return tuple(act for act in self.acts if act.modality is Modality.ACTUAL)


class _RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    rules: dict[str, CheckRule]


@cache
def check_rules() -> dict[str, CheckRule]:
    """Every rule of what cannot be or looks wrong, by its id."""
    rules: dict[str, CheckRule] = load_data("treatywatch.law.check", "rules.yaml", _RuleFile).rules
    return rules


def finding(rule: str, *acts: Act, parties: tuple[str, ...] = ()) -> Finding:
    """A finding of ``rule`` about ``acts``; the parties are theirs unless given."""
    law = check_rules()[rule]
    who = parties or tuple(sorted({code for act in acts for code in act.parties}))
    return Finding(rule, law.article, law.sure, law.says, tuple(sorted(act.id for act in acts)), who)
