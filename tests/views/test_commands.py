"""Every command, through the command line, on pages as users give them."""

import json
from pathlib import Path

from treatywatch.model import Reading, from_json

SIGNED = "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 3 May 2022."
RATIFIED = (
    "Norway ratified its fisheries treaty with Iceland on 9 June 2022. The treaty was signed in Oslo on 3 May 2022."
)


def _lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


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


def test_any_number_of_processes_reads_the_same(tw, tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(SIGNED.replace("3 May", f"{number + 1} May"))

    assert tw("read", ".", "--jobs", "1").out == tw("read", ".", "--jobs", "2").out
