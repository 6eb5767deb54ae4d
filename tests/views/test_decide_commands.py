"""People's word on which agreements are one, through the command line, on both databases."""

import json

import pytest

PAGES = (
    ("a", "2022-05-04", "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 3 May 2022."),
    ("b", "2022-07-02", "LIMA - Peru and Chile signed a tax treaty in Lima on 1 July 2022."),
    ("c", "2023-07-02", "LIMA - Peru and Chile signed an extradition treaty in Lima on 30 June 2023."),
)


def lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def keys(tw) -> list[str]:
    return sorted(each["key"] for each in lines(tw("list").out))


def test_two_agreements_become_one_and_two_again(tw, registry: str) -> None:
    before = keys(tw)
    made = tw("same", "peru chile tax", "peru chile extradition", "--because", "one text", "--who", "M. Silva")
    assert made.code == 0
    (same,) = lines(made.out)
    assert (same["kind"], same["who"], same["because"], same["undone"]) == ("same", "M. Silva", "one text", False)
    assert len(keys(tw)) == len(before) - 1
    shown = tw("show", "peru chile tax", "--format", "table").out
    assert "held to be one by M. Silva: one text" in shown

    (undone,) = lines(tw("undo", str(same["number"]), "--because", "two texts").out)
    assert undone["undoes"] == same["number"]
    assert undone["who"], "the login name"
    assert keys(tw) == before
    assert [(one["kind"], one["undone"]) for one in lines(tw("decisions").out)] == [("same", True), ("undo", False)]


def test_agreements_held_to_be_different_stay_apart(tw, registry: str) -> None:
    before = keys(tw)
    tw("same", "peru chile tax", "peru chile extradition", "--because", "one text")
    tw("undo", "1", "--because", "no")
    ended = tw("different", "peru chile tax", "peru chile extradition", "--because", "two texts", "--format", "table")
    assert "different" in ended.out
    assert "because two texts" in ended.out
    assert keys(tw) == before


def test_decisions_are_listed_for_people(tw, registry: str) -> None:
    assert "Nobody has decided" in tw("decisions", "--format", "table").out
    tw("same", "peru chile tax", "peru chile extradition", "--because", "one text", "--who", "M. Silva")
    listed = tw("decisions", "--format", "table").out
    assert "1 · same · " in listed
    assert "M. Silva" in listed


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("same", "peru chile", "norway iceland"), 2, "may be any of these"),
        (("same", "fisheries treaty", "whaling convention of nobody"), 1, "nearest are"),
        (("same", "norway iceland", "norway iceland"), 2, "one agreement already"),
        (("undo", "9"), 1, "no decision 9"),
        (("undo", "nine"), 2, "Invalid value"),
        (("undo", "-3"), 2, "No such option"),
        (("undo", "9" * 30), 1, "no decision 9"),
    ],
)
def test_what_cannot_be_meant_is_refused(tw, registry: str, arguments: tuple, code: int, told: str) -> None:
    ended = tw(*arguments, "--because", "x")
    assert (ended.code, ended.out) == (code, "")
    assert told in ended.err
    assert tw("decisions").out == ""


@pytest.mark.parametrize(
    ("who", "because"),
    [
        ("", "x"),
        ("M.", "  "),
        ("M.\x1b[31m", "x"),
        ("M.", "a\0b"),
        ("M.", "\u202egnol"),
        ("M." * 500_000, "x"),
        ("M.", "x" * 1_000_000),
    ],
)
def test_a_hostile_name_or_reason_is_refused(tw, registry: str, who: str, because: str) -> None:
    ended = tw("same", "peru chile tax", "peru chile extradition", "--because", because, "--who", who)
    assert (ended.code, ended.out) == (2, "")
    assert len(ended.err) < 1_000
    assert tw("decisions").out == ""


@pytest.mark.parametrize("words", ["'; DROP TABLE decisions; --", "<script>alert(1)</script>", "条约 — því að"])
def test_words_of_any_kind_are_kept_as_words(tw, registry: str, words: str) -> None:
    (made,) = lines(tw("same", "peru chile tax", "peru chile extradition", "--because", words, "--who", words).out)
    assert (made["who"], made["because"]) == (words, words)
    assert lines(tw("decisions").out) == [made]


def test_a_decision_needs_a_reason(tw, registry: str) -> None:
    assert tw("same", "peru chile tax", "peru chile extradition").code == 2


def test_a_hostile_name_of_an_agreement_is_not_found(tw, registry: str) -> None:
    for name in ("'; DROP TABLE decisions; --", "<b>", "\x1b[31m", "x" * 1_000_000, ""):
        ended = tw("same", name, "norway iceland", "--because", "x")
        assert ended.code in {1, 2}
        assert len(ended.err) < 3_000
