"""What one page says, for people: agreement by agreement, in the order of the page."""

from collections.abc import Iterator

from treatywatch.model import Agreement, Document, Event, Reading, Relation, Span, Statement
from treatywatch.views.present.words import (
    Told,
    according,
    actors,
    joined,
    mandate_words,
    quoted,
    speaker,
    step_words,
)


def heading(document: Document) -> str:
    """The page in one line: what it is called, who published it and when, and its id."""
    return joined(document.title, document.publisher, document.published, document.path, document.id)


def agreements(reading: Reading) -> Iterator[tuple[str, list[Told]]]:
    """Each agreement in words with everything the page says of it; what is said of none in particular comes last."""
    for agreement in reading.agreements:
        if told := _of(reading, agreement.key):
            yield _name(agreement), told
    if told := _of(reading, None):
        yield "no agreement in particular", told


def _of(reading: Reading, key: str | None) -> list[Told]:
    placed: list[tuple[Span, Told]] = [
        *((each.span, _event(each)) for each in reading.events if each.agreement == key),
        *((each.span, _relation(each)) for each in reading.relations if each.from_ == key),
        *((each.span, _statement(each)) for each in reading.statements if each.agreement == key),
    ]
    return [told for _, told in sorted(placed)]


def _name(agreement: Agreement) -> str:
    doubt = "cannot be told to be one instrument" if agreement.unresolved else None
    return joined(agreement.name, agreement.form, ", ".join(agreement.parties), doubt)


def _event(event: Event) -> Told:
    what = joined(
        step_words(event.kind, event.modality),
        actors(event.parties, event.body),
        event.place,
        according(event.attributed_to),
        mandate_words(event.mandate),
    )
    return Told(event.date or "", what, (quoted(event.evidence),))


def _relation(relation: Relation) -> Told:
    what = f"{step_words(relation.type, relation.modality)}: {relation.to_name}"
    return Told("", joined(what, according(relation.attributed_to)), (quoted(relation.evidence),))


def _statement(statement: Statement) -> Told:
    how = "in their own words" if statement.direct else "as reported"
    return Told("", f"said by {speaker(statement.speaker, statement.office)}, {how}", (quoted(statement.quote),))
