"""People who open a registry's file in Datasette find views whose names and columns they understand."""

import asyncio
from typing import Any

import pytest
from datasette.app import Datasette
from msgspec import structs
from sqlalchemy import text

from treatywatch.model import Document, Reading
from treatywatch.registry import Registry
from treatywatch.service.dossier import dossier
from treatywatch.service.judging import confirm, correct, reject
from treatywatch.service.review import undo

PACT = "isl-nor-2020-pact-northern-lights"
WHY = {"who": "M. Silva", "because": "the first article says so"}
VIEWS = ["conflicts", "relations", "sources", "statements", "timeline"]


def _asked(file: str, *paths: str) -> list[Any]:
    async def ask() -> list[Any]:
        datasette = Datasette([file])
        await datasette.invoke_startup()
        answers = [await datasette.client.get(path) for path in paths]
        assert [path for path, answer in zip(paths, answers, strict=True) if answer.status_code != 200] == []
        return [answer.json() if ".json" in str(answer.url) else answer.text for answer in answers]

    return asyncio.run(ask())


def test_every_table_and_view_opens(file: str) -> None:
    (database,) = _asked(file, "/treatywatch.json")

    names = sorted(view["name"] for view in database["views"])
    assert names == VIEWS
    tables = [table["name"] for table in database["tables"]]
    assert {"agreements", "documents", "assertions", "decisions"} <= set(tables)
    pages = _asked(file, *(f"/treatywatch/{name}" for name in (*names, *tables)))
    assert all("<table" in page or "0 records" in page or "0 rows" in page for page in pages)


def test_a_timeline_reads_as_words(file: str) -> None:
    (steps,) = _asked(file, f"/treatywatch/timeline.json?_shape=array&how_sure=actual&agreement={PACT}")

    signed = next(step for step in steps if step["step"] == "signed")
    assert (signed["date"], signed["who"], signed["place"], signed["sources"]) == (
        "2020-02-13",
        "ISL, NOR",
        "Bergen",
        2,
    )
    assert signed["sources_differ"] == "date 2020-02-12 instead of 2020-02-13"
    assert next(step for step in steps if step["step"] == "ratified")["sources_differ"] is None


def test_a_conflict_leads_to_the_words_on_each_side(file: str) -> None:
    (sides,) = _asked(file, "/treatywatch/conflicts.json?_shape=array")

    assert sorted((side["date_here"], side["document"], side["quote"]) for side in sides) == [
        ("2020-02-12", "s3", "Both had signed the Lighthouse Pact on the 12th."),
        ("2020-02-13", "s2", "The Lighthouse Pact was signed."),
    ]


def test_pages_with_hostile_names_are_shown_as_text(file: str) -> None:
    (shown,) = _asked(file, "/treatywatch/timeline")

    assert "Treaty <b>" not in shown
    assert "Treaty &lt;b&gt;" in shown


@pytest.mark.parametrize("view", VIEWS)
def test_views_answer_on_every_database(registry: Registry, view: str) -> None:
    registry.refresh()
    with registry.reading() as connection:
        rows = connection.execute(text(f"SELECT * FROM {view}")).mappings().all()

    assert {"conflicts": 2, "relations": 1, "sources": 6, "statements": 2, "timeline": 5}[view] == len(rows)
    assert all(row["name"] and row["document" if view != "timeline" else "step"] for row in rows)


def test_what_people_say_and_what_replaces_what_stand_with_their_words(registry: Registry) -> None:
    registry.refresh()
    with registry.reading() as connection:
        said = connection.execute(text("SELECT speaker, how, quote FROM statements ORDER BY speaker DESC")).all()
        bears = connection.execute(text("SELECT bears, other_name, how_sure FROM relations")).all()

    assert [tuple(row) for row in said] == [
        ("Ólöf Þórsdóttir", "in their own words", "The lamps, at last, agree."),
        ("Per Dahl", "as reported", "that nobody is left in the dark"),
    ]
    assert [tuple(row) for row in bears] == [("supersedes", "1968 beacon accord", "planned")]


def _rows(registry: Registry, query: str) -> list[tuple[Any, ...]]:
    registry.refresh()
    with registry.reading() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def test_views_show_relations_as_people_hold_them(registry: Registry) -> None:
    query = "SELECT bears, how_sure, page_alone, fact FROM relations"
    fact = dossier(registry, PACT).related[0].fact
    assert _rows(registry, query) == [("supersedes", "planned", None, fact)]

    correct(registry, fact, ["type=amends", "modality=actual"], **WHY)
    assert _rows(registry, query) == [("amends", "actual", "supersedes", fact)]

    decision = reject(registry, fact, **WHY)
    assert _rows(registry, query) == []

    undo(registry, decision, **WHY)
    assert _rows(registry, query) == [("amends", "actual", "supersedes", fact)]


def test_a_word_on_a_relation_is_one_on_pages_that_come_later(
    registry: Registry, press: tuple[tuple[Document, Reading], ...]
) -> None:
    document, reading = press[0]
    later = structs.replace(document, id="s9", publisher="The Buoy", text=document.text)
    reject(registry, dossier(registry, PACT).related[0].fact, **WHY)
    registry.add(later, structs.replace(reading, id="s9"))

    assert dossier(registry, PACT).related == ()
    assert _rows(registry, "SELECT bears FROM relations") == []


def test_views_show_statements_as_people_hold_them(registry: Registry) -> None:
    query = "SELECT speaker, office, page_alone FROM statements ORDER BY quote_start"
    first, second = sorted(dossier(registry, PACT).statements, key=lambda one: one.source.span or 0)

    correct(registry, str(first.source.fact), ["speaker=Ólöf Jónsdóttir", "office="], **WHY)
    confirm(registry, str(second.source.fact), **WHY)
    assert _rows(registry, query) == [("Ólöf Jónsdóttir", None, "Ólöf Þórsdóttir"), ("Per Dahl", None, None)]

    reject(registry, str(second.source.fact), **WHY)
    assert _rows(registry, query) == [("Ólöf Jónsdóttir", None, "Ólöf Þórsdóttir")]
