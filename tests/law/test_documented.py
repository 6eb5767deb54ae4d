"""The page on the law names every step, status, rule and procedure."""

from pathlib import Path

import msgspec
import pytest

from treatywatch.law.cases import read_case
from treatywatch.law.check import Finding, check_rules
from treatywatch.law.next_steps import Missing, NextStep, NextSteps
from treatywatch.law.procedures import STATES
from treatywatch.law.status import AgreementStatus, PartyStatus, Reason, Stage, StateStatus
from treatywatch.law.status.reason import status_rules
from treatywatch.law.steps import all_steps

OUTPUT = (Path(__file__).parents[2] / "docs" / "output.md").read_text("utf-8")
PAGE = (Path(__file__).parents[2] / "docs" / "law.md").read_text("utf-8")


@pytest.mark.parametrize(("name", "rule"), [*status_rules().items(), *check_rules().items()])
def test_a_rule_is_on_the_page_with_its_words_and_article(name, rule):
    assert f"| `{name}` | {rule.says} | {rule.article} |" in PAGE


def test_every_step_and_procedure_is_on_the_page():
    missing = [step for step, law in all_steps().items() if f"| {step.value} | {law.definition} |" not in PAGE]
    assert missing + [state for state in STATES if f"| {state} |" not in PAGE] == []


def test_every_status_is_on_the_page():
    text = PAGE.casefold()
    assert [one for one in (*StateStatus, *Stage) if one.replace("_", " ") not in text] == []


def test_the_case_shown_is_a_case():
    shown = PAGE.rpartition("```\n")[0].rpartition("```\n")[2]
    assert read_case(shown).in_force == "2020-03-31"


@pytest.mark.parametrize("kind", [AgreementStatus, PartyStatus, Reason, NextSteps, NextStep, Missing, Finding])
def test_every_field_of_an_answer_is_explained(kind):
    assert [field.name for field in msgspec.structs.fields(kind) if f"`{field.name}`" not in OUTPUT] == []
