from pathlib import Path

import msgspec
import pytest

from treatywatch.model import InputError, Modality, NotFoundError, RelationType, Step
from treatywatch.registry import Registry, open_registry
from treatywatch.service.conflicts import conflicts
from treatywatch.service.dossier import dossier
from treatywatch.service.listing import listing
from treatywatch.service.lookup import find_agreement
from treatywatch.service.sources import sources
from treatywatch.service.timeline import timeline, timelines

KEY = "chl-nor-2021-treaty-shared-harbours"


@pytest.mark.parametrize(
    "meant",
    [
        KEY,
        "Harbour Pact",
        "harbour pact",
        "Treaty on Shared Harbours",
        "chile norway",
        "Norway Chile pact",
        "norwegian harbour",
    ],
)
def test_an_agreement_is_found_by_key_by_any_name_and_by_words(registry: Registry, meant: str) -> None:
    assert find_agreement(registry, meant).key == KEY


def test_words_that_fit_several_list_them(registry: Registry) -> None:
    with pytest.raises(InputError, match="may be any of these") as error:
        find_agreement(registry, "treaty chile")
    assert KEY in str(error.value)
    assert "chl-per-double-taxation-treaty" in str(error.value)


def test_what_is_not_there_names_the_nearest(registry: Registry) -> None:
    with pytest.raises(NotFoundError, match="chl-nor-2021-treaty-shared-harbours"):
        find_agreement(registry, "chl-nor-2021-treaty-shared-harbors")


@pytest.mark.parametrize("meant", ["", "%", "'; DROP TABLE agreements; --", "\0", "x" * 100_000, "the"])
def test_hostile_questions_find_nothing(registry: Registry, meant: str) -> None:
    with pytest.raises((NotFoundError, InputError)) as error:
        find_agreement(registry, meant)
    assert len(str(error.value)) < 2000
    assert listing(registry)


def test_an_empty_registry_says_what_to_do(tmp_path: Path) -> None:
    with open_registry(tmp_path / "new.db") as empty:
        assert listing(empty) == ()
        with pytest.raises(NotFoundError, match="add pages with"):
            find_agreement(empty, "anything")


def test_the_dossier_shows_every_step_with_its_sources_and_where_they_differ(registry: Registry) -> None:
    found = dossier(registry, KEY)
    assert [(e.kind, e.date, len(e.sources), e.differ) for e in found.timeline] == [
        (Step.SIGNED, "2021-05-04", 2, ("date 2021-05-03 instead of 2021-05-04",)),
        (Step.RATIFIED, "2021-11-29", 1, ()),
    ]
    assert found.timeline[0].place == "Santiago"
    assert [(q.document, q.publisher, q.quote) for q in found.timeline[1].sources] == [
        ("h3", "Fjord Times", "Chile ratified the pact with Norway on Monday.")
    ]
    assert found.expected == ()
    assert {"Harbour Pact", "pact with Norway"} <= set(found.aliases)
    assert any(reason.startswith("same parties (CHL, NOR)") for reason in found.because)
    assert [line.id for line in found.documents] == ["h1", "h2", "h3"]


def test_every_quote_is_at_its_place_in_the_page(registry: Registry, press: tuple) -> None:
    texts = {document.id: document.text for document, _ in press}
    found = dossier(registry, KEY)
    quotes = [q for e in found.timeline for q in e.sources] + [s.source for s in found.statements]
    assert quotes
    for quote in quotes:
        assert quote.span is not None
        assert quote.span.quote(texts[quote.document]) == quote.quote


def test_relations_are_seen_from_both_sides_and_statements_with_their_speaker(registry: Registry) -> None:
    found = dossier(registry, KEY)
    [related] = found.related
    assert (related.type, related.outward, related.modality) == (RelationType.SUPERSEDES, True, Modality.PLANNED)
    [back] = dossier(registry, related.key).related
    assert (back.outward, back.key) == (False, KEY)
    assert [(s.speaker, s.office, s.direct) for s in found.statements] == [("Anna Berg", "harbour minister", True)]


def test_what_is_only_mentioned_does_not_flood_the_list(registry: Registry) -> None:
    assert [line.key for line in listing(registry)] == [KEY, "chl-per-double-taxation-treaty"]
    everything = listing(registry, passing=True)
    assert {"Treaty on Shared Harbours", "1973 harbour accord", "several older agreements"} <= {
        line.name for line in everything
    }
    assert listing(registry, passing=True, limit=1, offset=1) == everything[1:2]
    assert (everything[0].last, everything[0].documents, everything[0].conflicts) == (
        (Step.RATIFIED, "2021-11-29"),
        3,
        1,
    )


def test_a_timeline_holds_what_happened_oldest_first_and_keeps_the_undated_apart(registry: Registry) -> None:
    assert [(e.kind, e.date) for e in timeline(registry, "harbour pact").entries] == [
        (Step.SIGNED, "2021-05-04"),
        (Step.RATIFIED, "2021-11-29"),
    ]
    tax = timeline(registry, "taxation treaty")
    assert (tax.entries, [e.kind for e in tax.undated]) == ((), [Step.IN_FORCE])
    assert [t.key for t in timelines(registry)] == [line.key for line in listing(registry)]


def test_sources_count_what_each_document_says(registry: Registry) -> None:
    assert [(s.id, s.published, s.assertions) for s in sources(registry, KEY)] == [
        ("h1", "2021-04-20", 3),
        ("h2", "2021-05-05", 1),
        ("h3", "2021-11-30", 2),
    ]


def test_conflicts_show_each_side_with_its_sources_and_which_is_shown(registry: Registry) -> None:
    [conflict] = conflicts(registry)
    assert conflict.key == KEY
    assert [
        (side.says, side.shown, side.independent, [q.document for q in side.sources]) for side in conflict.sides
    ] == [
        ("2021-05-04", True, 1, ["h2"]),
        ("2021-05-03", False, 1, ["h3"]),
    ]
    assert conflicts(registry, "harbour pact") == (conflict,)
    assert conflicts(registry, "taxation treaty") == ()


def test_a_text_taken_over_word_for_word_counts_once(registry: Registry, press: tuple) -> None:
    document, reading = press[2]
    copied = msgspec.structs.replace(document, id="copy", publisher="Wire Digest")
    registry.add(copied, msgspec.structs.replace(reading, id="copy"))
    [conflict] = conflicts(registry)
    assert {side.says: (side.independent, len(side.sources)) for side in conflict.sides} == {
        "2021-05-04": (1, 1),
        "2021-05-03": (1, 2),
    }
