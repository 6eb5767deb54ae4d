"""Every rule both ways, through the parser and the whole finding of speech."""

import pytest

from treatywatch.language.names import find_names
from treatywatch.language.parse import parse
from treatywatch.reading.speech import Speech, speeches
from treatywatch.reading.speech.lexicon import Example, lexicon

EXAMPLES = [
    pytest.param(rule.name, example, id=f"{rule.name}: {example.text}")
    for rule in lexicon().rules
    for example in rule.examples
]
COUNTER_EXAMPLES = [
    pytest.param(rule.name, text, id=f"{rule.name}: {text}") for rule in lexicon().rules for text in rule.not_
]


def said(text: str) -> tuple[Speech, ...]:
    return speeches(parse(text), find_names(text))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_finds_its_examples(rule: str, example: Example) -> None:
    found = {(s.rule, s.speaker, example.text[slice(*s.content)]) for s in said(example.text)}
    assert (rule, example.speaker, example.content) in found


@pytest.mark.parametrize(("rule", "text"), COUNTER_EXAMPLES)
def test_a_rule_finds_nothing_in_its_counter_examples(rule: str, text: str) -> None:
    assert rule not in {s.rule for s in said(text)}


def test_every_rule_has_examples_and_counter_examples() -> None:
    assert all(rule.examples and rule.not_ for rule in lexicon().rules)
