"""Registers and readings of others come in row by row, or are told by file, line and column."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.intake.acts import Act, acts
from treatywatch.model import Problem, Reading, to_json
from treatywatch.registry import Registry
from treatywatch.service.answers import Added
from treatywatch.service.dossier import dossier
from treatywatch.service.imports import imported
from treatywatch.service.listing import listing

PACT = "isl-nor-2020-pact-northern-lights"
HEADING = "agreement,state,act,date,source\n"
GOOD = "Lighthouse Pact,Iceland,ratification,2020-03-09,Treaty Office\n"
Written = Callable[[str], str]


@pytest.fixture
def table(tmp_path: Path) -> Written:
    def written(rows: str, name: str = "acts.csv") -> str:
        path = tmp_path / name
        path.write_text(HEADING + rows, "utf-8")
        return str(path)

    return written


def _done(registry: Registry, *files: str, strict: bool = False) -> tuple[list[Added], list[Problem]]:
    found = list(imported(registry, files, strict=strict))
    return [each for each in found if isinstance(each, Added)], [each for each in found if isinstance(each, Problem)]


def test_an_official_act_joins_the_life_that_the_news_tells(registry: Registry, table: Written) -> None:
    added, problems = _done(registry, table(GOOD))

    assert ([one.new for one in added], problems) == ([True], [])
    pact = dossier(registry, PACT)
    (ratified,) = [step for step in pact.timeline if step.parties == ("ISL",)]
    assert (ratified.kind, ratified.date) == ("ratified", "2020-03-09")
    (source,) = ratified.sources
    assert (source.quote, source.publisher) == (GOOD.strip(), "Treaty Office")
    (page,) = registry.documents(next(p.sha256 for p, _ in registry.pages(PACT) if p.publisher == "Treaty Office"))
    assert source.span is not None
    assert source.span.quote(page.text) == source.quote


def test_importing_again_or_elsewhere_changes_nothing(registry: Registry, table: Written) -> None:
    _done(registry, table(GOOD))
    added, _ = _done(registry, table(GOOD + GOOD, "copy.csv"))

    assert [one.new for one in added] == [False, False]


def test_an_agreement_may_be_named_by_its_key(registry: Registry, table: Written) -> None:
    rows = f"{PACT},ISL,ratified,2020-03-09,Office\nisl-nor-2020-pact-southern,ISL,ratified,2020-03-09,Office\n"
    added, (problem,) = _done(registry, table(rows))

    assert len(added) == 1
    assert any(step.parties == ("ISL",) for step in dossier(registry, PACT).timeline)
    assert problem.where.endswith("acts.csv:3 agreement")
    assert PACT in problem.message


@pytest.mark.parametrize(
    ("row", "column", "told"),
    [
        ("Pact,Iceland,ratifyed,2020-01-01,Office", "act", "did you mean ratified? Allowed: acceded, acceptance"),
        ("Pact,Atlantis,ratified,2020-01-01,Office", "state", "'Atlantis' is no party: write a code such as CHL"),
        ("Pact,,ratified,2020-01-01,Office", "state", "an act of one party"),
        ("Pact,Iceland,ratified,2020-13-01,Office", "date", "write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("Pact,Iceland,ratified,0020-01-01,Office", "date", "between 1500 and 2199"),
        (",Iceland,ratified,2020-01-01,Office", "agreement", "the cell is empty"),
        ("Pact,Iceland,ratified,2020-01-01,", "source", "the cell is empty"),
        ("Pact,Iceland,ratified", "", "3 cells where the heading has 5"),
        ('"Pact,Iceland,ratified,2020-01-01,Office\nPact', "", "is a quotation mark left open?"),
    ],
)
def test_a_bad_row_is_told_by_file_line_and_column_and_the_rest_comes_in(
    registry: Registry, table: Written, row: str, column: str, told: str
) -> None:
    path = table(f"{GOOD}\n{row}\n")
    added, (problem,) = _done(registry, path)

    assert len(added) == 1
    assert problem.where == f"{path}:4 {column}".strip()
    assert told in problem.message


def test_strictly_nothing_comes_in_when_anything_is_bad(registry: Registry, table: Written) -> None:
    path = table(f"{GOOD}Pact,Iceland,ratified,soon,Office\n")
    added, problems = _done(registry, path, strict=True)

    assert (added, [problem.code for problem in problems]) == ([], ["not-an-act"])
    assert len(dossier(registry, PACT).documents) == 3
    assert len(_done(registry, table(GOOD), strict=True)[0]) == 1


def test_a_table_without_a_column_is_told_what_it_lacks(registry: Registry, tmp_path: Path) -> None:
    path = tmp_path / "acts.csv"
    path.write_text("agreement;state;act;on\nPact;Iceland;ratified;2020\n")
    added, (problem,) = _done(registry, str(path))

    assert (added, problem.code) == ([], "column-missing")
    assert problem.message == "no column date, source; it has agreement, state, act, on"


@pytest.mark.parametrize("mark", [";", "\t", ","])
def test_columns_may_stand_in_any_order_with_any_usual_mark_between(mark: str) -> None:
    rows = ("source", "date", "note", "act", "state", "agreement"), ("Office", "2020", "x", "in force", "", "Pact")
    raw = "\n".join(mark.join(row) for row in rows)
    (act,) = acts(raw.encode("utf-8-sig"), "acts.csv")

    assert isinstance(act, Act)
    assert (act.agreement, act.state, act.step, act.date, act.source) == ("Pact", None, "in_force", "2020", "Office")


def test_hostile_names_come_in_as_they_are(registry: Registry, table: Written) -> None:
    name = "Robert'); DROP TABLE texts;-- <script>\x01 Pact " + "x" * 1_000_000
    added, problems = _done(registry, table(f"{name},ISL,signed,2001-02-03,Office\n"))

    assert (len(added), problems) == (1, [])
    assert any(line.name.startswith("Robert');") for line in listing(registry, passing=True))


@given(st.text(max_size=300), st.binary(max_size=100))
def test_no_table_makes_reading_it_fail(rows: str, more: bytes) -> None:
    raw = (HEADING + rows).encode("utf-8", "surrogatepass") + more
    for found in acts(raw, "acts.csv"):
        if isinstance(found, Act):
            page, reading = found.page(), found.reading(found.agreement, ())
            assert reading.events[0].span.quote(page.text) == found.row
            assert reading.document == page.sha256
        else:
            assert found.where.startswith("acts.csv")


def _lines(path: Path, *values: object) -> str:
    path.write_text("".join(f"{to_json(value)}\n" for value in values), "utf-8")
    return str(path)


def test_readings_come_in_with_the_pages_they_are_of(place: str, press: tuple, tmp_path: Path) -> None:
    from treatywatch.registry import open_registry

    pages = _lines(tmp_path / "pages.jsonl", *(page for page, _ in press))
    readings = _lines(tmp_path / "readings.jsonl", *(reading for _, reading in press[:3]), {"reading": press[3][1]})
    with open_registry(place) as registry:
        added, problems = _done(registry, readings, pages)
        again, _ = _done(registry, pages, readings)

        assert ([one.new for one in added], problems) == ([True] * 4, [])
        assert [one.new for one in again] == [False] * 4
        assert [step.kind for step in dossier(registry, PACT).timeline] == ["signed", "ratified"]


def test_a_reading_of_a_page_that_is_held_needs_no_page(registry: Registry, press: tuple, tmp_path: Path) -> None:
    page, reading = press[2]
    other = {**json.loads(to_json(reading)), "reader": "2"}
    added, problems = _done(registry, _lines(tmp_path / "other.jsonl", other))

    assert ([one.document for one in added], problems) == ([page.id], [])


@pytest.mark.parametrize(
    ("changes", "code", "told"),
    [
        ({"document": "0" * 64}, "text-missing", "is not known"),
        ({"agreements": []}, "does-not-fit", "does not hold the agreement 'pact'"),
        ({"events": 3}, "not-a-reading", "events"),
    ],
)
def test_a_reading_that_cannot_be_is_told_by_file_and_line(
    registry: Registry, press: tuple, tmp_path: Path, changes: dict, code: str, told: str
) -> None:
    good: Reading = press[1][1]
    bad = {**json.loads(to_json(good)), **changes}
    path = _lines(tmp_path / "readings.jsonl", good, bad)
    added, (problem,) = _done(registry, path)

    assert (len(added), problem.code, problem.where) == (1, code, f"{path}:2")
    assert told in problem.message


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("evidence", "It was burnt.", "does-not-fit"),
        ("date", "soon", "not-a-reading"),
        ("span", [-9, 9], "not-a-reading"),
    ],
)
def test_a_fact_that_the_page_does_not_say_stays_out(
    registry: Registry, press: tuple, tmp_path: Path, field: str, value: object, code: str
) -> None:
    bad = json.loads(to_json(press[1][1]))
    bad["events"][0][field] = value
    added, (problem,) = _done(registry, _lines(tmp_path / "readings.jsonl", bad))

    assert (added, problem.code) == ([], code)
