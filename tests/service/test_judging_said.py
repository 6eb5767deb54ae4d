"""A person's word on a relation or a statement: kept beside what the page says, and taken back like any other."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from treatywatch.model import InputError, Relation, RelationType, Span
from treatywatch.registry import Registry, open_registry
from treatywatch.service.answers import Related, Said
from treatywatch.service.dossier import dossier
from treatywatch.service.export import holdings
from treatywatch.service.judging import confirm, correct, reject
from treatywatch.service.listing import listing
from treatywatch.service.queue import queue
from treatywatch.service.review import undo

PACT, OLD = "chl-nor-2021-treaty-shared-harbours", "chl-nor-1973-harbour-accord"
WHY = {"who": "M. Silva", "because": "the first article says so"}
TODAY = datetime(2024, 1, 1, tzinfo=UTC)


def relation(registry: Registry, key: str = PACT) -> Related:
    [found] = dossier(registry, key).related
    return found


def statement(registry: Registry) -> Said:
    [found] = dossier(registry, PACT).statements
    return found


def spoken(registry: Registry) -> str:
    fact = statement(registry).source.fact
    assert fact is not None
    return fact


def whole(registry: Registry) -> list[object]:
    return [dossier(registry, line.key) for line in listing(registry, passing=True)]


def test_a_corrected_relation_is_so_from_both_sides_and_the_machines_stays_visible(registry: Registry) -> None:
    before = relation(registry)
    assert (before.type, before.modality) == ("supersedes", "planned")
    correct(registry, before.fact, ["type=amends", "modality=actual"], **WHY)
    for key in (PACT, OLD):
        after = relation(registry, key)
        assert (after.type, after.modality, after.fact) == ("amends", "actual", before.fact)
        assert after.machine is not None
        assert (after.machine.type, after.machine.modality) == ("supersedes", "planned")
        assert [(word.verb, word.who, word.because) for word in after.decided] == [("correct", *WHY.values())]
        assert [one.quote for one in after.sources] == [one.quote for one in before.sources]


def test_a_rejected_relation_leaves_every_answer_and_stays_visible(registry: Registry) -> None:
    fact = relation(registry).fact
    reject(registry, fact, **WHY)
    for key in (PACT, OLD):
        found = dossier(registry, key)
        assert found.related == ()
        [gone] = found.rejected_related
        assert (gone.type, gone.fact, [word.verb for word in gone.decided]) == ("supersedes", fact, ["reject"])
    [held] = [one for one in holdings(registry) if one.key == PACT]
    assert (held.related, len(held.rejected_related)) == ((), 1)
    confirm(registry, fact, **WHY)
    assert [word.verb for word in relation(registry).decided] == ["reject", "confirm"]


def test_a_statement_is_given_to_another_speaker_or_to_nobody(registry: Registry) -> None:
    fact = spoken(registry)
    correct(registry, fact, ["speaker=Kari Lie", "office="], **WHY)
    after = statement(registry)
    assert (after.speaker, after.office, after.source.fact) == ("Kari Lie", None, fact)
    assert after.machine is not None
    assert (after.machine.speaker, after.machine.office) == ("Anna Berg", "harbour minister")
    reject(registry, fact, **WHY)
    found = dossier(registry, PACT)
    assert (found.statements, [one.source.fact for one in found.rejected_statements]) == ((), [fact])


def test_what_is_undone_is_as_if_it_had_never_been_decided(registry: Registry) -> None:
    before = whole(registry)
    for decide in (
        lambda: correct(registry, relation(registry).fact, ["type=extends"], **WHY),
        lambda: confirm(registry, relation(registry).fact, **WHY),
        lambda: reject(registry, spoken(registry), **WHY),
        lambda: correct(registry, spoken(registry), ["office=captain"], here=True, **WHY),
    ):
        number = decide()
        assert whole(registry) != before
        undo(registry, number, **WHY)
        assert whole(registry) == before


def test_a_word_on_a_relation_covers_every_page_that_tells_it_and_here_only_one(
    registry: Registry, press: tuple, copied: Callable
) -> None:
    registry.add(*copied(press[0], "again"))
    facts = sorted(str(source.fact) for source in relation(registry).sources)
    assert len(set(facts)) == 2
    number = correct(registry, facts[0], ["type=implements"], here=True, **WHY)
    assert sorted(one.type.value for one in dossier(registry, PACT).related) == ["implements", "supersedes"]
    undo(registry, number, **WHY)
    correct(registry, facts[1], ["type=implements"], **WHY)
    assert (relation(registry).type, len(relation(registry).sources)) == ("implements", 2)
    registry.add(*copied(press[0], "later"))
    assert (relation(registry).type, len(relation(registry).sources)) == ("implements", 3)


def test_decisions_find_what_a_newer_reader_makes_of_the_page_and_ask_where_it_sees_nothing(
    registry: Registry, press: tuple
) -> None:
    correct(registry, relation(registry).fact, ["modality=actual"], **WHY)
    document, reading = press[0]
    [told] = reading.relations
    span = Span(told.span.start, told.span.end - 1)
    better: Relation = msgspec.structs.replace(told, span=span, evidence=span.quote(document.text))
    registry.add(document, msgspec.structs.replace(reading, reader="2", relations=(better,)))
    assert relation(registry).modality == "actual"
    assert not [one for one in queue(registry, TODAY.date()) if one.kind == "adrift"]
    registry.add(document, msgspec.structs.replace(reading, reader="3", relations=()))
    assert dossier(registry, PACT).related == ()
    assert [one.choices[0].commands for one in queue(registry, TODAY.date()) if one.kind == "adrift"] == [
        (("undo", "1"),)
    ]


def test_ids_and_decisions_do_not_depend_on_the_order_of_pages(tmp_path: Path, press: tuple) -> None:
    seen = []
    for number, order in enumerate(permutations(press)):
        with open_registry(tmp_path / f"{number}.db", clock=lambda: TODAY) as registry:
            for page in order:
                registry.add(*page)
            correct(registry, relation(registry).fact, ["type=amends"], **WHY)
            reject(registry, spoken(registry), **WHY)
            seen.append(whole(registry))
    assert all(one == seen[0] for one in seen)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (["type=replaces"], "allowed are supersedes"),
        (["date=2021"], "of the fields type, modality"),
        (["speaker=Anna Berg"], "of the fields type, modality"),
        ([], "nothing is corrected"),
    ],
)
def test_a_correction_that_no_relation_can_have_is_refused(registry: Registry, changes: list[str], told: str) -> None:
    with pytest.raises(InputError, match=told):
        correct(registry, relation(registry).fact, changes, **WHY)
    with pytest.raises(InputError, match="needs who speaks"):
        correct(registry, spoken(registry), ["speaker="], **WHY)


@pytest.fixture
def copied() -> Callable:
    def copy(page: tuple, name: str) -> tuple:
        document, reading = page
        changed = msgspec.structs.replace(document, id=name, text=f"{document.text} ({name})")
        return changed, msgspec.structs.replace(reading, id=name, document=changed.sha256)

    return copy


def test_a_relation_that_pages_tell_in_two_ways_is_asked_about_until_someone_settles_it(
    registry: Registry, press: tuple, copied: Callable
) -> None:
    document, reading = copied(press[0], "otherwise")
    [told] = reading.relations
    registry.add(
        document,
        msgspec.structs.replace(reading, relations=(msgspec.structs.replace(told, type=RelationType.AMENDS),)),
    )
    [asked] = [one for one in queue(registry, TODAY.date()) if one.kind == "relation"]
    assert [choice.says for choice in asked.choices] == ["it amends the other", "it supersedes the other"]
    [command] = asked.choices[0].commands
    correct(registry, command[1], [command[2]], **WHY)
    assert [one.type.value for one in dossier(registry, PACT).related] == ["amends"]
    assert not [one for one in queue(registry, TODAY.date()) if one.kind == "relation"]
