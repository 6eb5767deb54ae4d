"""Every wording matches its examples and none of its counter-examples, through the whole reader."""

import pytest

from treatywatch.model import Document
from treatywatch.reading import explain
from treatywatch.reading.events.rule import EventRule, event_rules
from treatywatch.reading.relations.find import RelationRule, relation_rules


def rules_that_fire(text: str) -> set[str]:
    """The rules that find something in the text, whether it is then believed or not."""
    told = explain(Document("page", text))
    return {rule for fact in (*told.reading.events, *told.doubted, *told.reading.relations) for rule in fact.rules}


EXAMPLES = [(rule, text) for rule in (*event_rules(), *relation_rules()) for text in rule.examples]
COUNTER = [(rule, text) for rule in (*event_rules(), *relation_rules()) for text in rule.not_]


@pytest.mark.parametrize(("rule", "text"), EXAMPLES, ids=[f"{r.name}: {t}" for r, t in EXAMPLES])
def test_a_rule_finds_its_example(rule: EventRule | RelationRule, text: str) -> None:
    assert rule.name in rules_that_fire(text)


@pytest.mark.parametrize(("rule", "text"), COUNTER, ids=[f"{r.name}: {t}" for r, t in COUNTER])
def test_a_rule_leaves_its_counter_example(rule: EventRule | RelationRule, text: str) -> None:
    assert rule.name not in rules_that_fire(text)
