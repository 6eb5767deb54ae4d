"""Registries made by rule: the same at every call, whole, and measured through the code that users run."""

from pathlib import Path

from treatywatch.bench.generated import PER_PAGE, pages
from treatywatch.bench.history import Measured, history, keep
from treatywatch.bench.registry_speed import measured
from treatywatch.registry import open_registry


def test_made_pages_are_the_same_at_every_call_and_quote_themselves() -> None:
    made = list(pages(200))

    assert made == list(pages(200))
    assert made != list(pages(200, seed=2))
    assert sum(len(reading.events) for _, reading in made) == 200
    for document, reading in made:
        assert len(reading.events) == PER_PAGE
        assert all(event.evidence == event.span.quote(document.text) for event in reading.events)


def test_a_registry_of_made_pages_holds_the_agreements_they_tell_of(tmp_path: Path) -> None:
    with open_registry(tmp_path / "made.db") as registry:
        for document, reading in pages(500):
            registry.add(document, reading)

        names = {reading.agreements[0].name for _, reading in pages(500)}
        assert {line.name for line in registry.lines()} == names


def test_every_cost_is_measured(place: str) -> None:
    found = measured(300, place)

    assert all(value > 0 for value in found.values())
    assert "show as of an earlier day, ms" in found


def test_figures_of_one_day_are_kept_together(tmp_path: Path) -> None:
    path = tmp_path / "registry.jsonl"
    keep(path, Measured("2026-01-01", "1", {"a": 1.0, "b": 2.0}))
    keep(path, Measured("2026-01-01", "1", {"b": 3.0}))
    keep(path, Measured("2026-01-02", "1", {"a": 4.0}))

    assert [each.figures for each in history(path)] == [{"a": 1.0, "b": 3.0}, {"a": 4.0}]
