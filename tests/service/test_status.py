"""The law's questions asked of a small registry, with the pages behind every answer."""

from datetime import date

import pytest

from treatywatch.language.agreements import known_agreements
from treatywatch.law.clauses import known_clauses
from treatywatch.model import NotFoundError
from treatywatch.service.organs import organ_file, organ_of
from treatywatch.service.status import check_of, next_of, status_of


def test_a_status_has_the_pages_behind_each_reason(registry):
    answer = status_of(registry, "Harbour Pact", date(2021, 12, 1))
    assert answer.status.stage == "signed"
    named = {name for party in answer.status.parties for reason in party.because for name in reason.acts}
    assert named <= set(answer.sources)
    assert "Chile ratified the pact with Norway on Monday." in {
        source.quote for entry in answer.sources.values() for source in entry.sources
    }


def test_a_status_as_known_before_a_page_came_out_leaves_the_page_away(registry):
    assert status_of(registry, "Harbour Pact", date(2021, 12, 1), date(2021, 4, 30)).status.stage == "draft"


def test_what_comes_next_names_who_has_still_to_act(registry):
    answer = next_of(registry, "Harbour Pact", date(2021, 12, 1)).next
    assert {one.party for one in answer.missing} >= {"CHL", "NOR"}
    assert {step.party for step in answer.steps} == {"CHL", "NOR"}


def test_a_check_of_what_fits_together_finds_nothing_impossible(registry):
    assert [found for found in check_of(registry, "Harbour Pact", date(2022, 1, 1)).findings if found.sure] == []


@pytest.mark.parametrize("ask", [status_of, next_of, check_of])
def test_an_agreement_that_is_not_there_is_named_with_the_nearest(registry, ask):
    with pytest.raises(NotFoundError, match="nearest"):
        ask(registry, "Moon Treaty of Nowhere", date(2022, 1, 1))


@pytest.mark.parametrize(("body", "organ"), organ_file().examples.items())
def test_a_body_is_told_by_its_name(body, organ):
    assert organ_of(body) == organ


@pytest.mark.parametrize("body", [*organ_file().unknown, None, ""])
def test_a_body_whose_name_does_not_tell_is_left_open(body):
    assert organ_of(body) is None


def test_final_clauses_are_kept_of_agreements_known_by_name():
    assert set(known_clauses()) <= {agreement.name for agreement in known_agreements()}
