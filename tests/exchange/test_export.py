"""What is exported is all that is held, and programs that know the format read it."""

import csv
import io
import json
import random
from collections import Counter
from pathlib import Path

import networkx
import pyarrow.parquet as pq
import pytest
from followthemoney import model
from rdflib import Dataset, Graph, URIRef

from treatywatch.model import from_json
from treatywatch.registry import Registry
from treatywatch.service.export import Holding, holdings
from treatywatch.views.exports.formats import ExportFormat, writer

PACT = "isl-nor-2020-pact-northern-lights"
SCHEMA = "https://schema.org/"


def _written(registry: Registry, chosen: ExportFormat) -> bytes:
    out = io.BytesIO()
    writer(chosen)(holdings(registry), out)
    return out.getvalue()


def _printable(text: str) -> str:
    """What FollowTheMoney keeps of a text: no control characters."""
    return "".join(letter for letter in text if letter >= " " or letter in "\r\n")


def test_everything_held_of_an_agreement_is_exported_with_its_quotes(registry: Registry) -> None:
    held = {each.key: each for each in holdings(registry)}

    pact = held[PACT]
    assert [(step.kind, step.date) for step in pact.timeline] == [("signed", "2020-02-13"), ("ratified", "2020-02-28")]
    assert [step.kind for step in pact.expected] == ["in_force"]
    assert [step.kind for step in pact.fulfilled] == ["signed"]
    assert pact.timeline[0].differ == ("date 2020-02-12 instead of 2020-02-13",)
    assert [(one.type, one.outward, one.modality) for one in pact.related] == [("supersedes", True, "planned")]
    assert [said.source.quote for said in pact.statements] == [
        "The lamps, at last, agree.", "that nobody is left in the dark",
    ]  # fmt: skip
    assert [page.id for page in pact.documents] == ["s1", "s2", "s3"]
    assert len(held) == 3


@pytest.mark.parametrize("chosen", ExportFormat)
def test_the_same_pages_in_any_order_give_the_same_bytes(chosen: ExportFormat, press: tuple, open_with) -> None:
    pages = list(press)
    with open_with("one.db", press) as one:
        expected = _written(one, chosen)
        assert _written(one, chosen) == expected
    random.Random(7).shuffle(pages)
    with open_with("two.db", (*pages, pages[0])) as two:
        assert _written(two, chosen) == expected


def test_json_lines_come_back_as_they_were(registry: Registry) -> None:
    first, *lines = _written(registry, ExportFormat.JSONL).splitlines()

    assert json.loads(first) == {"export": "treatywatch", "format": 1}
    assert [from_json(line, Holding) for line in lines] == list(holdings(registry))


def test_a_table_holds_a_row_for_every_quote(registry: Registry) -> None:
    rows = list(csv.DictReader(io.StringIO(_written(registry, ExportFormat.CSV).decode(), newline="")))

    assert Counter(row["record"] for row in rows if row["agreement"] == PACT) == {
        "step": 5, "relation": 1, "statement": 2,
    }  # fmt: skip
    (odd,) = [row for row in rows if "DROP TABLE" in row["name"]]
    assert (odd["quote"], odd["parties"]) == ('=HYPERLINK("x") they signed,\r\nat \x02 last', "CHL RUS")
    assert {row["state"] for row in rows if row["record"] == "step"} == {"happened", "expected", "fulfilled"}
    assert [row["name"] for row in rows if row["record"] == "agreement"] == ["1968 beacon accord"]


def test_parquet_holds_the_same_rows_typed(registry: Registry, tmp_path: Path) -> None:
    path = tmp_path / "registry.parquet"
    path.write_bytes(_written(registry, ExportFormat.PARQUET))
    rows = pq.read_table(path).to_pylist()

    flat = list(csv.DictReader(io.StringIO(_written(registry, ExportFormat.CSV).decode(), newline="")))
    assert [row["quote"] or "" for row in rows] == [row["quote"] for row in flat]
    assert next(row["parties"] for row in rows if row["agreement"] == PACT) == ["ISL", "NOR"]
    assert {row["direct"] for row in rows} == {True, False, None}
    assert all(row["end"] - row["start"] == len(row["quote"]) for row in rows if row["quote"])


def test_followthemoney_finds_every_entity_valid_and_every_link_leading_somewhere(registry: Registry) -> None:
    lines = [json.loads(line) for line in _written(registry, ExportFormat.FOLLOWTHEMONEY).splitlines()]
    entities = {}
    for line in lines:
        entity = model.get_proxy(line, cleaned=False)
        entity.schema.validate(line)
        kept = {name: sorted(values) for name, values in entity.to_dict()["properties"].items()}
        assert kept == {name: sorted(map(_printable, values)) for name, values in line["properties"].items()}
        entities[entity.id] = entity

    assert len(entities) == len(lines)
    assert Counter(entity.schema.name for entity in entities.values())["Project"] == 3
    links = [value for entity in entities.values() for prop, value in entity.itervalues() if prop.type.name == "entity"]
    assert [value for value in links if value not in entities] == []
    norway = entities["tw-party-nor"]
    assert (norway.caption, norway.first("country")) == ("Norway", "no")
    assert "country" not in entities["tw-party-sun"].properties


def test_linked_data_says_what_pages_say_and_no_more(registry: Registry) -> None:
    graph = Dataset().parse(data=_written(registry, ExportFormat.JSONLD), format="json-ld")
    pact = URIRef(f"urn:treatywatch:agreement:{PACT}")

    def found(subject: URIRef | None, term: str, value: object = None) -> list:
        return list(graph.triples((subject, URIRef(SCHEMA + term), value)))  # type: ignore[arg-type]

    assert [str(name) for _, _, name in found(pact, "name")] == ["Pact on Northern Lights"]
    assert found(pact, "legislationRepeals") == [], "it is only planned"
    assert len(found(None, "about", pact)) == 7
    texts = {str(text) for _, _, text in found(None, "text")}
    assert {"It is to replace the 1968 beacon accord.", "The lamps, at last, agree."} <= texts
    assert isinstance(graph, Graph)


def test_a_graph_joins_agreements_and_parties(registry: Registry) -> None:
    graph = networkx.parse_graphml(_written(registry, ExportFormat.GRAPHML).decode(), force_multigraph=True)

    labels = {name: data["label"] for name, data in graph.nodes(data=True)}
    assert labels["party:RUS"] == "Russia"
    assert any("DROP TABLE" in label and "\N{REPLACEMENT CHARACTER}" in label for label in labels.values())
    (beside,) = [data for one, _, data in graph.edges(data=True) if one == PACT]
    assert (beside["relation"], beside["modality"]) == ("supersedes", "planned")
    assert {one for one, other, data in graph.edges(data=True) if other == PACT} == {"party:ISL", "party:NOR"}
