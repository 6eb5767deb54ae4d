"""Forgetting a page through the command line, on both databases."""

import json

import pytest

PAGES = (
    ("a", "2022-05-04", "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 3 May 2022."),
    ("b", "2022-06-10", "OSLO - Norway ratified its fisheries treaty with Iceland on 9 June 2022."),
)


def test_a_page_is_forgotten_and_stays_so(tw, registry: str) -> None:
    ended = tw("forget", "b", "--because", "a ruling", "--who", "M. Silva")
    assert (ended.code, ended.err) == (0, "")
    (stone,) = map(json.loads, ended.out.splitlines())
    assert (stone["who"], stone["because"]) == ("M. Silva", "a ruling")
    assert "ratified" not in tw("timeline").out

    again = tw("add", "pages.jsonl")
    assert again.code == 3
    assert "forgotten on" in again.err
    assert "M. Silva because a ruling" in again.err
    assert "ratified" not in tw("timeline").out

    listed = tw("decisions", "--format", "table").out
    assert f"1 · forget · {stone['digest'][:12]} · M. Silva" in listed
    assert tw("undo", "1", "--because", "regret").code == 2


def test_it_is_told_to_people(tw, registry: str) -> None:
    told = tw("forget", "a", "--because", "a ruling", "--who", "M. Silva", "--format", "table").out
    assert "forgotten" in told
    assert "because a ruling" in told


@pytest.mark.parametrize("name", ["c", "", "'; DROP TABLE texts; --", "x" * 1_000_000, "\x1b[31m"])
def test_a_page_that_is_not_there_is_not_forgotten(tw, registry: str, name: str) -> None:
    before = tw("timeline").out
    ended = tw("forget", name, "--because", "x")
    assert (ended.code, ended.out) == (1, "")
    assert len(ended.err) < 3_000
    assert tw("timeline").out == before
