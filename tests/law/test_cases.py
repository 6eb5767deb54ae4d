"""Every law case in the corpus, each sentence through the real code."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from treatywatch.law.cases import read_case
from treatywatch.law.check import check
from treatywatch.law.states import continuator
from treatywatch.law.status import status
from treatywatch.law.status.reason import status_rules
from treatywatch.law.when import days
from treatywatch.model import InputError

CORPUS = Path(__file__).parent.parent / "corpus" / "law"


def corpus():
    """Each case with its file, line and title as test id."""
    for path in sorted(CORPUS.glob("*.yaml")):
        for node in yaml.compose(path.read_text("utf-8")).value:
            entry = {key.value: value.value for key, value in node.value}
            yield pytest.param(entry["case"], id=f"{path.name}:{node.start_mark.line + 1} {entry['title']}")


CASES = list(corpus())


def asked(case, expected):
    known = date.fromisoformat(expected.known_by) if expected.known_by else None
    return status(case.facts, case.acts, date.fromordinal(days(expected.day)[0]), known)


def subject(answer, expected):
    """What the expectation speaks of: the agreement, or the state under the name it then had."""
    if expected.subject == "agreement":
        return answer, answer.stage
    names = {expected.subject, continuator(expected.subject)}
    (found,) = (party for party in answer.parties if party.party in names)
    return found, found.status


@pytest.mark.parametrize("sentences", CASES)
def test_the_law_says_what_the_case_says(sentences):
    case = read_case(sentences)
    assert case.expected or case.in_force or case.findings is not None
    for expected in case.expected:
        found, what = subject(asked(case, expected), expected)
        where = (expected.day, expected.subject)
        assert (*where, str(what)) == (*where, expected.status)
        if expected.may_be:
            assert (*where, found.may_be) == (*where, expected.may_be)
        for field in ("since", "until"):
            wanted = getattr(expected, field)
            if wanted:
                assert (*where, field, getattr(found, field)) == (*where, field, None if wanted == "?" else wanted)
        if expected.also:
            assert found.also == (expected.also,)
        if expected.because:
            assert expected.because in [reason.rule for reason in found.because], where
    if case.findings is not None:
        assert {found.rule for found in check(case.facts, case.acts, date(2030, 1, 1))} == set(case.findings)
    if case.in_force:
        day = status(case.facts, case.acts, date(2100, 1, 1)).in_force
        assert (day or "not yet") == case.in_force


def test_the_corpus_holds_at_least_150_cases():
    assert len(CASES) >= 150


def test_every_rule_of_status_decides_in_some_case():
    used = set()
    for parameter in CASES:
        case = read_case(parameter.values[0])
        for expected in case.expected:
            answer = asked(case, expected)
            reasons = [*answer.because, *(reason for party in answer.parties for reason in party.because)]
            used |= {reason.rule for reason in reasons}
    assert set(status_rules()) - used == set()


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("A flew 2020-01-01", "A flew 2020-01-01"),
        ("A signed 2020-01-01 quietly", "quietly"),
        ("on 2020-01-01: A!", "A!"),
        ("exit: soon", "exit: soon"),
    ],
)
def test_a_clause_that_is_not_understood_is_named(sentence, named):
    with pytest.raises(InputError, match=named):
        read_case(sentence)
