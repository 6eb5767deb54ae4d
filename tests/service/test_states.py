"""A state's agreements by how it stands towards them, an agreement's states with their days, and what is new."""

from datetime import date

import pytest

from treatywatch.model import Agreement, Document, Event, InputError, Modality, NotFoundError, Reading, Span, Step
from treatywatch.registry import Registry
from treatywatch.service.coming import coming
from treatywatch.service.judging import reject
from treatywatch.service.lately import lately
from treatywatch.service.participation import participation, sorted_by
from treatywatch.service.state import state_of
from treatywatch.service.status import status_of
from treatywatch.service.timeline import timeline

PACT, TAX = "chl-nor-2021-treaty-shared-harbours", "chl-per-double-taxation-treaty"
WHY = {"who": "M. Silva", "because": "the annex says so"}
DAY = date(2022, 1, 10)


def stands(registry: Registry, state: str, **asked: object) -> list[tuple[str, str]]:
    found = state_of(registry, state, DAY, **asked)  # type: ignore[arg-type]
    return [(each.agreement.key, each.status) for each in found.stands]


def test_a_state_has_its_agreements_by_status_as_the_law_answers_for_each(registry: Registry) -> None:
    found = stands(registry, "CHL")
    assert found == [(TAX, "party"), (PACT, "signatory")]
    for key, status in found:
        parties = {one.party: one.status for one in status_of(registry, key, DAY).status.parties}
        assert parties["CHL"] == status
    assert [(one.value, one.count) for one in state_of(registry, "CHL", DAY).statuses] == [
        ("party", 1),
        ("signatory", 1),
    ]


@pytest.mark.parametrize("called", ["NOR", "norway", "Norwegian", "Kingdom of Norway"])
def test_a_state_may_be_called_by_any_name(registry: Registry, called: str) -> None:
    found = state_of(registry, called, DAY)
    assert (found.state, found.name) == ("NOR", "Norway")
    assert [each.agreement.key for each in found.stands] == [PACT]


def test_a_status_and_a_page_can_be_asked_for(registry: Registry) -> None:
    assert stands(registry, "CHL", status="signatory") == [(PACT, "signatory")]
    assert stands(registry, "CHL", limit=1, page=2) == [(PACT, "signatory")]
    with pytest.raises(InputError, match="signatory"):
        state_of(registry, "CHL", DAY, status="friendly")
    with pytest.raises(NotFoundError, match="Atlantis"):
        state_of(registry, "Atlantis", DAY)


def test_a_decision_changes_how_a_state_stands(registry: Registry) -> None:
    reject(registry, timeline(registry, TAX).undated[0].fact, **WHY)
    assert (TAX, "party") not in stands(registry, "PER")


def _deposits(registry: Registry) -> str:
    """A convention between many, told of by one page; returns its key."""
    deeds = (
        (Step.SIGNED, ("ISL",), "2019-03-01"),
        (Step.SIGNED, ("FIN",), "2019-02-01"),
        (Step.RATIFIED, ("ISL",), "2019-04-02"),
        (Step.DEPOSITED, ("ISL",), "2019-05-02"),
        (Step.ACCEDED, ("DNK",), "2019-12-24"),
        (Step.IN_FORCE, (), "2020-01-01"),
        (Step.DENOUNCED, ("DNK",), "2021-01-01"),
        (Step.WITHDRAWN, ("DNK",), "2021-06-30"),
    )
    text, events = "", []
    for step, parties, day in deeds:
        words = f"{' '.join(parties)} {step.value} the Whale Watching Convention on {day}. "
        span = Span(len(text), len(text) + len(words) - 1)
        events.append(Event("w", step, Modality.ACTUAL, parties, None, day, None, None, words[:-1], span))
        text += words
    document = Document("whales", text, published="2021-08-01")
    agreement = Agreement("w", "Whale Watching Convention", "convention", ("DNK", "FIN", "ISL"), year="2019")
    registry.add(document, Reading("whales", document.sha256, "1", (agreement,), tuple(events)))
    [line] = registry.named("Whale Watching Convention")
    return line.key


def test_a_table_of_participation_has_the_days_of_each_state(registry: Registry) -> None:
    found = {one.state: one for one in participation(registry, _deposits(registry), DAY).states}
    iceland, finland, denmark = found["ISL"], found["FIN"], found["DNK"]
    assert (iceland.signed and iceland.signed.date, iceland.status, iceland.in_force) == (
        "2019-03-01",
        "party",
        "2020-01-01",
    )
    assert iceland.consent and (iceland.consent.step, iceland.consent.date) == ("deposited", "2019-05-02")
    assert (finland.status, finland.consent, finland.in_force) == ("signatory", None, None)
    assert denmark.consent and denmark.consent.step == "acceded"
    assert (denmark.signed, denmark.status, denmark.until) == (None, "former_party", "2021-06-29")


def test_a_table_of_participation_is_as_of_a_day_and_sorts_by_days(registry: Registry) -> None:
    key = _deposits(registry)
    early = participation(registry, key, date(2019, 4, 15))
    assert {one.state: one.consent and one.consent.step for one in early.states if one.consent} == {"ISL": "ratified"}
    table = participation(registry, key, DAY)
    assert [one.state for one in table.states] == ["DNK", "FIN", "ISL"]
    assert [one.state for one in sorted_by(table, "signed").states] == ["FIN", "ISL", "DNK"]
    assert [one.state for one in sorted_by(table, "consent").states] == ["ISL", "DNK", "FIN"]


def test_the_latest_news_come_first_with_what_is_told_for_the_first_time(registry: Registry) -> None:
    every = lately(registry, "2000-01-01", DAY)
    assert [one.agreement.key for one in every.news] == [TAX, PACT]
    assert all(one.new for one in every.news)
    assert {step.kind for step in every.news[1].steps} == {"signed", "ratified"}
    assert [entry.date for entry in every.news[1].conflicts] == ["2021-05-04"]

    moment = max(page.recorded for page, _ in registry.pages(PACT))
    _deposits(registry)
    since = registry.learned([PACT], moment)[PACT]
    assert (since.new, since.steps, since.conflicts) == (False, (), ())
    assert lately(registry, "9999-01-01", DAY).news == ()


def test_news_come_a_page_at_a_time(registry: Registry) -> None:
    first, second = (lately(registry, "2000-01-01", DAY, limit=1, page=page) for page in (1, 2))
    assert [one.agreement.key for one in (*first.news, *second.news)] == [TAX, PACT]
    assert (first.total, first.pages) == (2, 2)


def test_dates_of_all_agreements_are_those_of_each_within_the_days_asked_for(registry: Registry) -> None:
    _deposits(registry)
    each = [
        date for key in (line.key for line in registry.lines()) for date in coming(registry, "2019-12-01", DAY, key)
    ]
    every = coming(registry, "2019-12-01", DAY)
    assert {(one.key, one.what, one.date) for one in every} == {(one.key, one.what, one.date) for one in each}
    assert [one.date for one in coming(registry, "2019-12-01", DAY, until="2020-12-31")] == ["2020-01-01"]
    assert coming(registry, "2019-12-01", DAY, until="2019-12-31") == ()
