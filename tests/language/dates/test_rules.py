import re

import pytest

from treatywatch.language.dates import find_dates
from treatywatch.language.dates.rules import rule_file

RULES = rule_file().rules
EXAMPLES = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.examples]
COUNTER = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.not_]


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_an_example_is_found_as_marked_by_its_rule(rule, text):
    found = find_dates(text.replace("⟦", "").replace("⟧", ""))
    assert [rule.kind if it.rule == rule.name else it.kind for it in found if it.text in re.findall("⟦(.*?)⟧", text)]
    assert {it.text for it in found} == set(re.findall("⟦(.*?)⟧", text))
    assert rule.name in {it.rule for it in found}


@pytest.mark.parametrize(("rule", "text"), COUNTER)
def test_the_rule_finds_nothing_in_a_counter_example(rule, text):
    assert rule.name not in {it.rule for it in find_dates(text)}
