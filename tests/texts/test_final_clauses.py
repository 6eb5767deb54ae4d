"""Duration, renewal, notice and supersession are read; other clauses are said not to be understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.law.force import Delay
from treatywatch.texts.final_clauses import FinalClause, Renewal, read_final_clause
from treatywatch.texts.final_clauses.read import FinalWording, wordings
from treatywatch.texts.wording import pattern

YEARS = "This Treaty shall remain in force for ten years and shall be automatically extended for further periods of "
CLAUSES = [
    (
        YEARS + "five years unless either side gives notice at least one year before the end of a period.",
        FinalClause(term=Delay(years=10), renewal=Renewal(Delay(years=5), Delay(years=1))),
    ),
    ("This Agreement is concluded for an unlimited period.", FinalClause(indefinite=True)),
    (
        "Either Party may terminate this Agreement by giving nine months' written notice to the other.",
        FinalClause(notice=Delay(months=9), leave=True),
    ),
    (
        "A Party may denounce it by notification, and the denunciation shall take effect two years after receipt of "
        "the notification.",
        FinalClause(notice=Delay(years=2), leave=True),
    ),
    (
        "A Party may terminate this Agreement with 2 years’ notice in writing.",
        FinalClause(notice=Delay(years=2), leave=True),
    ),
    (
        "It is valid for two years and shall be extended for an indefinite period until one of the Parties notifies "
        "the other four months in advance of its intention to terminate it.",
        FinalClause(term=Delay(years=2), renewal=Renewal(), notice=Delay(months=4), leave=True),
    ),
    ("Either side may denounce the Agreement by notifying the other side.", FinalClause(leave=True)),
    ("The pact shall be tacitly renewed from year to year.", FinalClause(renewal=Renewal(Delay(years=1)))),
]


@pytest.mark.parametrize(("text", "due"), CLAUSES)
def test_clauses(text: str, due: FinalClause) -> None:
    assert read_final_clause(text) == due


@pytest.mark.parametrize(
    ("text", "mode", "partly", "what"),
    [
        (
            "Upon its entry into force, this Treaty shall replace the Treaty of Friendship signed in 1961.",
            "replaces",
            False,
            "the Treaty of Friendship signed in 1961",
        ),
        (
            "This Agreement shall replace earlier agreements to the extent that they are incompatible with it.",
            "replaces",
            True,
            "earlier agreements to the extent that they are incompatible with it",
        ),
        (
            "Upon entry into force of this Treaty, the Convention of 1950 shall be terminated.",
            "ends",
            False,
            "the Convention of 1950",
        ),
    ],
)
def test_supersession_quotes_what_it_touches(text: str, mode: str, partly: bool, what: str) -> None:
    found = read_final_clause(text).supersession
    assert found is not None
    assert (found.mode, found.partly, found.what) == (mode, partly, what)
    assert found.span.quote(text) == what


@pytest.mark.parametrize("wording", wordings(), ids=lambda one: one.name)
def test_wordings_match_their_examples_and_nothing_else(wording: FinalWording) -> None:
    for example in wording.examples:
        assert pattern(wording.pattern).search(example), example
    for other in wording.not_:
        assert not pattern(wording.pattern).search(other), other


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    found = read_final_clause(text)
    assert found.doubts or found != FinalClause()
    assert all(one.span.end <= len(text) for one in found.doubts)
