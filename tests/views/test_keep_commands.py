"""Backing up and verifying through the command line, on both databases."""

import json
import sqlite3

import pytest

PAGES = (
    ("a", "2022-05-04", "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 3 May 2022."),
    ("b", "2022-06-10", "OSLO - Norway ratified its fisheries treaty with Iceland on 9 June 2022."),
)


def test_a_backup_is_a_registry_that_answers_alike(tw, registry: str) -> None:
    before = tw("timeline").out
    ended = tw("backup", "saved.db")
    assert (ended.code, ended.err) == (0, "")
    assert before == tw("timeline", "--registry", "saved.db").out != ""
    assert tw("verify", "--registry", "saved.db").code == 0

    again = tw("backup", "saved.db")
    assert again.code == 2
    assert "exists: name a new file" in again.err


def test_what_is_not_sound_is_told_by_table_and_row(tw, registry: str) -> None:
    assert tw("verify", "--format", "table").out.split()[-2:] == ["is", "sound."]
    tw("backup", "saved.db")
    with sqlite3.connect("saved.db") as damaged:
        damaged.execute("UPDATE assertions SET quote = 'Nobody signed' WHERE reading = 1 AND assertion = 0")
    ended = tw("verify", "--quick", "--registry", "saved.db")
    assert ended.code == 6
    (fault,) = map(json.loads, ended.out.splitlines())
    assert (fault["table"], fault["row"]) == ("assertions", "1, 0")
    told = tw("verify", "--quick", "--registry", "saved.db", "--format", "table").out
    assert "assertions 1, 0: the quote is not at its place in the text" in told


@pytest.mark.parametrize("command", [("backup", "new.db"), ("verify",)])
def test_there_must_be_a_registry(tw, command: tuple[str, ...]) -> None:
    ended = tw(*command, "--registry", "none.db")
    assert ended.code == 4
    assert "treatywatch add" in ended.err
