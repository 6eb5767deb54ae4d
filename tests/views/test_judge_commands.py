"""People's word on facts, through the command line, on both databases."""

import json
from pathlib import Path

import pytest

PAGES = (
    ("a", "2022-05-04", "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 3 May 2022."),
    ("b", "2022-06-10", "OSLO - Norway ratified its fisheries treaty with Iceland on 9 June 2022."),
    ("c", "2022-05-06", "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 2 May 2022, officials said."),
)


def entry(tw, kind: str) -> dict:
    (found,) = map(json.loads, tw("timeline", "norway iceland fisheries").out.splitlines())
    return next(one for one in found["timeline"] if one["kind"] == kind)


def table(tw, *arguments: str) -> str:
    """What a command shows to people, without the breaks of its lines."""
    ended = tw(*arguments, "--format", "table")
    assert ended.code == 0
    return " ".join(ended.out.split())


def test_every_fact_shown_has_an_id_that_decisions_take(tw, registry: str) -> None:
    signed = entry(tw, "signed")
    ids = {signed["fact"], *(one["fact"] for one in signed["sources"])}
    for shown in (table(tw, "timeline"), table(tw, "show", "norway iceland fisheries")):
        assert [one for one in ids if one not in shown] == []
    for number, fact in enumerate(sorted(ids)):
        ended = tw("confirm", fact, "--because", "seen in print", "--who", "M. Silva")
        assert (ended.code, ended.err) == (0, "")
        assert json.loads(ended.out)["number"] == number + 1
    assert "confirmed [M. Silva" in table(tw, "timeline")


def test_a_correction_is_shown_with_who_and_why_beside_what_the_pages_give(tw, registry: str) -> None:
    before = entry(tw, "signed")
    fact = before["fact"]
    made = json.loads(tw("correct", fact, "date=2022-05-01", "--because", "the gazette", "--who", "M. Silva").out)
    assert (made["kind"], made["fact"], made["changes"]) == ("correct", fact, {"date": "2022-05-01"})
    after = entry(tw, "signed")
    assert (after["date"], after["machine"]["date"]) == ("2022-05-01", before["date"])
    assert after["decided"][0]["because"] == "the gazette"
    shown = table(tw, "timeline")
    assert "2022-05-01 signed" in shown
    assert "corrected: date 2022-05-01 [M. Silva" in shown
    assert f"the pages alone give: signed · {before['date']}" in shown
    assert "sources differ" not in shown
    assert tw("undo", "1", "--because", "a misprint").code == 0
    assert entry(tw, "signed") == before


def test_a_rejected_fact_is_shown_as_rejected_until_that_is_undone(tw, registry: str) -> None:
    before = entry(tw, "ratified")
    assert tw("reject", before["fact"], "--because", "denied", "--who", "M. Silva").code == 0
    assert "rejected: ratified" in table(tw, "timeline")
    assert "What people hold not to be so" in table(tw, "show", "norway iceland fisheries")
    assert "ratified" not in table(tw, "list")
    tw("undo", "1", "--because", "confirmed by now")
    assert entry(tw, "ratified") == before


def test_a_misread_place_is_corrected_for_itself(tw, registry: str) -> None:
    wrong = next(one for one in entry(tw, "signed")["sources"] if one["document"] == "c")
    assert tw("correct", wrong["fact"], "date=2022-05-03", "--here", "--because", "my eyes", "--who", "Q").code == 0
    shown = table(tw, "timeline")
    assert "sources differ" not in shown
    assert "corrected here: date 2022-05-03 [Q" in shown
    assert "the pages alone give: signed · 2022-05-02" in shown


def test_the_status_shows_the_persons_word(tw, registry: str) -> None:
    fact = entry(tw, "ratified")["fact"]
    tw("correct", fact, "date=2022-06-08", "--because", "the gazette", "--who", "M. Silva")
    assert "corrected: date 2022-06-08 [M. Silva" in table(tw, "status", "norway iceland fisheries")


def test_decisions_on_facts_are_listed(tw, registry: str) -> None:
    fact = entry(tw, "signed")["fact"]
    tw("correct", fact, "kind=initialled", "place=", "--because", "the gazette", "--who", "M. Silva")
    listed = table(tw, "decisions")
    assert f"1 · correct · {fact} · kind initialled · place not known · M. Silva" in listed
    assert "because the gazette" in listed


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("confirm", "0123456789ab"), 1, "nearest are"),
        (("reject", "nonsense"), 2, "12 hex digits"),
        (("reject", "\x1b[31m" * 100_000), 2, "12 hex digits"),
        (("correct", "0123", "colour=red"), 2, "kind, modality, parties, date, place, body"),
        (("correct", "0123", "date=soon"), 2, "write YYYY"),
        (("correct", "0123"), 2, "Missing argument"),
    ],
)
def test_what_cannot_be_decided_is_refused(tw, registry: str, arguments: tuple, code: int, told: str) -> None:
    ended = tw(*arguments, "--because", "x")
    assert (ended.code, ended.out) == (code, "")
    assert told in ended.err
    assert len(ended.err) < 2_000
    assert tw("decisions").out == ""


def test_a_decision_on_a_registry_that_is_not_there_makes_none(tw, tmp_path: Path) -> None:
    assert tw("confirm", "0123456789ab", "--because", "x").code == 4
    assert list(tmp_path.iterdir()) == []
