"""Readings as rows, and rows as readings."""

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec

from treatywatch.model import (
    Agreement,
    Block,
    Document,
    Event,
    InputError,
    Mandate,
    Modality,
    Problem,
    Reading,
    Relation,
    RelationType,
    Span,
    Statement,
    Step,
    from_json,
    to_json,
)

Row = dict[str, Any]

_LANGUAGE = Document("", "").language
REPLACED = "\N{REPLACEMENT CHARACTER}"
"""What stands for a character that the databases cannot keep."""
EVENT = (
    *("kind", "modality", "parties", "body", "date", "place", "attributed_to", "quote", "start", "stop"),
    *("mandate", "rules", "yearless"),
)
"""The columns of ``assertions`` that an event is made of."""
_STEPS = {step.value: step for step in Step}
_MODALITIES = {modality.value: modality for modality in Modality}
_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


def digest(document: Document) -> str:
    """The identity of a page as it came: its text and all that is known of it, but not where it was read from."""
    page = msgspec.structs.replace(document, path=None)
    return hashlib.sha256(to_json(_storable(page)).encode("utf-8")).hexdigest()


def clean(text: str) -> str:
    """``text`` as both databases can keep it: without zero bytes and lone surrogates, and of the same length."""
    return _UNKEEPABLE.sub(REPLACED, text)


def sighting_rows(reading: Reading) -> list[Row]:
    """The reading's agreements, numbered in their order."""
    return [
        {
            "sighting": number,
            "key": clean(agreement.key),
            "name": clean(agreement.name),
            "form": clean(agreement.form),
            "parties": to_json(agreement.parties),
            "aliases": to_json([clean(alias) for alias in agreement.aliases]),
            "mentions": to_json(agreement.mentions),
            "year": agreement.year,
            "unresolved": agreement.unresolved,
        }
        for number, agreement in enumerate(reading.agreements)
    ]


def assertion_rows(reading: Reading, text: str) -> list[Row]:
    """The reading's events, relations and statements, numbered in their order.

    Raises InputError when the reading names an agreement that it does not hold, or quotes what ``text`` does not say.
    """
    number = {agreement.key: index for index, agreement in enumerate(reading.agreements)}
    rows = [
        *(_event(event, number) for event in reading.events),
        *(_relation(relation, number) for relation in reading.relations),
        *(_statement(statement, number) for statement in reading.statements),
    ]
    for index, row in enumerate(rows):
        row["assertion"] = index
        if clean(text[row["start"] : row["stop"]]) != row["quote"]:
            raise InputError(
                f"{reading.id}: a {row['type']} quotes {row['quote'][:60]!r}, which is not at its place in the text"
            )
    return rows


def sighting(row: Mapping[Any, Any]) -> Agreement:
    """The agreement that a row of ``sightings`` holds."""
    return Agreement(
        key=row["key"],
        name=row["name"],
        form=row["form"],
        parties=from_json(row["parties"], tuple[str, ...]),
        aliases=from_json(row["aliases"], tuple[str, ...]),
        mentions=from_json(row["mentions"], tuple[Span, ...]),
        year=row["year"],
        unresolved=bool(row["unresolved"]),
    )


def event(row: Mapping[Any, Any], key: str) -> Event:
    """The event that a row of ``assertions`` holds, of the agreement ``key``."""
    return told_event(key, *(row[name] for name in EVENT))


def told_event(
    key: str,
    kind: str,
    modality: str,
    parties: str,
    body: str | None,
    date: str | None,
    place: str | None,
    attributed_to: str | None,
    quote: str,
    start: int,
    stop: int,
    mandate: str | None,
    rules: str,
    yearless: str | None,
) -> Event:
    """The event of the agreement ``key`` that the columns :data:`EVENT` of a row of ``assertions`` hold."""
    return Event(
        agreement=key,
        kind=_STEPS[kind],
        modality=_MODALITIES[modality],
        parties=_listed(parties),
        body=body,
        date=date,
        place=place,
        attributed_to=attributed_to,
        evidence=quote,
        span=Span(start, stop),
        mandate=from_json(mandate, Mandate) if mandate else None,
        rules=_listed(rules),
        yearless=yearless,
    )


@lru_cache(maxsize=10_000)
def _listed(kept: str) -> tuple[str, ...]:
    """A list of words out of JSON; the same few parties and rules stand in most rows."""
    return from_json(kept, tuple[str, ...])


