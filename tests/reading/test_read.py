"""What one page says, read as a user reads it."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch.model import Document, Modality, Step
from treatywatch.reading import explain, explain_all, read


def facts(text: str, published: str | None = None) -> set[tuple[str, str, tuple[str, ...], str | None]]:
    reading = read(Document("page", text, published=published))
    return {(e.kind.value, e.modality.value, e.parties, e.date) for e in reading.events}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Norway ratified the Nagoya Protocol on 3 May 2013.", ("ratified", "actual", ("NOR",), "2013-05-03")),
        ("Norway will sign the Nagoya Protocol on Friday.", ("signed", "planned", ("NOR",), "2024-06-21")),
        ("Norway did not sign the Nagoya Protocol.", ("signed", "negated", ("NOR",), None)),
        ("Norway may join the Nagoya Protocol.", ("acceded", "possible", ("NOR",), None)),
        ("The Chilean Senate ratified the Nagoya Protocol.", ("approved", "actual", ("CHL",), None)),
        ("A fishing treaty between Chile and Peru takes effect once both have ratified it.",
         ("in_force", "possible", ("CHL", "PER"), None)),
    ],
)  # fmt: skip
def test_the_kind_of_step_and_its_modality_are_told_apart(
    text: str, fact: tuple[str, str, tuple[str, ...], str | None]
) -> None:
    assert fact in facts(text, "2024-06-18")


def test_pages_read_together_say_what_each_says_alone() -> None:
    texts = [
        "The Chilean Senate ratified the Nagoya Protocol.",
        "A recipe for soup.",
        "",
        "Peru left the fishing treaty with Chile, its minister said on Monday.",
    ]
    pages = [Document(text[:4], text, published="2024-06-18") for text in texts]
    assert explain_all(pages) == [explain(page) for page in pages]


def test_each_state_in_a_list_ratifies_for_itself() -> None:
    found = facts("Kenya, Ghana and Niger have ratified the Nagoya Protocol.")
    assert {parties for kind, _, parties, _ in found if kind == "ratified"} == {("KEN",), ("GHA",), ("NER",)}


def test_a_passing_mention_tells_nothing() -> None:
    assert not facts("The exhibition on the Treaty of Versailles opens in the museum on Sunday.", "2024-06-18")


@given(st.text())
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_and_every_quote_stands_in_it(text: str) -> None:
    page = f"The treaty {text} was signed by Chile and Peru."
    reading = read(Document("page", page))
    for fact in (*reading.events, *reading.relations):
        assert fact.evidence == fact.span.quote(page)
    for statement in reading.statements:
        assert statement.quote == statement.span.quote(page)


def test_the_same_page_gives_the_same_reading() -> None:
    page = Document("page", "Chile and Peru signed a fishing treaty on 3 May 2013, officials said.")
    assert read(page) == read(page)


def test_the_seed_page_gives_its_facts(shared: Path) -> None:
    (seed,) = (shared / "seeds").glob("*.txt")
    reading = read(Document("seed", seed.read_text("utf-8"), published="2024-06-18"))
    events = {(e.kind, e.modality, e.parties) for e in reading.events}
    assert (Step.AUTHORISED, Modality.ACTUAL, ("RUS",)) in events
    assert (Step.SIGNED, Modality.PLANNED, ("PRK", "RUS")) in events
    mandates = [e.mandate for e in reading.events if e.mandate is not None]
    assert any("not of a fundamental nature" in mandate.allows for mandate in mandates)
    assert any("Foreign Ministry" in (mandate.who or "") for mandate in mandates)
    assert {"Yury Ushakov", "Vladimir Putin"} <= {s.speaker for s in reading.statements}
    assert json.dumps([e.evidence for e in reading.events]).count("Details of Putin") == 0
