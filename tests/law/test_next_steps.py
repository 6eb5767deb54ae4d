from datetime import date

import pytest

from treatywatch.law.act import Act, Organ
from treatywatch.law.cases import read_case
from treatywatch.law.next_steps import next_steps
from treatywatch.law.procedures import STATES, paths, source
from treatywatch.law.status import StateStatus
from treatywatch.model import Step

HISTORY = """
bilateral: PRK, RUS
RUS authorised 2024-06-17 by head_of_state; PRK and RUS signed 2024-06-19; RUS submitted 2024-10-14
RUS approved 2024-10-24 by chamber; RUS approved 2024-11-06 by chamber; RUS ratified 2024-11-09 by head_of_state
PRK ratified 2024-11-11; PRK and RUS exchanged 2024-12-04; PRK and RUS in force 2024-12-04
"""


def of(party, day, history=HISTORY):
    case = read_case(history)
    answer = next_steps(case.facts, case.acts, date.fromisoformat(day))
    return [step for step in answer.steps if step.party == party], answer


@pytest.mark.parametrize(
    ("day", "step", "body"),
    [
        ("2024-06-18", Step.SIGNED, None),
        ("2024-06-30", Step.SUBMITTED, "State Duma"),
        ("2024-10-20", Step.APPROVED, "State Duma"),
        ("2024-10-30", Step.APPROVED, "Federation Council"),
        ("2024-11-07", Step.RATIFIED, "President of Russia"),
        ("2024-11-10", Step.EXCHANGED, None),
    ],
)
def test_russia_goes_its_way_step_by_step(day, step, body):
    first = of("RUS", day)[0][0]
    assert (first.step, first.body, first.procedure) == (step, body, "ratification by federal law")


def test_a_time_that_runs_in_days_ends_on_a_day():
    first = of("RUS", "2024-10-30")[0][0]
    assert (first.within, first.by) == ("14 days", "2024-11-07")


def test_a_time_that_runs_in_sitting_days_has_no_day():
    history = "bilateral: GBR, RWA; GBR and RWA signed 2023-12-05; GBR submitted 2023-12-06"
    first = of("GBR", "2023-12-07", history)[0][0]
    assert (first.within, first.by) == ("21 sitting days", None)


def test_what_entry_into_force_lacks_is_told_for_each_side():
    before, after = of("RUS", "2024-10-30")[1], of("RUS", "2024-11-20")[1]
    assert {(one.party, one.rule) for one in before.missing} >= {("PRK", "not-consented"), ("RUS", "not-consented")}
    assert {(one.party, one.rule) for one in after.missing} >= {("PRK", "not-handed-over"), ("RUS", "not-handed-over")}
    assert of("RUS", "2024-12-05")[1].missing == ()


def test_an_unknown_clause_is_said_to_be_unknown():
    assert ("clause-unknown", None) in {(one.rule, one.party) for one in of("RUS", "2024-11-20")[1].missing}


def test_a_party_may_leave_and_one_that_leaves_may_stay():
    assert [step.step for step in of("RUS", "2024-12-05")[0]] == [Step.DENOUNCED]
    leaving = "exit: 12 months; multilateral; USA in force 2016-02-01; USA denounced 2019-11-04"
    steps = of("USA", "2020-01-01", leaving)[0]
    assert [(step.undoes, step.must, step.by) for step in steps] == [
        (Step.DENOUNCED, False, "2020-11-03"),
        (None, True, "2020-11-03"),
    ]


def test_a_state_without_its_own_procedure_gets_the_general_rule_and_is_told_so():
    first = of("RWA", "2024-01-01", "bilateral: GBR, RWA; GBR and RWA signed 2023-12-05")[0][0]
    assert first.general
    assert not first.sure


def test_a_chamber_named_counts_as_itself_only():
    case = read_case("bilateral: PRK, RUS; PRK and RUS signed 2024-06-19; RUS submitted 2024-10-14")
    council = Act("x", Step.APPROVED, ("RUS",), "2024-11-06", organ=Organ.CHAMBER, body="Federation Council")
    steps = next_steps(case.facts, [*case.acts, council], date(2024, 11, 7)).steps
    assert next(step for step in steps if step.party == "RUS").step is Step.RATIFIED


def test_nothing_is_next_once_the_agreement_has_ended():
    assert (
        of("A", "2020-01-01", "bilateral: A, B; A and B in force 2010-01-01; all terminated 2019-01-01")[1].steps == ()
    )


@pytest.mark.parametrize("state", [*STATES, "general"])
def test_a_procedure_has_its_sources_and_ends_by_binding_the_state(state):
    assert source(state)
    for way in paths(state, date(2024, 1, 1)):
        assert all(step.law and step.what.endswith(".") for step in way.steps)
        steps = [step.step for step in way.steps]
        assert {Step.DEPOSITED, Step.EXCHANGED, Step.SIGNED} & set(steps)
        assert steps.count(Step.SIGNED) == 1


def test_before_its_law_existed_a_state_has_the_general_rule():
    assert paths("GBR", date(1990, 1, 1)) == paths("general", date(1990, 1, 1))


@pytest.mark.parametrize("state_status", StateStatus)
def test_every_status_has_an_answer(state_status):
    from treatywatch.law.next_steps import _rules

    assert state_status in _rules().steps
