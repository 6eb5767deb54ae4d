from datetime import date

import pytest

from treatywatch.law.act import Act
from treatywatch.law.agreement import AgreementFacts
from treatywatch.law.cases import read_case
from treatywatch.law.check import CHECKS, check, check_rules
from treatywatch.model import Step

TODAY = date(2024, 6, 1)
CODES = {"A", "B", "C", "D", "E", "FRA", "RUS", "SUN", "SSD", "MNE", "CZE", "DDR"}
OTHERS = {
    "OLD-AB": AgreementFacts("OLD-AB", parties=("A", "B")),
    "OLD-ABC": AgreementFacts("OLD-ABC", parties=("A", "B", "C")),
    "BACK-TO-LOOP": AgreementFacts("BACK-TO-LOOP", parties=("A", "B"), supersedes=("LOOP",)),
}
EXAMPLES = [(name, case) for name, rule in check_rules().items() for case in rule.examples]
COUNTER = [(name, case) for name, rule in check_rules().items() for case in rule.not_]


def rules_found(sentences):
    case = read_case(sentences)
    return {found.rule for found in check(case.facts, case.acts, TODAY, CODES, OTHERS)}


@pytest.mark.parametrize(("rule", "sentences"), EXAMPLES)
def test_an_example_is_found_by_its_rule(rule, sentences):
    assert rule in rules_found(sentences)


@pytest.mark.parametrize(("rule", "sentences"), COUNTER)
def test_a_counter_example_is_not(rule, sentences):
    assert rule not in rules_found(sentences)


def test_every_rule_has_its_function_and_cases_or_a_note():
    assert set(CHECKS) == set(check_rules())
    assert all(rule.note or (rule.examples and rule.not_) for rule in check_rules().values())


@pytest.mark.parametrize("clock", ["done", "effective", "known"])
def test_what_is_no_date_is_found_on_each_clock(clock):
    found = check(AgreementFacts("X"), [Act("1", Step.SIGNED, ("A",), **{clock: "2020-02-30"})], TODAY)
    assert [one.rule for one in found] == ["no-date"]


def test_impossible_things_come_first_and_name_their_acts():
    case = read_case("A ratified 2020-01-01 by chamber; SUN signed 1999-01-01")
    found = check(case.facts, case.acts, TODAY, CODES)
    assert [(one.rule, one.sure) for one in found] == [("after-the-state", True), ("chamber-ratified", False)]
    assert found[0].acts == ("2: SUN signed 1999-01-01",)
