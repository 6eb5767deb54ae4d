from io import BytesIO

import msgspec
import pytest

from treatywatch.intake.readings import readings
from treatywatch.model import Document, Event, Modality, Problem, Span, Step, to_json
from treatywatch.reading import read
from treatywatch.registry import open_registry
from treatywatch.registry.life.told import Told, told
from treatywatch.registry.life.yearless import completed
from treatywatch.service.conflicts import conflicts
from treatywatch.service.timeline import timeline

BOTH = frozenset({"NOR", "CHL"})


def report(
    page: str, number: int, kind: str, date: str | None = None, parties: str = "CHL NOR", modality: str = "actual"
) -> Told:
    day, yearless = (None, date) if date and date.startswith("--") else (date, None)
    codes = tuple(parties.split())
    event = Event("a", Step(kind), Modality(modality), codes, None, day, None, None, "", Span(0, 0), yearless=yearless)
    return next(told((page, number), event, BOTH, None))


def dated(*reports: Told) -> str | None:
    """The date that the first of the reports is given."""
    return next(one.date for one in completed(reports) if one.ref == reports[0].ref)


@pytest.mark.parametrize("elsewhere", ["2018-06-12", "2018-06", "2018"])
def test_the_year_is_that_in_which_another_page_tells_the_act(elsewhere: str) -> None:
    assert dated(report("p1", 0, "signed", "--06-12"), report("p2", 0, "signed", elsewhere)) == "2018-06-12"


def test_two_years_for_the_act_leave_it_open() -> None:
    others = [report("p2", 0, "denounced", "2018"), report("p3", 0, "denounced", "2020")]
    assert dated(report("p1", 0, "denounced", "--06-12"), *others) is None


def test_the_act_of_another_state_tells_no_year() -> None:
    assert (
        dated(report("p1", 0, "ratified", "--06-12", "NOR"), report("p2", 0, "ratified", "2018-06-12", "CHL")) is None
    )


@pytest.mark.parametrize(
    ("day", "signed", "expected"),
    [
        ("--06-12", "2018-06-17", "2018-06-12"),
        ("--01-08", "2018-11-20", "2019-01-08"),
        ("--12-30", "2018-07-01", None),  # as near to that summer as to the next
        ("--02-29", "2018-03-10", None),  # there was none in 2018
    ],
)
def test_it_lies_near_another_act_of_the_page_that_other_pages_date(
    day: str, signed: str, expected: str | None
) -> None:
    reports = [report("p1", 0, "negotiated", day), report("p1", 1, "signed"), report("p2", 0, "signed", signed)]
    assert dated(*reports) == expected


def test_it_lies_before_what_the_page_still_expects() -> None:
    reports = [
        report("p1", 0, "signed", "--07-01", "NOR"),
        report("p1", 1, "deposited", None, "CHL"),
        report("p1", 2, "ratified", "2019-02", "NOR", "planned"),
        report("p2", 0, "deposited", "2019-04-29", "CHL"),
    ]
    assert dated(*reports) is None


@pytest.mark.parametrize("modality", ["planned", "negated", "possible"])
def test_what_was_not_done_stays_undated(modality: str) -> None:
    assert dated(report("p1", 0, "signed", "--06-12", modality=modality), report("p2", 0, "signed", "2018")) is None


def test_a_timeline_dates_the_act_and_says_which_page_told_no_year(place: str) -> None:
    pages = [
        Document("dated", "Norway and Chile signed the Santiago Fisheries Treaty on 17 June 2018."),
        Document(
            "undated",
            "Norway and Chile signed the Santiago Fisheries Treaty today. "
            "Norway ratified the Santiago Fisheries Treaty on 20 June.",
        ),
    ]
    with open_registry(place) as registry:
        for page in pages:
            registry.add(page, read(page))
        told = timeline(registry, "Santiago Fisheries Treaty")
        then = timeline(registry, "Santiago Fisheries Treaty", known_by="2199-01-01")
    assert [(one.kind, one.date) for one in told.entries] == [("signed", "2018-06-17"), ("ratified", "2018-06-20")]
    assert [one.yearless for one in told.entries[1].sources] == ["--06-20"]
    assert then == told


def test_a_day_that_another_page_tells_otherwise_is_a_conflict_with_both_sides(place: str) -> None:
    pages = [
        Document("one", "Norway and Chile signed the Santiago Fisheries Treaty on 17 June 2018."),
        Document("two", "Norway ratified the Santiago Fisheries Treaty on 21 June 2018."),
        Document(
            "undated",
            "Norway and Chile signed the Santiago Fisheries Treaty in Oslo. "
            "Norway ratified the Santiago Fisheries Treaty on 20 June.",
        ),
    ]
    with open_registry(place) as registry:
        for page in pages:
            registry.add(page, read(page))
        [conflict] = conflicts(registry)
    assert {(side.says, side.sources[0].document) for side in conflict.sides} == {
        ("2018-06-21", "two"),
        ("2018-06-20", "undated"),
    }


@pytest.mark.parametrize(("day", "taken"), [("--02-29", True), ("--06-31", False), ("06-20", False), ("", False)])
def test_readings_from_elsewhere_give_days_of_a_year_or_are_turned_back(day: str, taken: bool) -> None:
    reading = read(Document("p", "Norway ratified the Santiago Fisheries Treaty on 20 June."))
    [event] = reading.events
    assert (event.date, event.yearless) == (None, "--06-20")
    changed = msgspec.structs.replace(reading, events=(msgspec.structs.replace(event, yearless=day),))
    [result] = readings(BytesIO(to_json(changed).encode()), "theirs.jsonl")
    assert isinstance(result, Problem) is not taken
