"""A register and the news side by side, on both databases and on the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from treatywatch.model import InputError
from treatywatch.registry import Registry
from treatywatch.service.compare_register import Compared, compare_register
from treatywatch.service.imports import imported
from treatywatch.views.cli import app

ROWS = """agreement,state,act,date,source
Lighthouse Pact,NOR,signature,2020-02-13,Treaty Office
Lighthouse Pact,ISL,signature,2020-02-13,Treaty Office
Lighthouse Pact,NOR,ratification,2020-02-26,Treaty Office
Lighthouse Pact,ISL,ratification,2020-03-09,Treaty Office
Fog Horn Convention,NOR,accession,1931-04-02,Treaty Office
"""


@pytest.fixture
def register(tmp_path: Path) -> str:
    path = tmp_path / "acts.csv"
    path.write_text(ROWS)
    return str(path)


def _told(found: Compared) -> tuple[object, ...]:
    dates = [[word.date for word in side] for side in (found.register, found.news)]
    return (found.name, found.kind, found.parties, found.verdict, *dates)


def test_what_one_side_alone_knows_and_where_dates_differ(registry: Registry, register: str) -> None:
    list(imported(registry, (register,)))

    found = [_told(each) for each in compare_register(registry)]

    pact = next(name for name, *_ in found if "Li" in str(name))
    assert [each[1:] for each in found if each[0] == pact] == [
        ("signed", ("ISL", "NOR"), "news_only", [], ["2020-02-12"]),
        ("ratified", ("ISL",), "register_only", ["2020-03-09"], []),
        ("ratified", ("NOR",), "dates_differ", ["2020-02-26"], ["2020-02-28"]),
    ]
    assert ("Fog Horn Convention", "acceded", ("NOR",), "register_only", ["1931-04-02"], []) in found
    assert [each[3] for each in found if "DROP TABLE" in str(each[0])] == ["news_only"]


def test_each_side_stands_with_its_words(registry: Registry, register: str) -> None:
    list(imported(registry, (register,)))

    (differ,) = [each for each in compare_register(registry, "Lighthouse Pact") if each.verdict == "dates_differ"]

    assert [source.quote for word in differ.register for source in word.sources] == [
        "Lighthouse Pact,NOR,ratification,2020-02-26,Treaty Office"
    ]
    assert [source.quote for word in differ.news for source in word.sources] == ["Norway ratified the Lighthouse Pact."]


def test_a_step_of_the_agreement_as_a_whole_is_one_of_all_its_parties(registry: Registry, tmp_path: Path) -> None:
    path = tmp_path / "acts.csv"
    path.write_text("agreement,state,act,date,source\nLighthouse Pact,,signature,2020-02-13,Office\n")
    list(imported(registry, (str(path),)))

    found = [_told(each)[1:] for each in compare_register(registry, "Lighthouse Pact")]

    assert [each[1:] for each in found if each[0] == "signed"] == [(("ISL", "NOR"), "news_only", [], ["2020-02-12"])]


def test_without_a_register_the_cure_is_told(registry: Registry) -> None:
    with pytest.raises(InputError, match="treatywatch import FILE"):
        compare_register(registry)


def test_the_comparison_is_shown_for_people(file: str, register: str) -> None:
    run = CliRunner()
    run.invoke(app, ["import", register, "--registry", file])

    shown = run.invoke(app, ["compare-register", "Lighthouse Pact", "--registry", file, "--format", "table"])
    lines = run.invoke(app, ["compare-register", "--registry", file])

    assert shown.exit_code == 0
    assert "ratified · Norway · the dates differ" in shown.stdout
    assert "register, 2020-02-26: “Lighthouse Pact,NOR,ratification,2020-02-26,Treaty Office”" in " ".join(
        shown.stdout.split()
    )
    assert lines.stdout.count('"verdict"') == len(lines.stdout.splitlines()) > 3
