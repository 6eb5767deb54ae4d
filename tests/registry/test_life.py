from itertools import permutations

import pytest

from treatywatch.model import Event, Modality, Span, Step
from treatywatch.registry.life.merge import LifeStep, life
from treatywatch.registry.life.told import Told, told

BOTH = frozenset({"NOR", "CHL"})
PLANNED = Modality.PLANNED


def report(
    page: str,
    kind: str,
    date: str | None = None,
    parties: str = "CHL NOR",
    modality: Modality = Modality.ACTUAL,
    body: str | None = None,
    place: str | None = None,
    published: str | None = None,
    of: frozenset[str] = BOTH,
) -> list[Told]:
    codes = tuple(sorted(parties.split()))
    event = Event("a", Step(kind), modality, codes, body, date, place, None, "", Span(0, 0))
    return list(told((page, 0), event, of, published))


def lived(*reports: list[Told]) -> list[LifeStep]:
    return list(life(one for some in reports for one in some))


def short(steps: list[LifeStep]) -> list[tuple[str, str | None, int]]:
    return [(step.kind.value, step.date, len(step.sources)) for step in steps]


def test_less_exact_dates_join_the_most_exact() -> None:
    steps = lived(
        report("p1", "signed", "2021"),
        report("p2", "signed", "2021-05-04"),
        report("p3", "signed", "2021-05"),
        report("p4", "signed"),
    )
    assert short(steps) == [("signed", "2021-05-04", 4)]
    assert steps[0].differ == ()


def test_a_signature_by_one_side_is_the_signature_of_both() -> None:
    assert lived(report("p1", "signed", "2021-05-04", "NOR"))[0].parties == ("CHL", "NOR")


def test_each_party_ratifies_for_itself() -> None:
    steps = lived(report("p1", "ratified", "2022-01-02", "CHL NOR"), report("p2", "ratified", "2022-03-04", "NOR"))
    assert [(s.parties, s.date) for s in steps] == [
        (("CHL",), "2022-01-02"),
        (("NOR",), "2022-01-02"),
        (("NOR",), "2022-03-04"),
    ]


def test_two_days_for_one_signature_are_a_conflict_that_stays_visible() -> None:
    [step] = lived(
        report("p1", "signed", "2021-05-04"), report("p2", "signed", "2021-05-04"), report("p3", "signed", "2021-06-01")
    )
    assert (step.date, step.differ) == ("2021-05-04", ("date 2021-06-01 instead of 2021-05-04",))


def test_chambers_act_each_for_itself_and_a_parliament_for_any() -> None:
    steps = lived(
        report("p1", "approved", "2021-09-01", "CHL", body="Senate of Chile"),
        report("p2", "approved", "2021-09-01", "CHL", body="Chamber of Deputies"),
        report("p3", "approved", "2021-09", "CHL", body="the Senate"),
        report("p4", "approved", "2021-09", "CHL", body="parliament"),
    )
    assert sorted(short(steps)) == [("approved", "2021-09-01", 1), ("approved", "2021-09-01", 3)]


def test_a_plan_that_came_true_is_fulfilled_and_another_is_not() -> None:
    steps = lived(
        report("p1", "signed", "2021-05-04", modality=PLANNED, published="2021-05-01"),
        report("p2", "signed", "2021-05-04", published="2021-05-05"),
        report("p1", "ratified", None, "NOR", modality=PLANNED, published="2021-05-01"),
    )
    assert [(s.kind.value, s.fulfilled) for s in steps if s.modality is PLANNED] == [
        ("signed", True),
        ("ratified", False),
    ]


def test_a_plan_is_not_fulfilled_by_what_had_already_been() -> None:
    steps = lived(
        report("p1", "extended", "2010-02-01", published="2010-02-02"),
        report("p2", "extended", "2021-02", modality=PLANNED, published="2021-01-15"),
    )
    assert [s.fulfilled for s in steps if s.modality is PLANNED] == [False]


def test_the_soviet_unions_signature_is_shown_as_such_and_meets_russias() -> None:
    sides = frozenset({"USA", "RUS"})
    [step] = lived(
        report("p1", "signed", "1987-12-08", "USA SUN", of=sides),
        report("p2", "signed", "1987", "SUN USA", of=sides),
        report("p3", "signed", "1987", "RUS USA", of=sides),
    )
    assert (step.parties, len(step.sources)) == (("SUN", "USA"), 3)


REPORTS = [
    report("p1", "signed", "2021-05-04"),
    report("p2", "signed", "2021-06-01"),
    report("p3", "signed", None),
    report("p4", "approved", None, "NOR", body="Storting"),
    report("p5", "approved", "2021-11", "NOR"),
]


@pytest.mark.parametrize("order", list(permutations(range(5)))[::7])
def test_the_order_of_reports_changes_nothing(order: tuple[int, ...]) -> None:
    assert lived(*[REPORTS[n] for n in order]) == lived(*REPORTS)
