"""What one page says as plain facts, in the order of the page: what tables and marked-up pages show."""

from collections.abc import Iterator
from typing import NamedTuple

from treatywatch.model import Document, Event, Explained, Ground, Relation, Span, Statement
from treatywatch.views.present.words import according, actors, joined, mandate_words, speaker, step_words


class Fact(NamedTuple):
    """One event, relation or statement for people: ``sort`` says which, ``about`` is the agreement's key on the page.

    ``when`` is empty where unknown or without meaning. ``modality`` is None for a statement. ``span`` is where the
    page says so; ``rules`` and ``grounds`` say by which rules and from which words it was read.
    """

    sort: str
    about: str | None
    when: str
    what: str
    modality: str | None
    span: Span
    rules: tuple[str, ...]
    grounds: tuple[Ground, ...]


def facts(explained: Explained) -> list[Fact]:
    """Everything that a page says, in the order of the page."""
    return sorted(_all(explained), key=lambda fact: (fact.span, fact.sort, fact.what))


def doubted(explained: Explained) -> list[Fact]:
    """The steps that were read on a page and not believed, in the order of the page."""
    return sorted((_event(event, ()) for event in explained.doubted), key=lambda fact: (fact.span, fact.what))


def why(document: Document, fact: Fact) -> str:
    """The rules and the words that made a fact, on one line."""
    words = (f"{each.role} “{' '.join(each.span.quote(document.text).split())}”" for each in fact.grounds)
    return joined(f"rule {', '.join(fact.rules)}", *words)


def _all(explained: Explained) -> Iterator[Fact]:
    reading = explained.reading
    for event, grounds in zip(reading.events, explained.events, strict=True):
        yield _event(event, grounds)
    for relation, grounds in zip(reading.relations, explained.relations, strict=True):
        yield _relation(relation, grounds)
    for statement, grounds in zip(reading.statements, explained.statements, strict=True):
        yield _statement(statement, grounds)


def _event(event: Event, grounds: tuple[Ground, ...]) -> Fact:
    what = joined(
        step_words(event.kind, event.modality),
        actors(event.parties, event.body),
        event.place,
        according(event.attributed_to),
        mandate_words(event.mandate),
    )
    return Fact("event", event.agreement, event.date or "", what, event.modality, event.span, event.rules, grounds)


def _relation(relation: Relation, grounds: tuple[Ground, ...]) -> Fact:
    what = f"{step_words(relation.type, relation.modality)}: {relation.to_name}"
    told = joined(what, according(relation.attributed_to))
    return Fact("relation", relation.from_, "", told, relation.modality, relation.span, relation.rules, grounds)


def _statement(statement: Statement, grounds: tuple[Ground, ...]) -> Fact:
    how = "in their own words" if statement.direct else "as reported"
    told = f"said by {speaker(statement.speaker, statement.office)}, {how}"
    return Fact("statement", statement.agreement, "", told, None, statement.span, statement.rules, grounds)