def relation(row: Mapping[str, Any], source: str, target: str) -> Relation:
    """The relation that a row of ``assertions`` holds, between the agreements ``source`` and ``target``."""
    return Relation(
        type=RelationType(row["kind"]),
        from_=source,
        to=target,
        to_name=row["target_name"],
        modality=Modality(row["modality"]),
        attributed_to=row["attributed_to"],
        evidence=row["quote"],
        span=Span(row["start"], row["stop"]),
        rules=from_json(row["rules"], tuple[str, ...]),
    )


def statement(row: Mapping[str, Any], key: str | None) -> Statement:
    """The statement that a row of ``assertions`` holds, about the agreement ``key``."""
    return Statement(
        speaker=row["speaker"],
        office=row["office"],
        direct=bool(row["direct"]),
        quote=row["quote"],
        span=Span(row["start"], row["stop"]),
        agreement=key,
        rules=from_json(row["rules"], tuple[str, ...]),
    )


def reading(row: Mapping[str, Any], agreements: list[Row], said: list[Row]) -> Reading:
    """A whole reading from its row (joined with its document's), its sightings and its assertions, in order."""
    keys = [agreement["key"] for agreement in agreements]
    return Reading(
        id=row["id"],
        document=row["sha256"],
        reader=row["reader"],
        agreements=tuple(sighting(agreement) for agreement in agreements),
        events=tuple(event(r, keys[r["sighting"]]) for r in said if r["type"] == "event"),
        relations=tuple(relation(r, keys[r["sighting"]], keys[r["target"]]) for r in said if r["type"] == "relation"),
        statements=tuple(
            statement(r, None if r["sighting"] is None else keys[r["sighting"]])
            for r in said
            if r["type"] == "statement"
        ),
        blocks=from_json(row["reading_blocks"], tuple[Block, ...]),
        problems=from_json(row["problems"], tuple[Problem, ...]),
    )


_COLUMNS = (
    *("sighting", "target", "target_name", "kind", "modality", "parties", "body", "date", "place"),
    *("attributed_to", "speaker", "office", "direct", "mandate", "yearless"),
)
_EMPTY: Row = dict.fromkeys(_COLUMNS)


def _event(event: Event, number: Mapping[str, int]) -> Row:
    return _EMPTY | {
        "type": "event",
        "sighting": _known(event.agreement, number),
        "kind": event.kind.value,
        "modality": event.modality.value,
        "parties": to_json(event.parties),
        "body": _text(event.body),
        "date": event.date,
        "place": _text(event.place),
        "attributed_to": _text(event.attributed_to),
        "quote": clean(event.evidence),
        "start": event.span.start,
        "stop": event.span.end,
        "mandate": None if event.mandate is None else to_json(_mandate(event.mandate)),
        "rules": to_json(event.rules),
        "yearless": event.yearless,
    }


def _mandate(mandate: Mandate) -> Mandate:
    return Mandate(allows=clean(mandate.allows), who=_text(mandate.who))


def _relation(relation: Relation, number: Mapping[str, int]) -> Row:
    return _EMPTY | {
        "type": "relation",
        "sighting": _known(relation.from_, number),
        "target": _known(relation.to, number),
        "target_name": clean(relation.to_name),
        "kind": relation.type.value,
        "modality": relation.modality.value,
        "attributed_to": _text(relation.attributed_to),
        "quote": clean(relation.evidence),
        "start": relation.span.start,
        "stop": relation.span.end,
        "rules": to_json(relation.rules),
    }


def _statement(statement: Statement, number: Mapping[str, int]) -> Row:
    return _EMPTY | {
        "type": "statement",
        "sighting": None if statement.agreement is None else _known(statement.agreement, number),
        "speaker": clean(statement.speaker),
        "office": _text(statement.office),
        "direct": statement.direct,
        "quote": clean(statement.quote),
        "start": statement.span.start,
        "stop": statement.span.end,
        "rules": to_json(statement.rules),
    }


def _known(key: str, number: Mapping[str, int]) -> int:
    if key not in number:
        raise InputError(f"the reading speaks of an agreement {key!r} that it does not hold; it holds {sorted(number)}")
    return number[key]


def _text(value: str | None) -> str | None:
    return None if value is None else clean(value)


def _storable(page: Document) -> Document:
    texts = {field: getattr(page, field) for field in ("id", "text", "url", "publisher", "published", "title")}
    given = {field: clean(value) for field, value in texts.items() if value is not None}
    if page.language == _LANGUAGE:  # JSON leaves out the default itself, not another string that equals it
        given["language"] = _LANGUAGE
    return msgspec.structs.replace(page, **given)
