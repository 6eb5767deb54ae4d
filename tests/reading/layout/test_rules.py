import re

import pytest

from treatywatch.model import BlockLabel, Document
from treatywatch.reading.layout import blocks
from treatywatch.reading.layout.rules import Rule, rule_file

BEFORE = "The parliament of Freedonia met again on Monday for a long debate.\n\n"
AFTER = "\n\nThe speaker closed the sitting at nine in the evening, as planned."
EXAMPLES = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in rule_file().rules for text in rule.examples]
COUNTER = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in rule_file().rules for text in rule.not_]


def labelled(rule: Rule, text: str) -> set[str]:
    """Each stretch of ``text`` that is not body, with its label, within a page."""
    before = "" if rule.where != "anywhere" else BEFORE * 2
    page = before + text + AFTER
    start, end = len(before), len(before) + len(text)
    found = blocks(Document(id="page", text=page))
    return {
        f"{block.label}: {page[max(start, block.span.start) : min(end, block.span.end)].strip()}"
        for block in found
        if block.label is not BlockLabel.BODY and block.span.start < end and start < block.span.end
    }


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_an_example_gets_the_label_of_its_rule(rule, text):
    marked = re.search("⟦(.*?)⟧", text)
    part = marked[1] if marked else text
    assert f"{rule.label}: {part.strip()}" in labelled(rule, text.replace("⟦", "").replace("⟧", ""))


@pytest.mark.parametrize(("rule", "text"), COUNTER)
def test_a_counter_example_stays_the_page_s_own_text(rule, text):
    assert labelled(rule, text) == set()
