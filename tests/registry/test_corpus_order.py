"""The development corpus in any order is the same set of agreements."""

import json
from pathlib import Path
from random import Random

import pytest

from treatywatch.model import Agreement, Event, Modality, Span, Step
from treatywatch.registry.identity.cluster import groups
from treatywatch.registry.identity.sighting import Sighting, sighting

SHUFFLES = 200


@pytest.fixture(scope="module")
def seen(shared: Path) -> list[Sighting]:
    dev = shared / "corpus" / "dev"
    published = {page["id"]: page["published"] for page in _lines(dev / "documents.jsonl")}
    return [one for page in _lines(dev / "gold.jsonl") for one in _sightings(page, published[page["id"]])]


def _lines(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def _sightings(page: dict, published: str | None) -> list[Sighting]:
    found = []
    for number, one in enumerate(page["agreements"]):
        agreement = Agreement(one["key"], one["name"], one["form"], tuple(one["parties"]))
        events = [_event(event) for event in page["events"] if event["agreement"] == one["key"]]
        found.append(sighting((page["id"], number), agreement, events, published))
    return found


def _event(event: dict) -> Event:
    kind, modality = Step(event["kind"]), Modality(event["modality"])
    return Event("a", kind, modality, tuple(event["parties"] or ()), None, event["date"], None, None, "", Span(0, 0))


def test_any_order_gives_the_same_agreements(seen: list[Sighting]) -> None:
    expected = groups(seen)
    for seed in range(SHUFFLES):
        shuffled = Random(seed).sample(seen, len(seen))
        assert groups(shuffled) == expected
