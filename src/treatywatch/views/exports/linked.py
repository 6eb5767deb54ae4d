"""JSON-LD: agreements as schema.org's Legislation, whose terms are those of ELI; the context stands in the file."""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from treatywatch.model import Modality, RelationType, to_json
from treatywatch.model.data import load_data
from treatywatch.service.answers import Entry, Quote, Related, Said
from treatywatch.service.export import Holding
from treatywatch.views.exports.ids import page_mark, step_mark, urn

Node = dict[str, Any]

_DONE = {
    RelationType.SUPERSEDES: "legislationRepeals",
    RelationType.AMENDS: "legislationChanges",
    RelationType.EXTENDS: "legislationChanges",
    RelationType.IMPLEMENTS: "legislationEnsuresImplementationOf",
}


class _Context(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    context: dict[str, Any]


def write(holdings: Iterable[Holding], out: BinaryIO) -> None:
    """Write one JSON-LD document: its context, then one node a line."""
    context = load_data("treatywatch.views.exports", "data/context.yaml", _Context).context
    out.write(f'{{"@context": {to_json(context)},\n"@graph": ['.encode())
    between = "\n"
    for holding in holdings:
        for node in nodes(holding):
            out.write(f"{between}{to_json(node)}".encode())
            between = ",\n"
    out.write(b"\n]}\n")


def nodes(holding: Holding) -> Iterator[Node]:
    """The agreement, then its steps, relations and statements, each with the quotes that say so."""
    own = urn("agreement", holding.key)
    yield _agreement(holding, own)
    for entry in (*holding.timeline, *holding.expected, *holding.fulfilled):
        yield _step(holding, own, entry)
    for entry in holding.rejected:
        yield _step(holding, own, entry) | {"rejected": True}
    for related in (each for each in holding.related if each.outward):
        yield _bearing(own, related)
    for said in holding.statements:
        yield _statement(own, said)


def _agreement(holding: Holding, own: str) -> Node:
    bears: dict[str, list[str]] = {}
    for each in holding.related:
        if each.outward and each.modality is Modality.ACTUAL:
            bears.setdefault(_DONE[each.type], []).append(urn("agreement", each.key))
    return _node(
        id=own,
        type="Legislation",
        name=holding.name,
        alternateName=holding.aliases,
        identifier=holding.key,
        legislationType=holding.form,
        laterality=holding.laterality,
        party=holding.parties,
        **{term: sorted(set(keys)) for term, keys in sorted(bears.items())},
    )


def _step(holding: Holding, own: str, entry: Entry) -> Node:
    return _node(
        id=urn("step", step_mark(holding.key, entry)),
        type="Event",
        about=own,
        step=entry.kind.value,
        modality=entry.modality.value,
        party=entry.parties,
        startDate=entry.date,
        location=entry.place,
        organ=entry.body,
        differ=entry.differ,
        citation=[_quotation(source) for source in entry.sources],
    )


def _bearing(own: str, related: Related) -> Node:
    """What a page says of two agreements; it may be planned or denied, and is then no property of them."""
    return _node(
        type="Bearing",
        about=own,
        bearing=related.type.value,
        modality=related.modality.value,
        bears=urn("agreement", related.key),
        citation=[_quotation(source) for source in related.sources],
    )


def _statement(own: str, said: Said) -> Node:
    """What a person says: a quotation in their own words, or else the claim that they say so."""
    person = _node(type="Person", name=said.speaker, jobTitle=said.office)
    if said.direct:
        return _quotation(said.source) | {"about": own, "creator": person}
    return _node(type="Claim", about=own, text=said.source.quote, creator=person, appearance=_quotation(said.source))


def _quotation(source: Quote) -> Node:
    page = _node(
        id=urn("page", page_mark(source)),
        type="Article",
        identifier=source.document,
        url=source.url,
        publisher=source.publisher,
        datePublished=source.published,
    )
    return _node(
        type="Quotation",
        text=source.quote,
        start=source.span.start if source.span else None,
        end=source.span.end if source.span else None,
        attributedTo=source.attributed_to,
        isPartOf=page,
    )


def _node(**terms: Any) -> Node:
    """A node without the terms that have no value."""
    return {term: value for term, value in terms.items() if value is not None and value not in ((), [])}
