"""How the bench judges entry into force: the rows that fall short are named with their reasons, and nothing else is."""

from pathlib import Path

import pytest

from treatywatch.bench.force import disputes, figures
from treatywatch.bench.force_clauses import final_clause_right, value_of
from treatywatch.bench.force_rows import explained, rows
from treatywatch.texts.force_clause import read_force_clause


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("It shall enter into force on 2 May 2003.", ("fixed_date", "2003-05-02")),
        ("It shall enter into force upon signature.", ("on_signature", None)),
        ("It shall enter into force on the tenth day after the last notification.", ("days_after", "10")),
        ("It shall enter into force on the exchange of notes.", ("on_exchange", None)),
    ],
)
def test_rules_are_told_in_the_rows_notation(clause: str, value: tuple[str, str | None]) -> None:
    rule = read_force_clause(clause).rule
    assert rule is not None
    assert value_of(rule) == value


def test_a_final_clause_with_another_length_is_wrong() -> None:
    text = "This Treaty shall remain in force for a period of six years."
    assert final_clause_right(text, {"clause": "duration", "term": {"years": 6}})[1]
    assert not final_clause_right(text, {"clause": "duration", "term": {"years": 7}})[1]


def test_without_the_data_there_is_no_figure(tmp_path: Path) -> None:
    assert figures(tmp_path) == {}


def test_every_row_that_falls_short_is_explained(shared: Path) -> None:
    short = {row.id for row in rows(shared) if row.found != row.official or row.parties_wrong}
    assert short == set(explained())
    assert all(disputes().values())
