"""The law on a registry made of hand-made readings of the development pages."""

import json
from datetime import date

import pytest

from treatywatch.model import Agreement, Document, Event, Modality, Reading, Span, Step
from treatywatch.registry import open_registry
from treatywatch.service.status import check_of, next_of, status_of


def lines(file):
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def read_by_hand(page, gold):
    """A page of the corpus and its gold as the values that a reader gives."""
    document = Document(
        id=page["id"], text=page["text"], url=page["url"], publisher=page["publisher"], published=page["published"]
    )
    agreements = tuple(
        Agreement(one["key"], one["name"], one["form"], tuple(one["parties"])) for one in gold["agreements"]
    )
    events = tuple(_event(one, page["text"]) for one in gold["events"])
    return document, Reading(gold["id"], document.sha256, "by hand", agreements=agreements, events=events)


def _event(one, text):
    start = text.index(one["evidence"])
    return Event(
        one["agreement"], Step(one["kind"]), Modality(one["modality"]), tuple(one["parties"]), one["body"], one["date"],
        one["place"], one["attributed_to"], one["evidence"], Span(start, start + len(one["evidence"])),
    )  # fmt: skip


@pytest.fixture(scope="module")
def registry(shared, tmp_path_factory):
    dev = shared / "corpus" / "dev"
    gold = {one["id"]: one for one in lines(dev / "gold.jsonl")}
    wanted = ("rus-prk-2024/", "paris-2015/", "inf-1987/", "bbnj/")
    place = tmp_path_factory.mktemp("registry") / "gold.db"
    with open_registry(str(place)) as opened:
        for page in lines(dev / "documents.jsonl"):
            if page["id"].startswith(wanted) and page["id"] in gold:
                opened.add(*read_by_hand(page, gold[page["id"]]))
        yield opened


TRUE = [
    ("Comprehensive Strategic Partnership Treaty", "2024-06-18", "unknown", {"RUS": "negotiating"}),
    ("Comprehensive Strategic Partnership Treaty", "2024-06-30", "signed", {"RUS": "signatory", "PRK": "signatory"}),
    ("Comprehensive Strategic Partnership Treaty", "2024-10-30", "signed", {"RUS": "signatory", "PRK": "signatory"}),
    ("Comprehensive Strategic Partnership Treaty", "2024-11-20", "signed", {"RUS": "signatory", "PRK": "signatory"}),
    ("Comprehensive Strategic Partnership Treaty", "2024-12-05", "in_force", {"RUS": "party", "PRK": "party"}),
    ("Paris Agreement", "2018-06-01", "in_force", {"USA": "party"}),
    ("Paris Agreement", "2020-11-05", "in_force", {"USA": "former_party"}),
    ("Paris Agreement", "2021-03-01", "in_force", {"USA": "party"}),
    ("INF Treaty", "2019-03-01", "suspended", {"USA": "withdrawing"}),
    ("INF Treaty", "2019-08-03", "terminated", {"USA": "former_party", "RUS": "former_party"}),
    ("High Seas Treaty", "2023-07-01", "adopted", {}),
    ("High Seas Treaty", "2025-09-18", "signed", {"PLW": "contracting", "IND": "signatory"}),
    ("High Seas Treaty", "2026-02-01", "in_force", {"PLW": "party", "IND": "signatory"}),
]


@pytest.mark.parametrize(("agreement", "day", "stage", "parties"), TRUE)
def test_the_status_on_a_day_is_true_and_every_reason_has_its_quotes(registry, agreement, day, stage, parties):
    answer = status_of(registry, agreement, date.fromisoformat(day))
    found = {party.party: party.status for party in answer.status.parties}
    assert answer.status.stage == stage
    assert {code: found.get(code) for code in parties} == parties
    reasons = [*answer.status.because, *(reason for party in answer.status.parties for reason in party.because)]
    assert all(reason.article and reason.says for reason in reasons)
    assert all(answer.sources[name].sources[0].quote for reason in reasons for name in reason.acts)


def test_an_authorisation_that_no_page_dates_is_said_to_be_open(registry):
    answer = status_of(registry, "Comprehensive Strategic Partnership Treaty", date(2024, 6, 18)).status
    assert set(answer.may_be) == {"authorised", "draft"}
    assert [reason.rule for reason in answer.because] == ["unknown-date"]


def test_what_comes_next_follows_the_procedure_and_ends_with_the_exchange(registry):
    answer = next_of(registry, "Comprehensive Strategic Partnership Treaty", date(2024, 11, 20)).next
    russia = next(step for step in answer.steps if step.party == "RUS")
    assert (russia.step, russia.procedure) == (Step.EXCHANGED, "ratification by federal law")
    assert {one.rule for one in answer.missing if one.party} == {"not-handed-over"}


def test_nothing_impossible_is_told_of_the_agreements(registry):
    for name in ("Comprehensive Strategic Partnership Treaty", "Paris Agreement", "INF Treaty", "High Seas Treaty"):
        assert [found for found in check_of(registry, name, date(2026, 11, 23)).findings if found.sure] == []
