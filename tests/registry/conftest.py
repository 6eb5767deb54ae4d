from collections.abc import Callable
from pathlib import Path

import pytest

from treatywatch.model import Agreement, Document, Event, Modality, Reading, Relation, Span, Statement, Step

Page = tuple[Document, Reading]

TEXT = (
    "Norway and Chile signed a fisheries treaty in Santiago on 4 May 2021. "
    "It will replace the 1973 accord. “The sea joins us,” said Anna Berg."
)


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "treatywatch.db")


@pytest.fixture
def page() -> Callable[..., Page]:
    return make_page


def make_page(name: str = "p1", text: str = TEXT, reader: str = "1", published: str | None = "2021-05-05") -> Page:
    document = Document(id=name, text=text, publisher="Harbour News", published=published)
    signed = text[: text.index(".")]
    reading = Reading(
        id=name,
        document=document.sha256,
        reader=reader,
        agreements=(
            Agreement("a1", "fisheries treaty", "treaty", ("CHL", "NOR")),
            Agreement("a2", "the 1973 accord", "accord", ("CHL", "NOR"), year="1973"),
        ),
        events=(
            Event(
                "a1", Step.SIGNED, Modality.ACTUAL, ("CHL", "NOR"), None, "2021-05-04", "Santiago", None,
                signed, Span(0, len(signed)), rules=("signed-on",),
            ),
        ),
        relations=_relations(text),
        statements=_statements(text),
    )  # fmt: skip
    return document, reading


def _relations(text: str) -> tuple[Relation, ...]:
    words = "It will replace the 1973 accord"
    if words not in text:
        return ()
    start = text.index(words)
    span = Span(start, start + len(words))
    from treatywatch.model import RelationType

    return (
        Relation(RelationType.SUPERSEDES, "a1", "a2", "the 1973 accord", Modality.PLANNED, None, words, span),
    )  # fmt: skip


def _statements(text: str) -> tuple[Statement, ...]:
    words = "The sea joins us"
    if words not in text:
        return ()
    start = text.index(words)
    return (Statement("Anna Berg", None, True, words, Span(start, start + len(words)), "a1"),)
