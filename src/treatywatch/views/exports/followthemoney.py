"""FollowTheMoney entities, one a line, in the properties that its model documents (followthemoney.tech).

The model knows no treaties. An agreement is a ``Project``, its parties take part in it (``ProjectParticipant``), its
steps are ``Event`` linked to it, what bears on what is ``UnknownLink``, what people say of it is ``Note``, and pages
are ``Article``, linked to what they tell of by ``proof`` and ``Documentation``.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from treatywatch.language.names import alpha_2, state_name
from treatywatch.model import to_json
from treatywatch.service.answers import Entry, Quote, Related, Said
from treatywatch.service.export import Holding
from treatywatch.views.exports.ids import mark, page_mark, step_mark
from treatywatch.views.present.words import speaker, step_words

Entity = dict[str, Any]


def write(holdings: Iterable[Holding], out: BinaryIO) -> None:
    """Write every entity once, as one line of JSON."""
    written: set[str] = set()  # parties and pages belong to several agreements
    for holding in holdings:
        for entity in entities(holding):
            if entity["id"] not in written:
                if entity["schema"] in {"PublicBody", "Article"}:
                    written.add(entity["id"])
                out.write(f"{to_json(entity)}\n".encode())


def entities(holding: Holding) -> Iterator[Entity]:
    """The agreement, its parties, steps, relations, statements and pages."""
    own = _agreement_id(holding.key)
    yield _entity(
        own,
        "Project",
        name=holding.name,
        alias=holding.aliases,
        projectId=holding.key,
        keywords=(holding.form, holding.laterality),
        startDate=_first(holding),
    )
    for code in holding.parties:
        yield _party(code)
        yield _entity(f"tw-{mark('party', own, code)}", "ProjectParticipant", project=own, participant=_party_id(code))
    for entry in (*holding.timeline, *holding.expected, *holding.fulfilled):
        yield from _step(holding, own, entry)
    for related in (each for each in holding.related if each.outward):
        yield from _relation(own, related)
    for said in holding.statements:
        yield from _statement(own, said)


def _first(holding: Holding) -> str | None:
    return next((entry.date for entry in holding.timeline if entry.kind == "signed" and entry.date), None)


def _agreement_id(key: str) -> str:
    return f"tw-{mark('agreement', key)}"


def _party_id(code: str) -> str:
    return f"tw-party-{code.lower()}"


def _party(code: str) -> Entity:
    name, country = state_name(code), alpha_2(code)
    alias = code if name != code else None
    return _entity(_party_id(code), "PublicBody", name=name, country=country and country.lower(), alias=alias)


def _step(holding: Holding, own: str, entry: Entry) -> Iterator[Entity]:
    for code in entry.parties:
        yield _party(code)
    yield from map(_page, entry.sources)
    words = step_words(entry.kind, entry.modality)
    event = f"tw-{step_mark(holding.key, entry)}"
    yield _entity(
        event,
        "Event",
        name=f"{words}: {holding.name}",
        date=entry.date,
        location=entry.place,
        involved=[_party_id(code) for code in entry.parties],
        keywords=(entry.kind.value, entry.modality.value),
        description=entry.differ and f"sources differ: {'; '.join(entry.differ)}",
        **_sources(entry.sources),
    )
    yield _entity(f"{event}-of", "UnknownLink", subject=own, object=event, role=words)


def _relation(own: str, related: Related) -> Iterator[Entity]:
    yield from map(_page, related.sources)
    other, words = _agreement_id(related.key), step_words(related.type, related.modality)
    link = f"tw-{mark('relation', own, other, words)}"
    yield _entity(link, "UnknownLink", subject=own, object=other, role=words, **_sources(related.sources))


def _statement(own: str, said: Said) -> Iterator[Entity]:
    source = said.source
    yield _page(source)
    note = f"tw-{mark('statement', own, page_mark(source), source.span, said.speaker)}"
    yield _entity(
        note,
        "Note",
        name=speaker(said.speaker, said.office),
        description=source.quote,
        entity=own,
        publisher=source.publisher,
        sourceUrl=source.url,
    )
    page = f"tw-{page_mark(source)}"
    yield _entity(f"{note}-in", "Documentation", document=page, entity=note, role="quoted in")


def _sources(sources: tuple[Quote, ...]) -> dict[str, Any]:
    return {
        "summary": [source.quote for source in sources],
        "proof": [f"tw-{page_mark(source)}" for source in sources],
        "publisher": [source.publisher for source in sources],
        "sourceUrl": [source.url for source in sources],
    }


def _page(source: Quote) -> Entity:
    return _entity(
        f"tw-{page_mark(source)}",
        "Article",
        fileName=source.document,
        publishedAt=source.published,
        publisher=source.publisher,
        sourceUrl=source.url,
    )


def _entity(name: str, schema: str, /, **properties: Any) -> Entity:
    """An entity; of a property each different value once, in order, and none that is empty."""
    lists = {key: value if isinstance(value, tuple | list) else [value] for key, value in properties.items()}
    kept = {key: list(dict.fromkeys(each for each in values if each)) for key, values in lists.items()}
    return {"id": name, "schema": schema, "properties": {key: values for key, values in kept.items() if values}}
