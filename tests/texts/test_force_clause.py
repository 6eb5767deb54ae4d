"""Entry-into-force clauses become rules; what is not understood becomes a doubt, never a wrong rule."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.law.force import ForceRule, entry_into_force, rule_from_json, rule_to_json
from treatywatch.texts.force_clause import read_force_clause
from treatywatch.texts.force_clause.tables import tables
from treatywatch.texts.wording import Wording, pattern

CASES = yaml.load((Path(__file__).parent / "force_clauses.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
WORDINGS = [*tables().delays, *tables().triggers]
CLAUSE = (
    "This Agreement shall enter into force on the thirtieth day first month after of following deposit last instrument "
    "1 May 2007 provided that all Parties have notified 60 days . ; exchange notes or failing whichever is later"
)
WORDS = st.sampled_from(sorted(set(CLAUSE.split(" "))))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_clauses(case: dict[str, Any]) -> None:
    read = read_force_clause(str(case["clause"]), amendments=bool(case.get("amendments")))
    due = [msgspec.convert(raw, ForceRule, strict=False) for raw in case.get("rules", [])]
    assert list(read.rules) == due
    assert [one.problem.code for one in read.doubts] == case.get("doubts", [])


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda one: one.name)
def test_wordings_match_their_examples_and_nothing_else(wording: Wording) -> None:
    for example in wording.examples:
        assert pattern(wording.pattern).search(example), example
    for other in wording.not_:
        assert not pattern(wording.pattern).search(other), other


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_is_answered_and_doubts_lie_within_it(text: str) -> None:
    read = read_force_clause(text)
    assert read.rules or read.doubts
    for one in read.doubts:
        assert 0 <= one.span.start <= one.span.end <= len(text)
    for rule in read.rules:
        assert rule_from_json(rule_to_json(rule)) == rule
        entry_into_force(rule, [])
