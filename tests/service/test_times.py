from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from treatywatch.model import InputError
from treatywatch.registry import Registry, open_registry
from treatywatch.service.dossier import dossier
from treatywatch.service.history import history
from treatywatch.service.listing import listing
from treatywatch.service.timeline import timeline


@pytest.fixture
def told(place: str, press: tuple) -> Iterator[Registry]:
    """The press review, one page a day from 1 March 2025; the last one read again by a better reader on 9 March."""
    days = iter(
        [*(datetime(2025, 3, 1, tzinfo=UTC) + timedelta(days=n) for n in range(4)), datetime(2025, 3, 9, tzinfo=UTC)]
    )
    with open_registry(place, clock=lambda: next(days)) as registry:
        for page in press:
            registry.add(*page)
        document, reading = press[2]
        signed = msgspec.structs.replace(reading.events[0], date="2021-05-04")
        registry.add(document, msgspec.structs.replace(reading, reader="2", events=(signed, reading.events[1])))
        yield registry


def short(entries: tuple) -> list[tuple[str, str | None]]:
    return [(entry.kind.value, entry.date) for entry in entries]


def test_as_of_a_date_only_what_had_happened_is_shown(told: Registry) -> None:
    assert short(timeline(told, "harbour pact", as_of="2021-06").entries) == [("signed", "2021-05-04")]
    before = dossier(told, "harbour pact", as_of="2021-04-30")
    assert (short(before.timeline), short(before.expected)) == ([], [("signed", "2021-05")])


def test_known_by_a_day_only_what_had_been_recorded_is_shown_as_it_was_read_then(told: Registry) -> None:
    assert short(timeline(told, "harbour pact", known_by="2025-03-01").entries) == []
    assert short(timeline(told, "harbour pact", known_by="2025-03-02").entries) == [("signed", "2021-05-04")]
    then = dossier(told, "harbour pact", known_by="2025-03-08")
    assert [len(entry.sources) for entry in then.timeline] == [2, 1]
    assert then.timeline[0].differ
    now = dossier(told, "harbour pact")
    assert [len(entry.sources) for entry in now.timeline] == [2, 1]
    assert not now.timeline[0].differ


def test_what_was_not_yet_known_is_not_listed(told: Registry) -> None:
    assert [line.documents for line in listing(told, known_by="2025-03-02")] == [2]
    assert listing(told, known_by="2025-02-28") == ()
    assert [line.last for line in listing(told, as_of="2021-05-31", limit=1)] == [("signed", "2021-05-04")]


def test_now_is_the_same_as_no_time_at_all(told: Registry) -> None:
    assert listing(told, as_of="2200", known_by="2200-01-01") == listing(told)
    assert dossier(told, "harbour pact", as_of="2200", known_by="2200-01-01") == dossier(told, "harbour pact")


def test_history_tells_what_was_learned_when_and_from_which_page(told: Registry) -> None:
    learned = [
        (one.recorded[:10], one.source.document, one.entry.kind.value, one.first)
        for one in history(told, "harbour pact")
    ]
    assert learned == [
        ("2025-03-01", "h1", "signed", True),
        ("2025-03-02", "h2", "signed", True),
        ("2025-03-09", "h3", "signed", False),
        ("2025-03-09", "h3", "ratified", True),
    ]


@pytest.mark.parametrize(
    "times", [{"as_of": "yesterday"}, {"known_by": "2025"}, {"as_of": "2025-02-30"}, {"known_by": ""}]
)
def test_what_is_no_date_is_refused(told: Registry, times: dict[str, str]) -> None:
    with pytest.raises(InputError, match="is no"):
        listing(told, **times)
