"""Whoever looks for an agreement finds it by any word that names it or tells of it, and nothing typed is an error."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from treatywatch.model import Agreement, Document, Event, InputError, Modality, NotFoundError, Reading, Span, Step
from treatywatch.registry import Registry, open_registry
from treatywatch.service.forgetting import forget
from treatywatch.service.judging import reject
from treatywatch.service.review import same, undo
from treatywatch.service.search import Query, choices, find_agreements
from treatywatch.service.timeline import timeline

PACT, TAX = "chl-nor-2021-treaty-shared-harbours", "chl-per-double-taxation-treaty"
OLD = "chl-nor-1973-harbour-accord"
WHY = {"who": "M. Silva", "because": "the annex says so"}


def keys(registry: Registry, words: str = "", **filters: object) -> list[str]:
    return [one.key for one in find_agreements(registry, Query(words, **filters)).agreements]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("shared harbours", [PACT]),
        ("HARBOUR pact", [PACT]),
        ("harb", [PACT]),
        ("pact shar", [PACT]),
        ("taxation", [TAX]),
        ("double tax", [TAX]),
        ("norway", [PACT]),
        ("norwegian", [PACT]),
        ("Kingdom of Norway", [PACT]),
        ("NOR", [PACT]),
        ("chile", [PACT, TAX]),
        ("chilean harbours", [PACT]),
        ("peru and chile", [TAX]),
        ("monday", [PACT]),
        ("the sea joins us", [PACT]),
        ("chile treaty on taxation", [TAX]),
        ("norway peru", []),
        ("harbourmaster", []),
        ("…", []),
    ],
)
def test_words_of_names_states_and_evidence_find_an_agreement(registry: Registry, words: str, found: list[str]) -> None:
    assert keys(registry, words) == found


def test_without_words_all_agreements_that_something_is_told_of_are_found(registry: Registry) -> None:
    assert keys(registry) == [PACT, TAX]
    assert keys(registry, " ") == [PACT, TAX]
    assert set(keys(registry, passing=True)) > {PACT, TAX, OLD}


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"state": "NOR"}, [PACT]),
        ({"state": "norwegian"}, [PACT]),
        ({"state": "chile"}, [PACT, TAX]),
        ({"form": "pact"}, [PACT]),
        ({"form": "protocol"}, []),
        ({"stage": "in_force"}, [TAX]),
        ({"stage": "terminated"}, []),
        ({"subject": "taxation"}, [TAX]),
        ({"year": "2021"}, [PACT]),
        ({"in_conflict": True}, [PACT]),
        ({"changed_since": "2000-01-01"}, [PACT, TAX]),
        ({"changed_since": "9999-01-01"}, []),
        ({"state": "chile", "year": "2021", "words": "harbour"}, [PACT]),
        ({"state": "chile", "year": "2022"}, []),
    ],
)
def test_every_filter_given_must_fit(registry: Registry, filters: dict[str, object], found: list[str]) -> None:
    assert [one.key for one in find_agreements(registry, Query(**filters)).agreements] == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sort", "first"), [("name", TAX), ("last", PACT), ("documents", PACT), ("changed", TAX), ("fit", PACT)]
)
def test_the_order_is_the_one_asked_for(registry: Registry, sort: str, first: str) -> None:
    assert keys(registry, sort=sort)[0] == first


def test_pages_follow_one_another_without_gap_or_repetition(registry: Registry) -> None:
    every = keys(registry, passing=True, sort="name")
    pages = [
        find_agreements(registry, Query(passing=True, sort="name", limit=1, page=n + 1)) for n in range(len(every))
    ]

    assert [page.agreements[0].key for page in pages] == every
    assert {(page.total, page.pages) for page in pages} == {(len(every), len(every))}
    beyond = find_agreements(registry, Query(limit=1, page=99))
    assert (beyond.agreements, beyond.total) == ((), 2)


def test_names_count_before_beginnings_and_these_before_evidence(place: str) -> None:
    with open_registry(place) as registry:
        for number, (name, words) in enumerate(
            [
                ("Grain Treaty", "Tax men looked on"),
                ("Taxation Treaty", "All went well"),
                ("Tax Treaty", "All went well"),
                ("Border Treaty", "All went well"),
            ]
        ):
            registry.add(*_page(f"p{number}", name, words))
        found = [one.name for one in find_agreements(registry, Query("tax")).agreements]
    assert found == ["Tax Treaty", "Taxation Treaty", "Grain Treaty"]


def _page(name: str, title: str, words: str) -> tuple[Document, Reading]:
    codes = {"p0": ("NOR", "SWE"), "p1": ("DNK", "NOR"), "p2": ("FIN", "SWE"), "p3": ("DNK", "ISL")}[name]
    document = Document(name, f"{words} when the {title} was signed.", published="2020-01-02")
    span = Span(0, len(document.text))
    event = Event("a", Step.SIGNED, Modality.ACTUAL, codes, None, "2020-01-01", None, None, document.text, span)
    return document, Reading(name, document.sha256, "1", (Agreement("a", title, "treaty", codes),), (event,))


def test_what_is_found_follows_decisions_their_undoing_and_forgetting(registry: Registry) -> None:
    same(registry, PACT, TAX, **WHY)
    assert len(keys(registry, "chile")) == 1
    assert keys(registry, "taxation") == keys(registry, "harbours")
    undo(registry, 1, **WHY)
    assert keys(registry, "taxation") == [TAX]

    ratified = next(e for e in timeline(registry, PACT).entries if e.kind == "ratified")
    reject(registry, ratified.fact, **WHY)
    assert keys(registry, "norway") == [PACT]

    forget(registry, "t1", **WHY)
    assert keys(registry, "taxation") == []
    assert keys(registry, "peru") == []


def test_another_time_shows_what_is_found_as_it_was(registry: Registry) -> None:
    page = find_agreements(registry, Query("harbour"), as_of="2021-06")
    assert [one.last for one in page.agreements] == [("signed", "2021-05-04")]
    assert find_agreements(registry, Query("harbour"), known_by="2000-01-01").total == 0


def test_what_filters_can_be_set_to_is_counted(registry: Registry) -> None:
    found = choices(registry)
    assert [(one.value, one.count) for one in found.states] == [("CHL", 2), ("NOR", 1), ("PER", 1)]
    assert {one.value for one in found.forms} == {"pact", "treaty"}
    assert [one.value for one in found.years] == ["2021"]
    assert {one.value for one in found.subjects} == {"taxation"}
    assert {one.value for one in found.stages} == {"signed", "in_force"}


@pytest.mark.parametrize(
    ("query", "error", "says"),
    [
        (Query(state="Atlantis"), NotFoundError, "Atlantis"),
        (Query(changed_since="lately"), InputError, "YYYY-MM-DD"),
        (Query(stage="asleep"), InputError, "in_force"),
        (Query(page=0), InputError, "from 1"),
        (Query(limit=0), InputError, "1 to 1000"),
    ],
)
def test_what_cannot_be_looked_for_is_told(registry: Registry, query: Query, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        find_agreements(registry, query)


@given(
    words=st.text() | st.text(alphabet="aN\"'*:^(){}+-~&|!<>\\ \0\ud800"),
    whole=st.sampled_from(["", "norway ", "the "]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_is_a_search(registry: Registry, words: str, whole: str) -> None:
    page = find_agreements(registry, Query(whole + words, passing=True, limit=1))
    assert page.total >= len(page.agreements)
