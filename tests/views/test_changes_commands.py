"""What became known when, what is new and where sources disagree, through the command line, on both databases."""

import json
from datetime import date, timedelta

import pytest

PAGES = (
    ("signed", "2022-05-04", "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 3 May 2022."),
    ("ratified", "2022-06-10", "Norway ratified its fisheries treaty with Iceland on 9 June 2022."),
    ("other", "2022-06-11", "Norway ratified its fisheries treaty with Iceland on 8 June 2022, the Courier said."),
)


def lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_what_was_so_on_a_date_is_asked_of_list_show_and_timeline(tw, registry: str) -> None:
    (line,) = lines(tw("list", "--as-of", "2022-05").out)
    (shown,) = lines(tw("show", "fisheries", "--as-of", "2022-05-31").out)
    (told,) = lines(tw("timeline", "fisheries", "--as-of", "2022-05-31").out)

    assert line["last"] == ["signed", "2022-05-03"]
    assert {entry["kind"] for entry in shown["timeline"]} == {"signed"}
    assert {entry["kind"] for entry in told["timeline"]} == {"signed"}


def test_nothing_was_known_before_the_first_page_was_added(tw, registry: str) -> None:
    long_ago = "2001-01-01"

    assert tw("list", "--known-by", long_ago).out == ""
    assert tw("timeline", "--known-by", long_ago).out == ""
    (shown,) = lines(tw("show", "fisheries", "--known-by", long_ago).out)
    assert (shown["timeline"], shown["documents"]) == ([], [])


@pytest.mark.parametrize("command", [("list",), ("show", "fisheries"), ("timeline",), ("timeline", "fisheries")])
@pytest.mark.parametrize("option", ["--as-of", "--known-by"])
def test_a_date_that_is_none_is_refused_before_anything_is_shown(tw, registry: str, command, option: str) -> None:
    ended = tw(*command, option, "2022-13")

    assert (ended.code, ended.out) == (2, "")
    assert "'2022-13'" in ended.err


def test_history_tells_every_report_with_the_page_it_came_from(tw, registry: str) -> None:
    told = lines(tw("history", "fisheries").out)

    assert {each["source"]["document"] for each in told} == {"signed", "ratified", "other"}
    assert [each["first"] for each in told if each["entry"]["kind"] == "signed"] == [True]
    assert "first report" in tw("history", "fisheries", "--format", "table").out


def test_diff_tells_what_was_learned_since_a_day(tw, registry: str) -> None:
    today, yesterday = (date.today() + timedelta(days=days) for days in (1, -2))
    (news,) = lines(tw("diff", "--since", yesterday.isoformat()).out)

    assert (news["new"], news["was"]) == (True, None)
    assert {entry["kind"] for entry in news["steps"]} == {"signed", "ratified"}
    assert tw("diff", "--since", today.isoformat()).out == ""
    assert "new, signed" in tw("diff", "--since", yesterday.isoformat(), "--format", "table").out


def test_diff_wants_a_day(tw, registry: str) -> None:
    ended = tw("diff", "--since", "yesterday")

    assert (ended.code, ended.out) == (2, "")
    assert "write YYYY-MM-DD" in ended.err


def test_conflicts_show_each_side_and_why_one_is_shown(tw, registry: str) -> None:
    (conflict,) = lines(tw("conflicts").out)

    assert {(side["says"], side["shown"]) for side in conflict["sides"]} in (
        {("2022-06-09", True), ("2022-06-08", False)},
        {("2022-06-09", False), ("2022-06-08", True)},
    )
    assert [bool(side["why"]) for side in conflict["sides"]] == [side["shown"] for side in conflict["sides"]]
    shown = tw("conflicts", "fisheries", "--format", "table").out
    assert "shown because" in shown
    assert conflict["entry"]["fact"] in shown
    assert all(source["fact"] in shown for side in conflict["sides"] for source in side["sources"])


def test_an_unknown_agreement_has_no_history(tw, registry: str) -> None:
    ended = tw("history", "whaling")

    assert (ended.code, ended.out) == (1, "")
    assert "whaling" in ended.err
