"""``treatywatch force``: a clause in, its rule and day out, in every way that users give it."""

import json
from pathlib import Path
from typing import Any

import pytest

CLAUSE = "This Pact shall enter into force on the tenth day after the deposit of the second instrument of ratification."


def _events(path: Path, *lines: dict[str, Any]) -> str:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path.name


def test_the_day_comes_from_clause_and_events(tw, tmp_path):
    events = _events(
        tmp_path / "acts.jsonl",
        {"party": "ISL", "act": "deposit", "date": "2020-02-20"},
        {"party": "NOR", "act": "deposit", "date": "2020-01-05"},
    )
    ended = tw("force", CLAUSE, "--events", events)
    assert ended.code == 0
    answer = json.loads(ended.out)
    assert answer["outcomes"][0]["force"]["date"] == "2020-03-01"
    assert answer["doubts"] == []


def test_a_clause_in_a_file_tells_what_is_missing(tw, tmp_path):
    (tmp_path / "clause.txt").write_text(CLAUSE, "utf-8")
    events = _events(tmp_path / "acts.jsonl", {"party": "NOR", "act": "deposit", "date": "2020-01-05"})
    ended = tw("force", "clause.txt", "--events", events, "--format", "table")
    assert ended.code == 0
    assert "10 days after deposit by 2" in ended.out
    assert "missing: 1 more deposit" in ended.out


def test_who_is_concerned_is_told_by_a_line_of_its_own(tw, tmp_path):
    events = _events(
        tmp_path / "acts.jsonl",
        {"parties": ["NOR", "ISL"]},
        {"party": "NOR", "act": "notification", "date": "2020-01-05"},
        {"party": "ISL", "act": "notification", "date": "2020-03"},
    )
    clause = "It shall enter into force on the first day of the second month following the last notification."
    assert json.loads(tw("force", clause, "--events", events).out)["outcomes"][0]["force"]["date"] == "2020-05-01"


@pytest.mark.parametrize("clause", ["It shall enter into force in due course.", "", "\x00", "x" * 10_000])
def test_what_is_not_understood_gives_no_rule_and_says_so(tw, clause):
    ended = tw("force", clause)
    assert ended.code == 3
    assert json.loads(ended.out)["outcomes"] == []
    assert "clause-not-understood" in ended.err


def test_a_clause_about_the_end_alone_is_read(tw):
    ended = tw("force", "This Pact shall remain in force for a period of six years.", "--format", "table")
    assert ended.code == 0
    assert "6 years" in ended.out
    assert ended.err == ""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"party": "NOR", "act": "wave"}', "signature, ratification, deposit"),
        ('{"party": "NOR", "act": "deposit", "date": "soon"}', "YYYY-MM-DD"),
        ('{"party": "NOR", "act": "deposit", "when": "2020"}', "when"),
        ('{"parties": "NOR"}', "list of codes"),
        ("NOR", "one JSON object a line"),
    ],
)
def test_events_that_cannot_be_used_are_named(tw, tmp_path, line, told):
    (tmp_path / "acts.jsonl").write_text("\n" + line, "utf-8")
    ended = tw("force", CLAUSE, "--events", "acts.jsonl")
    assert ended.code == 2
    assert "acts.jsonl:2" in ended.err
    assert told in ended.err


def test_a_missing_file_of_events_is_named(tw):
    ended = tw("force", CLAUSE, "--events", "nowhere.jsonl")
    assert ended.code == 2
    assert "nowhere.jsonl" in ended.err
