"""``status``, ``next`` and ``check``, through the command line, on pages as users give them."""

import json
from pathlib import Path

import pytest

SIGNED = "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 3 May 2022."
FORCE = (
    "The fisheries treaty between Norway and Iceland entered into force on 1 September 2022. "
    "The treaty was signed in Oslo on 3 May 2022."
)
PAGES = (
    {"id": "signed", "publisher": "Gazette", "published": "2022-05-04", "text": SIGNED},
    {"id": "force", "publisher": "Courier", "published": "2022-09-02", "text": FORCE},
)


@pytest.fixture
def registry(tw, tmp_path: Path) -> Path:
    (tmp_path / "pages.jsonl").write_text("".join(json.dumps(each) + "\n" for each in PAGES))
    assert tw("add", "pages.jsonl").code == 0
    return tmp_path / "treatywatch.db"


def test_status_answers_for_a_day_with_rule_article_and_quote(tw, registry) -> None:
    (answer,) = map(json.loads, tw("status", "fisheries treaty", "--as-of", "2022-06-01").out.splitlines())
    assert answer["status"]["stage"] == "signed"
    assert {party["party"]: party["status"] for party in answer["status"]["parties"]} == {
        "ISL": "signatory",
        "NOR": "signatory",
    }
    (reason,) = answer["status"]["because"]
    assert "18" in reason["article"]
    assert any("signed" in source["quote"] for name in reason["acts"] for source in answer["sources"][name]["sources"])


def test_status_as_known_before_a_page_leaves_it_away(tw, registry) -> None:
    ended = tw("status", "fisheries treaty", "--as-of", "2022-09-02", "--known-by", "2022-09-01")
    assert json.loads(ended.out)["status"]["stage"] == "signed"
    assert json.loads(tw("status", "fisheries treaty", "--as-of", "2022-09-02").out)["status"]["stage"] == "in_force"


def test_status_is_shown_to_people(tw, registry) -> None:
    ended = tw("status", "fisheries treaty", "--as-of", "2022-09-02", "--format", "table")
    assert ended.code == 0
    assert "in force" in ended.out
    assert "Art. 24" in ended.out


def test_next_tells_who_may_do_what_and_what_is_lacking(tw, registry) -> None:
    ended = tw("next", "fisheries treaty", "--as-of", "2022-06-01", "--format", "table")
    assert ended.code == 0
    assert "What entry into force lacks" in ended.out
    assert json.loads(tw("next", "fisheries treaty", "--as-of", "2022-06-01").out)["next"]["missing"]


def test_check_finds_nothing_in_what_fits_together(tw, registry) -> None:
    assert json.loads(tw("check", "fisheries treaty").out)["findings"] == []
    assert "nothing is told" in tw("check", "fisheries treaty", "--format", "table").out


def test_a_day_that_is_none_is_named(tw, registry) -> None:
    ended = tw("status", "fisheries treaty", "--as-of", "yesterday")
    assert ended.code != 0
    assert "'yesterday' is no day" in ended.err
