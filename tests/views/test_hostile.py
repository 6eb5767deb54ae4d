"""Names made to break things pass through every command as what they are: words."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from treatywatch.model import Agreement, Document, Event, Modality, Reading, Relation, RelationType, Span, Step
from treatywatch.registry import open_registry

NAMES = {
    "sql": "Robert'); DROP TABLE agreements;-- Treaty",
    "html": "<script>alert(1)</script><img src=x onerror=alert(2)> Treaty",
    "control": "Bell\x07 and \x1b[31mred\x1b[0m \x00null\u202eytaert\u2066 Treaty",
    "lone surrogate": "Broken \ud800 Treaty",
    "combining": "Z" + "\u0301" * 300 + "algo Treaty",
    "formula": '=HYPERLINK("http://evil.example","Treaty")',
    "one megabyte": "Very " * 200_000 + "Long Treaty",
    "nothing but marks": "!!! ??? ---",
    "like": "100%_[a-z]* Treaty",
    "template": "{{ 7 * 7 }} ${jndi:ldap://x} %s %n Treaty",
}
TOLD = "Norway and Peru signed it on 4 May 2021."


def page(name: str, other: str | None = None, sides: tuple[str, ...] = ("NOR", "PER")) -> tuple[Document, Reading]:
    document = Document(name[:40] or "page", f"{TOLD} {other or ''}", publisher=name[:200], title=name[:1000])
    span = Span(0, len(TOLD))
    papers = [Agreement("a", name, "treaty", sides, aliases=(f"the {name}",))]
    signed = Event("a", Step.SIGNED, Modality.ACTUAL, sides, name[:500], "2021-05-04", name[:500], name[:500],
                   TOLD, span)  # fmt: skip
    relations = ()
    if other is not None:
        papers.append(Agreement("b", other, "treaty", sides, year="1973"))
        relations = (Relation(RelationType.SUPERSEDES, "a", "b", other, Modality.ACTUAL, None, TOLD, span),)
    return document, Reading(document.id, document.sha256, "1", tuple(papers), (signed,), relations)


@pytest.fixture(params=NAMES.values(), ids=NAMES)
def hostile(request: pytest.FixtureRequest, place: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The key of an agreement with such a name, beside a harmless one, in the registry that is asked."""
    monkeypatch.setenv("TREATYWATCH_REGISTRY", place)
    with open_registry(place) as registry:
        registry.add(*page(request.param, "1973 harbour accord"))
        registry.add(*page("Harbour Pact", sides=("CHL", "ISL")))
        [line] = [one for one in registry.lines() if one.parties == ("NOR", "PER")]
        return line.key


def test_every_command_answers(tw, hostile: str, tmp_path: Path) -> None:
    for command in ("list", "show", "timeline", "sources", "history", "conflicts", "review", "status", "next"):
        about = (hostile,) if command not in {"list", "review"} else ()
        for form in ("table", "jsonl"):
            ended = tw(command, *about, "--format", form)
            assert ended.code == 0, (command, form, ended.err[:300])
            if form == "jsonl":
                assert all(json.loads(line) for line in ended.out.splitlines())
            else:
                assert "\x1b[31m" not in ended.out, "control characters of a page never reach the terminal"


def test_every_file_that_is_written_can_be_read_again(tw, hostile: str, tmp_path: Path) -> None:
    for form in ("jsonl", "csv", "followthemoney", "jsonld", "graphml"):
        ended = tw("export", "--format", form, "--output", f"out.{form}")
        assert ended.code == 0, (form, ended.err[:300])
        text = (tmp_path / f"out.{form}").read_text("utf-8")
        assert "\x00" not in text
        if form == "graphml":
            ElementTree.fromstring(text)
    for command in ("graph", "chart"):
        ended = tw(command, hostile, "--output", f"{command}.svg")
        assert ended.code == 0, (command, ended.err[:300])
        drawn = (tmp_path / f"{command}.svg").read_text("utf-8")
        ElementTree.fromstring(drawn)
        assert "<script" not in drawn
        assert len(drawn) < 200_000


def test_a_wrong_key_of_any_length_names_the_nearest(tw, hostile: str) -> None:
    for wrong in (f"{hostile}x", "'; DELETE FROM texts; --", "\x1b[31m", "a" * 100_000, "%", "_", "--"):
        ended = tw("show", "--", wrong)
        assert ended.code in {0, 1, 2}
        if ended.code:
            assert "nearest are" in ended.err or "may be any of these" in ended.err or "rite" in ended.err
            assert len(ended.err) < 3_000
            assert "\x1b[31m" not in ended.err


def test_agreements_that_replace_each_other_are_told_as_they_are(tw, place: str, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TREATYWATCH_REGISTRY", place)
    fish, tax = "Fisheries Treaty", "Taxation Treaty"
    with open_registry(place) as registry:
        for one, other in ((fish, tax), (tax, fish)):
            document, reading = page(one, other)
            papers = tuple(Agreement(p.key, p.name, p.form, p.parties) for p in reading.agreements)
            registry.add(document, Reading(reading.id, document.sha256, "1", papers, (), reading.relations))
        keys = [line.key for line in registry.lines(passing=True)]
    assert len(keys) == 2
    for key in keys:
        [shown] = [json.loads(line) for line in tw("show", key, "--format", "jsonl").out.splitlines()]
        assert {(one["type"], one["outward"]) for one in shown["related"]} == {
            ("supersedes", True),
            ("supersedes", False),
        }
        for command in ("status", "next", "check"):
            assert tw(command, key).code == 0
        assert tw("graph", key, "--output", "graph.svg").code == 0
        ElementTree.fromstring((tmp_path / "graph.svg").read_text("utf-8"))


@pytest.mark.parametrize("option", ["--as-of", "--known-by"])
@pytest.mark.parametrize("day", ["0000-01-01", "2021-02-30", "99999-01-01", "1e9", "-5", "2021-5-4", "", "٢٠٢١-٠١-٠١"])
def test_a_day_that_is_none_is_named_with_the_form_to_write(tw, place: str, monkeypatch, option: str, day: str) -> None:
    monkeypatch.setenv("TREATYWATCH_REGISTRY", place)
    with open_registry(place) as registry:
        registry.add(*page("Harbour Pact"))
    ended = tw("show", "harbour pact", f"{option}={day}")
    assert ended.code == 2, ended.out
    assert "write YYYY" in ended.err


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_out_of_range_is_named_with_the_range(tw, place: str, monkeypatch, day: str) -> None:
    monkeypatch.setenv("TREATYWATCH_REGISTRY", place)
    with open_registry(place) as registry:
        registry.add(*page("Harbour Pact"))
    for command in ("list", "show", "timeline", "status", "next"):
        ended = tw(command, *([] if command == "list" else ["harbour pact"]), "--as-of", day)
        assert (ended.code, ended.out) == (2, ""), command
        assert "years from 1500 to 2200" in ended.err
