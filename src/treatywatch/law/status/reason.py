"""The rules that decide status, by id."""

from functools import cache

import msgspec

from treatywatch.law.act import Act
from treatywatch.law.status.answer import Reason
from treatywatch.model.data import load_data


class StatusRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The article a rule rests on and what it says."""

    article: str
    says: str


class _RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    rules: dict[str, StatusRule]


@cache
def status_rules() -> dict[str, StatusRule]:
    """Every rule that decides status, by its id."""
    rules: dict[str, StatusRule] = load_data("treatywatch.law.status", "rules.yaml", _RuleFile).rules
    return rules


def reason(rule: str, *acts: Act) -> Reason:
    """The rule ``rule`` resting on ``acts``."""
    law = status_rules()[rule]
    return Reason(rule, law.article, law.says, tuple([act.id for act in acts]))
