"""Invariants over random histories of agreements, possible and impossible ones."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from treatywatch.law.act import Act, Organ
from treatywatch.law.agreement import AgreementFacts, Exit
from treatywatch.law.check import check
from treatywatch.law.next_steps import next_steps
from treatywatch.law.status import Stage, StateStatus, status
from treatywatch.law.status.answer import BOUND
from treatywatch.model import Modality, Step, bounds

MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
STATES = ("AAA", "BBB", "CSK", "RUS", "SUN", "nowhere")
EXACT = st.dates(date(1988, 1, 1), date(1994, 12, 31)).map(date.isoformat)
PARTIAL = st.one_of(st.none(), EXACT, EXACT.map(lambda day: day[:7]), EXACT.map(lambda day: day[:4]))
ANYTHING = st.one_of(PARTIAL, st.sampled_from(["", "soon", "1990-13", "0000", "1991-02-30", "9999-12-31"]))
DAYS = st.dates(date(1987, 1, 1), date(1996, 1, 1))
FACTS = st.builds(
    AgreementFacts,
    key=st.just("X"),
    laterality=st.sampled_from(["bilateral", "multilateral", "unknown"]),
    parties=st.sampled_from([(), ("AAA", "BBB"), ("AAA", "RUS", "SUN"), ("AAA", "BBB", "CSK")]),
    exit=st.sampled_from([None, Exit(6), Exit(12, 0, 36), Exit(0, 90)]),
    ends=st.sampled_from([None, "1992", "1993-05-01", "whenever"]),
)


def acts(dates, least=0, most=12):
    """Lists of acts whose three clocks are drawn from ``dates``, with ids that differ."""
    one = st.builds(
        Act,
        id=st.just(""),
        step=st.sampled_from(Step),
        parties=st.lists(st.sampled_from(STATES), max_size=3, unique=True).map(tuple),
        done=dates,
        effective=st.one_of(st.none(), dates),
        known=st.one_of(st.none(), dates),
        modality=st.sampled_from([Modality.ACTUAL] * 4 + list(Modality)),
        organ=st.one_of(st.none(), st.sampled_from(Organ)),
        sequence=st.integers(0, 2),
        takes_back=st.one_of(st.none(), st.none(), st.sampled_from(Step)),
        succeeds=st.one_of(st.none(), st.none(), st.just("CSK")),
    )
    return st.lists(one, min_size=least, max_size=most).map(numbered)


def numbered(found):
    """The acts with ids in the order of the list."""
    return [replace(act, id=f"act-{number:02}") for number, act in enumerate(found)]


RUNNING = {Stage.IN_FORCE, Stage.SUSPENDED}
OPEN = {StateStatus.UNKNOWN, StateStatus.NEGOTIATING, StateStatus.THIRD_STATE}


@MANY
@given(FACTS, acts(ANYTHING), DAYS, st.one_of(st.none(), DAYS))
def test_any_acts_are_answered_each_with_its_reasons(facts, history, day, known):
    answer = status(facts, history, day, known)
    assert answer.because
    assert all(party.because for party in answer.parties)


@MANY
@given(FACTS, acts(ANYTHING), DAYS)
def test_any_acts_are_checked_and_each_finding_names_acts_that_exist(facts, history, day):
    names = {act.id for act in history}
    assert all(set(found.acts) <= names for found in check(facts, history, day, {"AAA", "BBB"}))


@MANY
@given(FACTS, acts(ANYTHING), DAYS, st.one_of(st.none(), DAYS))
def test_what_comes_next_can_be_asked_of_any_acts(facts, history, day, known):
    answer = next_steps(facts, history, day, known)
    assert {step.party for step in answer.steps} <= {party.party for party in answer.status.parties}


@MANY
@given(FACTS, acts(PARTIAL), DAYS, st.one_of(st.none(), DAYS), st.randoms())
def test_the_order_in_which_acts_are_given_is_of_no_matter(facts, history, day, known, random):
    shuffled = list(history)
    random.shuffle(shuffled)
    assert status(facts, shuffled, day, known) == status(facts, history, day, known)


@MANY
@given(FACTS, acts(PARTIAL), DAYS)
def test_nobody_is_bound_before_the_agreement_is_in_force(facts, history, day):
    answer = status(facts, history, day)
    bound = [party for party in answer.parties if party.status in BOUND]
    if bound:
        assert answer.stage in RUNNING or (answer.stage is Stage.UNKNOWN and set(answer.may_be) <= RUNNING)
    if answer.in_force:
        assert all(party.since is None or party.since >= answer.in_force for party in bound)


@MANY
@given(FACTS, acts(st.none()), DAYS)
def test_acts_without_any_date_decide_nothing(facts, history, day):
    answer = status(replace(facts, ends=None), history, day)
    assert answer.stage in {Stage.UNKNOWN, Stage.DRAFT}
    assert {party.status for party in answer.parties} <= OPEN


@MANY
@given(FACTS, acts(PARTIAL), DAYS, DAYS)
def test_what_is_learned_later_does_not_change_what_was_known_then(facts, history, day, known):
    then = [act for act in history if act.known is None or bounds(act.known)[1] <= known]
    assert status(facts, history, day, known) == replace(status(facts, then, day), known_by=known.isoformat())


@MANY
@given(FACTS, acts(EXACT, most=7), DAYS, st.integers(0, 6), st.sampled_from([4, 7]))
def test_a_less_exact_date_never_makes_a_different_sure_answer(facts, history, day, which, length):
    """Blur one day to its month or year: each answer stays, or becomes unknown with the true one among the possible."""
    history = [replace(act, effective=None, known=None, parties=act.parties[:1]) for act in told_once_each(history)]
    history = in_an_order_that_can_be(history)
    blurred = [replace(act, done=act.done[:length]) if number == which else act for number, act in enumerate(history)]
    sure, vague = status(facts, history, day), status(facts, blurred, day)
    assert vague.stage in {sure.stage, Stage.UNKNOWN}
    statuses = {party.party: party for party in sure.parties}
    for party in vague.parties:
        assert party.status in {statuses[party.party].status, StateStatus.UNKNOWN}


def told_once_each(history):
    """The acts without a second telling of the same step."""
    return list({act.step: act for act in history}.values())


TALKS = {Step.PROPOSED, Step.NEGOTIATED, Step.AUTHORISED, Step.INITIALLED}
BEGINNINGS = {Step.SIGNED, Step.ADOPTED, Step.OPENED}


def in_an_order_that_can_be(history):
    """The acts without the talks after the first signature, adoption or opening, and without what came before the last.

    A vague day is narrowed by that order, which an impossible history breaks.
    """
    begun = [act.done for act in history if act.step in BEGINNINGS and act.modality is Modality.ACTUAL]
    if not begun:
        return history
    return [
        act
        for act in history
        if act.step in BEGINNINGS - {Step.SIGNED}
        or (act.done <= min(begun) if act.step in TALKS else act.done >= max(begun))
    ]
