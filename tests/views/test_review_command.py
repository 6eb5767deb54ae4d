"""The queue through the command line: its commands, run as they are written, empty it."""

import json
import shlex
from pathlib import Path

import pytest

PAGES = (
    ("a", "2022-05-04", "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 3 May 2022."),
    ("c", "2022-05-06", "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 2 May 2022, officials said."),
)


@pytest.fixture
def registry(tw, tmp_path: Path, place: str) -> str:
    rows = ({"id": name, "published": day, "text": words} for name, day, words in PAGES)
    (tmp_path / "pages.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert tw("add", "pages.jsonl", "--registry", place).code == 0
    return place


def test_the_commands_settle_what_is_asked(tw, registry: str) -> None:
    (question,) = map(json.loads, tw("review", "--registry", registry).out.splitlines())
    assert (question["kind"], question["documents"], question["assertions"]) == ("date", 2, 2)
    assert sorted(one["says"] for one in question["choices"]) == ["2022-05-02", "2022-05-03"]
    assert all(one["sources"][0]["quote"] for one in question["choices"])
    command = next(one["commands"][0] for one in question["choices"] if one["says"] == "2022-05-02")
    program, *words = shlex.split(command)
    assert program == "treatywatch"
    assert tw(*words).code == 0
    ended = tw("review", "--registry", registry, "--format", "table")
    assert (ended.code, ended.out.strip()) == (0, "Nothing waits for a person's word.")


def test_people_see_the_question_with_evidence_and_commands(tw, registry: str) -> None:
    shown = " ".join(tw("review", "--registry", registry, "--format", "table").out.split())
    assert "1. On which day: signed by ISL, NOR?" in shown
    assert "on it hang 2 documents · 2 assertions" in shown
    assert "if 2022-05-03" in shown
    assert "treatywatch correct " in shown


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_that_is_none_is_refused(tw, registry: str, limit: str) -> None:
    assert tw("review", "--registry", registry, "--limit", limit).code == 2


def test_an_empty_registry_asks_nothing(tw, tmp_path: Path) -> None:
    (tmp_path / "rain.txt").write_text("It rains in Bergen.")
    tw("add", "rain.txt")
    assert tw("review").out == ""
