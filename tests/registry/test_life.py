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


ALL = frozenset({"NOR", "CHL", "PER", "EU"})


def test_the_day_of_the_ceremony_is_known_from_the_states_that_signed_there() -> None:
    steps = lived(
        report("p1", "signed", "2015-12-12", "", of=ALL),
        report("p2", "signed", "2015-12", "", of=ALL),
        report("p3", "signed", "2016-04-22", "", of=ALL),
        report("p4", "signed", "2016-04-22", "NOR", of=ALL),
        report("p5", "signed", "2016-04-22", "PER", of=ALL),
    )
    [together] = [step for step in steps if not step.parties]
    assert (together.date, together.differ) == (
        "2016-04-22",
        ("date 2015-12 instead of 2016-04-22", "date 2015-12-12 instead of 2016-04-22"),
    )


def test_of_a_month_and_a_day_each_told_once_the_day_is_shown() -> None:
    [step] = lived(
        report("p1", "acceded", "2021-01", "NOR", published="2025-01-29"),
        report("p2", "acceded", "2021-02-19", "NOR", published="2021-02-19"),
    )
    assert step.date == "2021-02-19"


def test_notice_told_of_two_days_in_a_row_is_one_notice_and_half_a_year_later_another() -> None:
    steps = lived(
        report("p1", "denounced", "2019-02-02", "NOR"),
        report("p2", "denounced", "2019-02-01", "NOR"),
        report("p3", "denounced", "2019-02-02", "NOR"),
        report("p4", "denounced", "2019-08-05", "NOR"),
    )
    assert short(steps) == [("denounced", "2019-02-02", 3), ("denounced", "2019-08-05", 1)]


def test_rounds_of_talks_on_two_days_are_two_rounds() -> None:
    steps = lived(report("p1", "negotiated", "2019-02-01"), report("p2", "negotiated", "2019-02-02"))
    assert [step.date for step in steps] == ["2019-02-01", "2019-02-02"]


def test_two_chambers_of_one_state_are_not_one_because_both_names_hold_the_states_name() -> None:
    steps = lived(
        report("p1", "approved", "2020-03-13", "CAN", body="House of Commons of Canada"),
        report("p2", "approved", "2020-03-13", "CAN", body="Senate of Canada"),
        report("p3", "approved", "2020-03", "CAN", body="Parliament of Canada"),
        report("p4", "approved", "2020-01-16", "USA", body="US Senate"),
        report("p5", "approved", "2020-01-16", "USA", body="US House of Representatives"),
    )
    assert [(step.parties[0], len(step.sources)) for step in steps] == [
        ("USA", 1),
        ("USA", 1),
        ("CAN", 2),
        ("CAN", 1),
    ]
