"""Every command, through the command line, on pages as users give them."""

import json
from pathlib import Path

import pytest

from treatywatch.model import Reading, from_json

SIGNED = "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 3 May 2022."
RATIFIED = (
    "Norway ratified its fisheries treaty with Iceland on 9 June 2022. The treaty was signed in Oslo on 3 May 2022."
)


def _lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def registry(tw, tmp_path: Path) -> Path:
    """A registry of two pages about one agreement, and one about none."""
    documents = (
        {"id": "signed", "publisher": "Gazette", "published": "2022-05-04", "text": SIGNED},
        {"id": "ratified", "publisher": "Courier", "published": "2022-06-10", "text": RATIFIED},
        {"id": "weather", "publisher": "Courier", "published": "2022-06-10", "text": "It rains in Bergen."},
    )
    (tmp_path / "pages.jsonl").write_text("".join(json.dumps(each) + "\n" for each in documents))
    assert tw("add", "pages.jsonl").code == 0
    return tmp_path / "treatywatch.db"


@pytest.fixture
def many_pages(tmp_path: Path) -> Path:
    """Pages enough for several processes, every other one about no agreement, in one file."""
    texts = [SIGNED.replace("3 May", f"{day} May") for day in range(1, 13)] + [f"It rained {n} mm." for n in range(12)]
    lines = (json.dumps({"id": f"page/{n}", "text": texts[n // 2 + 12 * (n % 2)]}) for n in range(24))
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    return tmp_path / "many.jsonl"


def test_read_writes_one_reading_a_page_when_piped(tw, page: Path) -> None:
    ended = tw("read", page.name, "--published", "2022-06-10")

    assert (ended.code, ended.err) == (0, "")
    (reading,) = (from_json(line, Reading) for line in ended.out.splitlines())
    text = page.read_text("utf-8")
    assert {event.kind for event in reading.events} == {"signed", "ratified"}
    assert all(event.evidence == event.span.quote(text) for event in reading.events)


def test_read_shows_the_page_and_its_sentences_to_people(tw, page: Path) -> None:
    ended = tw("read", page.name, "--format", "table", "--publisher", "Gazette")

    assert ended.code == 0
    assert page.name in ended.out
    assert "Gazette" in ended.out
    assert "2022-05-03  signed" in ended.out
    assert "“Norway ratified the agreement on 9 June 2022" in ended.out


def test_read_keeps_the_ids_of_documents(tw, tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_text(json.dumps({"id": "our/17", "text": SIGNED}) + "\n")

    assert [each["id"] for each in _lines(tw("read", "pages.jsonl").out)] == ["our/17"]


def test_read_takes_standard_input(tw) -> None:
    ended = tw("read", "-", stdin=SIGNED.encode())

    assert [event["kind"] for event in _lines(ended.out)[0]["events"]] == ["signed"]


def test_any_number_of_processes_reads_the_same(tw, many_pages: Path) -> None:
    once = tw("read", many_pages.name, "--jobs", "1").out

    assert len(once.splitlines()) == 24
    assert once == tw("read", many_pages.name, "--jobs", "1").out
    assert once == tw("read", many_pages.name, "--jobs", "2").out
    assert once == tw("read", many_pages.name, "--jobs", "3").out


def test_any_number_of_processes_adds_the_same(tw, many_pages: Path) -> None:
    for jobs in ("1", "2"):
        assert tw("add", many_pages.name, "--jobs", jobs, "--registry", f"by-{jobs}.db").code == 0

    assert tw("timeline", "--registry", "by-1.db").out == tw("timeline", "--registry", "by-2.db").out


def test_adding_again_changes_nothing(tw, registry: Path) -> None:
    before = tw("timeline").out

    again = tw("add", "pages.jsonl", "--format", "jsonl")

    assert [each["new"] for each in _lines(again.out)] == [False, False, False]
    assert tw("timeline").out == before


def test_list_names_the_agreement_once(tw, registry: Path) -> None:
    (only,) = _lines(tw("list").out)

    assert only["parties"] == ["ISL", "NOR"]
    assert only["documents"] == 2
    assert "treaty" in tw("list", "--format", "table").out


def test_show_gives_each_step_with_its_sentences_and_their_pages(tw, registry: Path) -> None:
    shown = tw("show", "norway", "iceland", "--format", "table").out

    assert "2022-05-03  signed" in shown
    assert "2022-06-09  ratified" in shown
    assert "“Norway ratified its fisheries treaty with Iceland on 9 June 2022" in " ".join(shown.split())
    assert "Gazette · 2022-05-04 · signed" in shown


def test_show_gives_a_program_everything_at_once(tw, registry: Path) -> None:
    (dossier,) = _lines(tw("show", "norway iceland fisheries", "--format", "jsonl").out)

    assert [entry["kind"] for entry in dossier["timeline"]] == ["signed", "ratified"]
    assert {source["document"] for source in dossier["timeline"][0]["sources"]} == {"signed", "ratified"}


def test_timeline_gives_one_object_an_agreement(tw, registry: Path) -> None:
    (only,) = _lines(tw("timeline").out)

    assert [(each["kind"], each["date"]) for each in only["timeline"]] == [
        ("signed", "2022-05-03"),
        ("ratified", "2022-06-09"),
    ]
    assert sorted(only["documents"]) == ["ratified", "signed"]


def test_timeline_tells_all_else_that_is_said_only_when_asked(tw, registry: Path) -> None:
    (steps,) = _lines(tw("timeline").out)
    (whole,) = _lines(tw("timeline", "--all").out)
    (shown,) = _lines(tw("show", "fisheries", "--format", "jsonl").out)

    assert steps == {name: value for name, value in whole.items() if name not in {"related", "statements"}}
    assert (whole["related"], whole["statements"]) == (shown["related"], shown["statements"])


def test_sources_names_the_documents(tw, registry: Path) -> None:
    assert {each["id"] for each in _lines(tw("sources", "fisheries").out)} == {"signed", "ratified"}


@pytest.mark.parametrize("command", ["show", "timeline", "sources"])
def test_an_unknown_agreement_is_told_and_ends_with_its_code(tw, registry: Path, command: str) -> None:
    ended = tw(command, "Antarctica", "whales")

    assert (ended.code, ended.out) == (1, "")
    assert "Antarctica whales" in ended.err


def test_the_registry_can_come_from_the_environment(tw, registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TREATYWATCH_REGISTRY", str(registry.parent / "other.db"))

    assert _lines(tw("list").out) == []


def test_list_searches_filters_and_pages(tw, registry: Path) -> None:
    found = _lines(tw("list", "--search", "icelandic fish", "--state", "norway", "--year", "2022").out)
    assert [each["name"] for each in found] == [each["name"] for each in _lines(tw("list").out)]
    assert tw("list", "--search", "whales").out == ""

    none = tw("list", "--search", "whales", "--format", "table")
    assert (none.code, "No agreement fits" in none.out) == (0, True)
    unknown = tw("list", "--state", "Atlantis")
    assert (unknown.code, "Atlantis" in unknown.err) == (1, True)


def test_state_and_participation_show_who_stands_how(tw, registry: Path) -> None:
    (found,) = _lines(tw("state", "icelandic").out)
    assert [(each["status"], each["agreement"]["stage"]) for each in found["stands"]] == [("signatory", "signed")]
    shown = tw("state", "NOR", "--format", "table")
    assert "1 signatory" in shown.out
    assert tw("state", "Atlantis").code == 1

    (table,) = _lines(tw("participation", "fisheries", "--sort", "consent").out)
    assert [(each["state"], each["signed"]["date"]) for each in table["states"]] == [
        ("NOR", "2022-05-03"),
        ("ISL", "2022-05-03"),
    ]
    shown = tw("participation", "fisheries", "--format", "table")
    assert "2022-06-09 ratified" in shown.out
