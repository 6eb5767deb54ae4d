"""A person's word on a fact outranks the machine's, is kept beside it, and can be taken back."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from treatywatch.model import InputError, NotFoundError
from treatywatch.registry import Registry, open_registry
from treatywatch.service.answers import Entry
from treatywatch.service.dossier import dossier
from treatywatch.service.judging import confirm, correct, reject
from treatywatch.service.listing import listing
from treatywatch.service.review import decisions, undo
from treatywatch.service.status import status_of
from treatywatch.service.timeline import timeline

PACT, TAX = "chl-nor-2021-treaty-shared-harbours", "chl-per-double-taxation-treaty"
WHY = {"who": "M. Silva", "because": "the gazette prints it"}


def step(registry: Registry, kind: str, key: str = PACT) -> Entry:
    found = timeline(registry, key)
    [entry] = [one for one in (*found.entries, *found.undated) if one.kind == kind]
    return entry


def whole(registry: Registry) -> list[object]:
    return [dossier(registry, line.key) for line in listing(registry, passing=True)]


def test_a_corrected_day_settles_a_conflict_and_the_pages_words_stay_beside_it(registry: Registry) -> None:
    before = step(registry, "signed")
    assert (before.date, before.differ) == ("2021-05-04", ("date 2021-05-03 instead of 2021-05-04",))
    correct(registry, before.fact, ["date=2021-05-03"], **WHY)
    after = step(registry, "signed")
    assert (after.date, after.differ, after.fact) == ("2021-05-03", (), before.fact)
    assert [(word.verb, word.who, word.because) for word in after.decided] == [("correct", *WHY.values())]
    assert after.machine is not None
    assert after.machine.date == "2021-05-04"
    assert [one.quote for one in after.sources] == [one.quote for one in before.sources]
    [line] = [one for one in listing(registry) if one.key == PACT]
    assert line.conflicts == 0


def test_what_is_undone_is_as_if_it_had_never_been_decided(registry: Registry) -> None:
    before = whole(registry)
    fact = step(registry, "ratified").fact
    for decide in (
        lambda: correct(registry, fact, ["kind=approved", "body=Senate of Chile"], **WHY),
        lambda: reject(registry, fact, **WHY),
        lambda: confirm(registry, fact, **WHY),
    ):
        number = decide()
        assert whole(registry) != before
        undo(registry, number, **WHY)
        assert whole(registry) == before
    assert [one.undone for one in decisions(registry)] == [True, False] * 3


def test_a_rejected_step_leaves_every_answer_and_stays_visible(registry: Registry) -> None:
    fact = step(registry, "ratified").fact
    reject(registry, fact, **WHY)
    found = dossier(registry, PACT)
    assert [one.kind for one in found.timeline] == ["signed"]
    [gone] = found.rejected
    assert (gone.kind, gone.date, gone.fact) == ("ratified", "2021-11-29", fact)
    assert [word.verb for word in gone.decided] == ["reject"]
    assert [one.kind for one in timeline(registry, PACT).rejected] == ["ratified"]
    [line] = [one for one in listing(registry) if one.key == PACT]
    assert line.last == ("signed", "2021-05-04")
    confirm(registry, fact, **WHY)
    assert step(registry, "ratified").date == "2021-11-29"
    assert dossier(registry, PACT).rejected == ()


def test_the_status_follows_a_persons_word_from_the_day_it_was_given(place: str, press: tuple) -> None:
    with open_registry(place, clock=lambda: datetime(2024, 5, 5, tzinfo=UTC)) as registry:
        for page in press:
            registry.add(*page)
        asked = date(2024, 6, 1)
        assert status_of(registry, TAX, asked).status.stage == "in_force"
        reject(registry, step(registry, "in_force", TAX).fact, **WHY)
        assert status_of(registry, TAX, asked).status.stage != "in_force"
        assert status_of(registry, TAX, asked, known_by=date(2024, 5, 4)).status.stage == "in_force"
        assert status_of(registry, TAX, asked, known_by=date(2024, 5, 5)).status.stage != "in_force"


def test_a_decision_counts_from_when_it_was_recorded(place: str, press: tuple) -> None:
    now = [datetime(2024, 1, 1, tzinfo=UTC)]
    with open_registry(place, clock=lambda: now[0]) as registry:
        for page in press:
            registry.add(*page)
        now[0] = datetime(2024, 3, 1, tzinfo=UTC)
        correct(registry, step(registry, "signed").fact, ["date=2021-05-02"], **WHY)
        now[0] = datetime(2024, 5, 1, tzinfo=UTC)
        undo(registry, 1, **WHY)
        days = [
            next(one.date for one in timeline(registry, PACT, known_by=day).entries if one.kind == "signed")
            for day in ("2024-01-01", "2024-02-29", "2024-03-01", "2024-04-30", "2024-05-01")
        ]
    assert days == ["2021-05-04", "2021-05-04", "2021-05-02", "2021-05-02", "2021-05-04"]


def test_a_clock_that_goes_back_never_makes_a_decision_look_earlier(place: str, press: tuple) -> None:
    now = [datetime(2024, 3, 1, tzinfo=UTC)]
    with open_registry(place, clock=lambda: now[0]) as registry:
        for page in press:
            registry.add(*page)
        confirm(registry, step(registry, "signed").fact, **WHY)
        now[0] = datetime(2020, 1, 1, tzinfo=UTC)
        undo(registry, 1, **WHY)
        recorded = [one.recorded for one in decisions(registry)]
    assert recorded == sorted(recorded)
    assert recorded[0].startswith("2024-03-01")


def test_a_corrected_day_moves_the_step_for_as_of(registry: Registry) -> None:
    correct(registry, step(registry, "ratified").fact, ["date=2022-02-01"], **WHY)
    assert [one.kind for one in timeline(registry, PACT, as_of="2021-12-31").entries] == ["signed"]
    assert [one.kind for one in timeline(registry, PACT, as_of="2022-02-01").entries] == ["signed", "ratified"]


def test_a_word_on_one_place_leaves_the_other_places_alone(registry: Registry) -> None:
    before = step(registry, "signed")
    wrong = next(one for one in before.sources if "3 May" in one.quote)
    assert wrong.fact is not None
    correct(registry, wrong.fact, ["date=2021-05-04"], here=True, **WHY)
    after = step(registry, "signed")
    assert (after.date, after.differ, after.machine) == ("2021-05-04", (), None)
    [reread] = [one.reread for one in after.sources if one.reread]
    assert reread.machine is not None
    assert (reread.machine.date, reread.now.date) == ("2021-05-03", "2021-05-04")
    undo(registry, 1, **WHY)
    reject(registry, wrong.fact, here=True, **WHY)
    assert [one.fact for one in step(registry, "signed").sources] == [
        one.fact for one in before.sources if one.fact != wrong.fact
    ]
    assert [one.date for one in dossier(registry, PACT).rejected] == ["2021-05-03"]


def test_a_corrected_kind_meets_the_step_that_it_is(registry: Registry) -> None:
    """A ratification that was a signature becomes one with the signature that other pages tell."""
    correct(registry, step(registry, "ratified").fact, ["kind=signed", "parties=CHL,NOR", "date=2021-05-04"], **WHY)
    signed = step(registry, "signed")
    assert len(signed.sources) == 3
    assert len(timeline(registry, PACT).entries) == 1


def test_of_two_decisions_on_a_field_the_later_holds_and_the_earlier_comes_back(registry: Registry) -> None:
    fact = step(registry, "signed").fact
    correct(registry, fact, ["date=2021-05-01", "place=Oslo"], **WHY)
    number = correct(registry, fact, ["date=2021-05-02"], who="A. Lie", because="the protocol")
    assert (step(registry, "signed").date, step(registry, "signed").place) == ("2021-05-02", "Oslo")
    undo(registry, number, **WHY)
    assert (step(registry, "signed").date, step(registry, "signed").place) == ("2021-05-01", "Oslo")


def test_what_is_confirmed_stays_when_more_pages_say_otherwise(
    registry: Registry, press: tuple, copied: Callable
) -> None:
    confirm(registry, step(registry, "signed").fact, **WHY)
    for number in range(5):
        registry.add(*copied(press[2], f"c{number}"))  # the page that says 3 May
    signed = step(registry, "signed")
    assert (signed.date, signed.differ) == ("2021-05-04", ())
    assert signed.machine is not None
    assert signed.machine.date == "2021-05-03"
    undo(registry, 1, **WHY)
    assert step(registry, "signed").date == "2021-05-03"


def test_a_rejected_step_stays_so_when_another_page_tells_it_again(
    registry: Registry, press: tuple, copied: Callable
) -> None:
    reject(registry, step(registry, "ratified").fact, **WHY)
    registry.add(*copied(press[2], "c"))
    assert [one.kind for one in timeline(registry, PACT).entries] == ["signed"]
    [gone] = timeline(registry, PACT).rejected
    assert len(gone.sources) == 2


@pytest.fixture
def copied() -> Callable:
    def copy(page: tuple, name: str) -> tuple:
        document, reading = page
        text = f"{document.text} ({name})"
        changed = msgspec.structs.replace(document, id=name, text=text)
        return changed, msgspec.structs.replace(reading, id=name, document=changed.sha256)

    return copy


def test_decisions_find_their_facts_in_what_a_newer_reader_makes_of_the_page(registry: Registry, press: tuple) -> None:
    correct(registry, step(registry, "ratified").fact, ["date=2021-11-28"], **WHY)
    document, reading = press[2]
    signed, ratified = reading.events
    shorter = msgspec.structs.replace(ratified.span, end=ratified.span.end - 1)
    better = msgspec.structs.replace(
        ratified, span=shorter, evidence=shorter.quote(document.text), date="2021-11-30", place="Santiago"
    )
    registry.add(document, msgspec.structs.replace(reading, reader="2", events=(better, signed)))
    after = step(registry, "ratified")
    assert (after.date, after.place, len(after.decided)) == ("2021-11-28", "Santiago", 1)
    assert after.machine is not None
    assert after.machine.date == "2021-11-30"


def test_a_fact_that_a_newer_reader_misses_stays_when_a_person_stands_by_it(registry: Registry, press: tuple) -> None:
    before = step(registry, "ratified")
    confirm(registry, before.fact, **WHY)
    document, reading = press[2]
    registry.add(document, msgspec.structs.replace(reading, reader="2", events=reading.events[:1]))
    after = step(registry, "ratified")
    assert [one.quote for one in after.sources] == [one.quote for one in before.sources]
    undo(registry, 1, **WHY)
    assert [one.kind for one in timeline(registry, PACT).entries] == ["signed"]


def test_ids_and_decisions_do_not_depend_on_the_order_of_pages(tmp_path: Path, press: tuple) -> None:
    seen = []
    for number, order in enumerate(permutations(press)):
        with open_registry(tmp_path / f"{number}.db", clock=lambda: datetime(2024, 1, 1, tzinfo=UTC)) as registry:
            registry.add(*order[0])
            registry.refresh()
            for page in order[1:]:
                registry.add(*page)
            fact = step(registry, "signed").fact
            correct(registry, fact, ["date=2021-05-02"], **WHY)
            reject(registry, step(registry, "ratified").fact, **WHY)
            seen.append((fact, whole(registry)))
    assert all(one == seen[0] for one in seen)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([], "nothing is corrected"),
        (["date"], "is no correction"),
        (["colour=red"], "of the fields kind, modality, parties, date, place, body"),
        (["kind=sined"], "did you mean signed"),
        (["kind="], "allowed are proposed"),
        (["modality=sure"], "allowed are actual"),
        (["parties="], "at least one party"),
        (["parties=NOR,ATLANTIS"], "is no party"),
        (["date=2021-13"], "is no date"),
        (["date=0001-01-01"], "out of range"),
        (["date=9999"], "out of range"),
        (["date=2199-01-01"], "still to come"),
        (["date=2021", "date=2022"], "twice"),
        (["place=" + "x" * 1_000_000], "characters"),
        (["place=a\x1b[31mb"], "control character"),
        (["x" * 1_000_000], "is no correction"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(registry: Registry, changes: list[str], told: str) -> None:
    with pytest.raises(InputError, match=told) as error:
        correct(registry, step(registry, "signed").fact, changes, **WHY)
    assert len(str(error.value)) < 1_000
    assert decisions(registry) == ()


@pytest.mark.parametrize(
    ("written", "field", "value"),
    [
        ("kind=In Force", "kind", "in_force"),
        ("parties=nor, Chile", "parties", ("CHL", "NOR")),
        ("parties=NOR CHL", "parties", ("CHL", "NOR")),
        ("date=2021-05", "date", "2021-05"),
        ("date=", "date", None),
        ("place=<b>'; DROP TABLE texts; --", "place", "<b>'; DROP TABLE texts; --"),
        ("body=  Ting   of Norway ", "body", "Ting of Norway"),
    ],
)
def test_every_field_can_be_corrected(registry: Registry, written: str, field: str, value: object) -> None:
    fact = step(registry, "ratified").fact
    correct(registry, fact, [written], **WHY)
    found = timeline(registry, PACT)
    [entry] = [one for one in (*found.entries, *found.undated) if one.decided]
    assert getattr(entry, field) == value


def test_an_id_may_be_cut_short_and_must_mean_one_fact(registry: Registry) -> None:
    fact = step(registry, "signed").fact
    confirm(registry, fact[:8].upper(), **WHY)
    assert step(registry, "signed").decided
    with pytest.raises(NotFoundError, match=f"nearest are .*{fact}"):
        confirm(registry, fact[:6] + ("0" if fact[6] != "0" else "1") * 6, **WHY)
    for wrong in ("", "abc", "%", "'; DROP TABLE texts; --", "x" * 1_000_000, "\x1b[31m"):
        with pytest.raises(InputError, match="12 hex digits"):
            reject(registry, wrong, **WHY)
