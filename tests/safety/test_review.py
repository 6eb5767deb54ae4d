"""An editor settles a question on the page, and takes it back, on both databases."""

import html
import re

import pytest

from treatywatch.registry import open_registry
from treatywatch.registry.accounts import Accounts
from treatywatch.service.review import decisions
from treatywatch.service.timeline import timeline

WHY = "the official gazette has the eighth"


def _ratified(place: str) -> str | None:
    with open_registry(place) as registry:
        (entry,) = [one for one in timeline(registry, "fisheries treaty").entries if one.kind == "ratified"]
        return entry.date


@pytest.mark.parametrize("filled", ["sqlite", "postgresql"], indirect=True)
def test_a_conflict_is_decided_with_a_reason_and_undone(signed_in, sent, filled: str) -> None:
    client = signed_in("editor")
    page = client.get("/review").text
    assert "On which day: ratified by NOR?" in page
    assert "Norway ratified its fisheries treaty with Iceland on 8 June 2022" in page
    commands = next(
        words for words in map(html.unescape, re.findall(r'name="commands" value="([^"]+)"', page)) if "06-08" in words
    )
    before = _ratified(filled)

    decided = sent(client, "/review", "/review", commands=commands, because=WHY)
    assert decided.headers["location"] == "/review?done=1#decisions"
    assert _ratified(filled) == "2022-06-08"
    shown = client.get(decided.headers["location"]).text
    assert "On which day: ratified by NOR?" not in shown
    assert f"because {WHY}" in shown
    assert "editor" in shown

    undone = sent(client, "/review", "/review", commands='[["undo","1"]]', because="the gazette was corrected")
    assert undone.status_code == 303
    assert _ratified(filled) == before
    with open_registry(filled) as registry:
        assert [(one.kind, one.who, one.undone) for one in decisions(registry)] == [
            ("correct", "editor", True),
            ("undo", "editor", False),
        ]
        log = [(line.who, line.act, line.about[:19]) for line in Accounts(registry).log(2)]
    assert log == [("editor", "decided", "decision 2: undo 1"), ("editor", "decided", "decision 1: correct")]


@pytest.mark.parametrize(
    ("commands", "because", "code"),
    [
        ('[["undo","7"]]', WHY, 404),
        ('[["undo","first"]]', WHY, 404),
        ('[["forget","gazette"]]', WHY, 400),
        ('[["confirm"]]', WHY, 400),
        ('[["confirm","0000"]]', WHY, 404),
        ('[["correct","zzzz","date=2021"]]', WHY, 400),
        ('[["same","a"]]', WHY, 400),
        ('[["undo","1"]]', "", 400),
        ('[["undo","1"]]', "\x1b[31m", 400),
        ("not json", WHY, 400),
        ('{"a": 1}', WHY, 400),
        ("[" * 30_000, WHY, 400),
    ],
)
def test_what_is_no_decision_is_told_and_changes_nothing(
    signed_in, sent, filled: str, commands: str, because: str, code: int
) -> None:
    assert sent(signed_in("editor"), "/review", "/review", commands=commands, because=because).status_code == code
    with open_registry(filled) as registry:
        assert decisions(registry) == ()
