"""The queue asks what a person must decide, and each answer's command settles it."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from treatywatch.model import Agreement, Document, Event, InputError, Modality, Reading, Span, Step
from treatywatch.registry import Registry
from treatywatch.service.forgetting import forget
from treatywatch.service.judging import confirm, correct, reject
from treatywatch.service.queue import Question, queue
from treatywatch.service.review import different, same, undo
from treatywatch.service.timeline import timeline

PACT, TAX = "chl-nor-2021-treaty-shared-harbours", "chl-per-double-taxation-treaty"
WHY = {"who": "M. Silva", "because": "the gazette prints it"}
TODAY = date(2024, 6, 1)


def asked(registry: Registry, kind: str) -> list[Question]:
    return [one for one in queue(registry, TODAY, limit=None) if one.kind == kind]


def settle(registry: Registry, commands: tuple[tuple[str, ...], ...]) -> None:
    """Do what the commands do."""
    for verb, *words in commands:
        {
            "same": lambda a, b: same(registry, a, b, **WHY),
            "different": lambda a, b: different(registry, a, b, **WHY),
            "confirm": lambda fact: confirm(registry, fact, **WHY),
            "reject": lambda fact: reject(registry, fact, **WHY),
            "correct": lambda fact, change: correct(registry, fact, [change], **WHY),
            "undo": lambda number: undo(registry, int(number), **WHY),
        }[verb](*words)


def tell(registry: Registry, name: str, words: str, published: str, *told: tuple[str, str, str | None]) -> None:
    """Add a page that tells of a fisheries treaty of Norway and Peru: kind, parties and day of each step."""
    document = Document(name, words, published=published)
    both = Agreement("a", "fisheries treaty", "treaty", ("NOR", "PER"))
    events = tuple(
        Event("a", Step(kind), Modality.ACTUAL, tuple(who.split()), None, day, None, None, words, Span(0, len(words)))
        for kind, who, day in told
    )
    registry.add(document, Reading(name, document.sha256, "1", (both,), events))


def test_days_that_differ_are_asked_with_the_places_that_say_so(registry: Registry) -> None:
    [question] = asked(registry, "date")
    assert [(one.says, [each.document for each in one.sources]) for one in question.choices] == [
        ("2021-05-04", ["h2"]),
        ("2021-05-03", ["h3"]),
    ]
    assert (question.documents, question.assertions) == (2, 2)
    assert [one.key for one in question.agreements] == [PACT]


@pytest.mark.parametrize("answer", [0, 1])
def test_each_answer_on_a_day_settles_it(registry: Registry, answer: int) -> None:
    [question] = asked(registry, "date")
    choice = question.choices[answer]
    settle(registry, choice.commands)
    assert asked(registry, "date") == []
    assert timeline(registry, PACT).entries[0].date == choice.says


def test_what_the_status_hangs_on_comes_first(registry: Registry) -> None:
    for number, day in enumerate(("2022-03-01", "2022-05-01")):
        tell(registry, f"n{number}", f"In force since {day}.", "2022-06-01", ("in_force", "NOR PER", day))
    first = queue(registry, TODAY)[0]
    assert sorted(first.status) == ["2022-03-01: in force since 2022-03-01", "2022-05-01: in force since 2022-05-01"]
    assert first.choices[0].commands[0][0] == "correct"


def test_two_kinds_on_one_day_are_asked_unless_one_page_tells_both(registry: Registry) -> None:
    tell(registry, "n1", "They initialled it.", "2022-06-02", ("initialled", "NOR PER", "2022-06-01"))
    tell(registry, "n2", "They signed it.", "2022-06-02", ("signed", "NOR PER", "2022-06-01"))
    [question] = asked(registry, "kind")
    assert [one.says for one in question.choices] == [
        "initialled NOR, PER 2022-06-01",
        "signed NOR, PER 2022-06-01",
        "both",
    ]
    for choice in question.choices:
        settle(registry, choice.commands)
        assert asked(registry, "kind") == []
        for number in range(1, 20):
            try:
                undo(registry, number, **WHY)
            except LookupError:
                continue
        assert len(asked(registry, "kind")) == 1
    both = (("initialled", "NOR PER", "2022-06-01"), ("signed", "NOR PER", "2022-06-01"))
    tell(registry, "n3", "First they initialled it, then they signed it.", "2022-06-02", *both)
    assert asked(registry, "kind") == []


@pytest.mark.parametrize("answer", [0, 1])
def test_agreements_that_may_be_one_are_asked_until_that_is_settled(registry: Registry, answer: int) -> None:
    papers = (("solar accord", "2023-02-01"), ("postal pact", "2023-02-02"), ("new deal", "2023-03-10"))
    for number, (name, day) in enumerate(papers):
        words = f"Kenya and Ghana signed the {name}."
        document = Document(f"k{number}", words, published="2023-04-02")
        agreement = Agreement("a", name, name.rpartition(" ")[2], ("GHA", "KEN"))
        signed = Event(
            "a", Step.SIGNED, Modality.ACTUAL, ("GHA", "KEN"), None, day, None, None, words, Span(0, len(words))
        )
        registry.add(document, Reading(document.id, document.sha256, "1", (agreement,), (signed,)))
    [question] = [one for one in asked(registry, "same") if "solar" in one.asks and "deal" in one.asks]
    assert any(words.startswith("for: ") for words in question.because)
    assert {source.document for source in question.choices[0].sources} == {"k0", "k2"}
    settle(registry, question.choices[answer].commands)
    assert question.asks not in [one.asks for one in asked(registry, "same")]
    [solar] = [line for line in registry.lines() if "solar accord" in dict(registry.names(line.key))]
    assert [page.id for page, _ in registry.pages(solar.key)] == (["k0", "k2"], ["k0"])[answer]


def test_a_rejected_step_that_is_told_again_is_asked_once_more(registry: Registry, press: tuple) -> None:
    ratified = next(one for one in timeline(registry, PACT).entries if one.kind == "ratified")
    reject(registry, ratified.fact, **WHY)
    assert asked(registry, "told_again") == []
    document, reading = press[2]
    copy = msgspec.structs.replace(document, id="copy", text=document.text + " ")
    registry.add(copy, msgspec.structs.replace(reading, id="copy", document=copy.sha256))
    [question] = asked(registry, "told_again")
    assert "M. Silva rejected it" in question.asks
    settle(registry, question.choices[1].commands)
    assert asked(registry, "told_again") == []


@pytest.mark.parametrize("lost", ["reader", "forgotten"])
def test_a_decision_that_lost_its_fact_is_told(registry: Registry, press: tuple, lost: str) -> None:
    ratified = next(one for one in timeline(registry, PACT).entries if one.kind == "ratified")
    confirm(registry, ratified.fact, **WHY)
    assert asked(registry, "adrift") == []
    document, reading = press[2]
    if lost == "reader":
        registry.add(document, Reading(reading.id, reading.document, "2"))
    else:
        forget(registry, document.id, **WHY)
    [question] = asked(registry, "adrift")
    assert "decision 1 is about" in question.asks
    settle(registry, question.choices[0].commands)
    assert asked(registry, "adrift") == []


def test_a_decision_on_agreements_that_lost_its_page_is_told(registry: Registry) -> None:
    same(registry, PACT, TAX, **WHY)
    assert asked(registry, "adrift") == []
    forget(registry, "t1", **WHY)
    assert len(asked(registry, "adrift")) == 1


def test_the_queue_may_be_cut_and_does_not_depend_on_the_order_of_pages(
    registry: Registry, press: tuple, tmp_path, again: Callable
) -> None:
    whole = queue(registry, TODAY, limit=None)
    assert queue(registry, TODAY, limit=1) == whole[:1]
    assert again(reversed(press)) == whole
    with pytest.raises(InputError, match="at least one"):
        queue(registry, TODAY, limit=0)


@pytest.fixture
def again(tmp_path) -> Callable:
    from treatywatch.registry import open_registry

    def ask(pages) -> tuple[Question, ...]:
        with open_registry(tmp_path / "again.db") as registry:
            for page in pages:
                registry.add(*page)
                registry.refresh()
            return queue(registry, TODAY, limit=None)

    return ask
