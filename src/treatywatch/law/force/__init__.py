"""Entry into force: rules as values, the deeds they count, and the day they give."""

from treatywatch.law.force.compute import Force, entry_for, entry_into_force, provisional_application
from treatywatch.law.force.deed import Circle, Deed, deeds_of
from treatywatch.law.force.form import rule_from_json, rule_to_json
from treatywatch.law.force.rule import (
    Acts,
    After,
    Agreed,
    AllOf,
    AnyOf,
    Deeds,
    Delay,
    Fixed,
    ForceRule,
    Instrument,
    Late,
    OnCondition,
    Rule,
    Weight,
)

__all__ = [
    "Acts",
    "After",
    "Agreed",
    "AllOf",
    "AnyOf",
    "Circle",
    "Deed",
    "Deeds",
    "Delay",
    "Fixed",
    "Force",
    "ForceRule",
    "Instrument",
    "Late",
    "OnCondition",
    "Rule",
    "Weight",
    "deeds_of",
    "entry_for",
    "entry_into_force",
    "provisional_application",
    "rule_from_json",
    "rule_to_json",
]
