"""Pictures through the command line."""

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from treatywatch.views.cli import app


def _run(*arguments: str):
    return CliRunner().invoke(app, arguments)


def test_a_chart_shows_states_conflict_and_plan(file: str) -> None:
    ended = _run("chart", "fisheries", "--registry", file)

    shown = [text.text for text in ElementTree.fromstring(ended.stdout_bytes).iter() if text.tag.endswith("}text")]
    assert ended.exit_code == 0
    assert {"Norway", "Iceland", "ratified (planned) 2022-12"} <= set(shown)
    assert any(text.startswith("ratified 2022-06-0") and "≠ 2022-06-0" in text for text in shown)


def test_a_chart_as_of_a_day_leaves_out_what_came_later(file: str) -> None:
    ended = _run("chart", "fisheries", "--registry", file, "--as-of", "2022-05")

    assert "signed 2022-05-03" in ended.stdout
    assert "as of 2022-05" in ended.stdout
    assert "ratified 2022-06" not in ended.stdout
    assert "signed" not in _run("chart", "fisheries", "--registry", file, "--known-by", "2001-01-01").stdout


def test_the_ending_of_the_file_tells_the_format(file: str, tmp_path: Path) -> None:
    for name in ("one.png", "two.png", "one.svg"):
        assert _run("chart", "fisheries", "--registry", file, "-o", str(tmp_path / name)).exit_code == 0

    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()
    assert (tmp_path / "one.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "one.svg").read_bytes().startswith(b"<svg")


def test_a_picture_of_nothing_leaves_no_file(file: str, tmp_path: Path) -> None:
    target = tmp_path / "kept.svg"
    target.write_text("kept")

    ended = _run("chart", "whaling", "--registry", file, "-o", str(target))

    assert (ended.exit_code, target.read_text()) == (1, "kept")
    assert "whaling" in ended.stderr


@pytest.mark.parametrize("library", ["altair", "vl_convert"])
def test_a_missing_library_is_named_with_the_cure(file: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    for module in ("render", "spec"):
        monkeypatch.delitem(sys.modules, f"treatywatch.views.pictures.{module}", raising=False)

    ended = _run("chart", "fisheries", "--registry", file)

    assert ended.exit_code == 2
    assert "pip install 'treatywatch[pictures]'" in ended.stderr


@pytest.fixture
def family(tmp_path: Path, place: str) -> str:
    """A registry of four agreements, each of which replaces the one before."""
    pages = tmp_path / "pages"
    pages.mkdir()
    told = (
        "Norway and Iceland signed the Bergen Pact in Oslo on 3 May 2022. The Bergen Pact supersedes the Oslo Accord.",
        "Norway and Iceland signed the Oslo Accord on 3 May 2012. The Oslo Accord supersedes the Skagen Treaty.",
        "Norway and Iceland signed the Skagen Treaty on 3 May 2002. The Skagen Treaty supersedes the Visby Convention.",
    )
    for number, words in enumerate(told):
        (pages / f"{number}.txt").write_text(words + "\n", "utf-8")
    assert _run("add", str(pages), "--registry", place).exit_code == 0
    return place


def test_a_graph_follows_relations_over_as_many_steps_as_asked(family: str) -> None:
    def named(steps: int) -> set[str]:
        ended = _run("graph", "Bergen Pact", "--registry", family, "--format", "dot", "--steps", str(steps))
        assert ended.exit_code == 0
        return {name for name in ("Bergen", "Oslo", "Skagen", "Visby") if f'label="{name}' in ended.stdout}

    assert named(1) == {"Bergen", "Oslo"}
    assert named(2) == {"Bergen", "Oslo", "Skagen"}
    assert named(5) == {"Bergen", "Oslo", "Skagen", "Visby"}


def test_a_graph_is_drawn_in_every_format_the_same_twice(family: str, tmp_path: Path) -> None:
    for ending, begins in (("svg", b"<svg"), ("png", b"\x89PNG"), ("dot", b"digraph")):
        for name in ("one", "two"):
            assert (
                _run("graph", "Oslo Accord", "--registry", family, "-o", str(tmp_path / f"{name}.{ending}")).exit_code
                == 0
            )
        written = (tmp_path / f"one.{ending}").read_bytes()
        assert written.startswith(begins)
        assert written == (tmp_path / f"two.{ending}").read_bytes()


def test_what_is_further_away_is_counted(family: str) -> None:
    assert "1 more further away" in _run("graph", "Bergen Pact", "--registry", family, "--steps", "1").stdout
    assert "further away" not in _run("graph", "Bergen Pact", "--registry", family).stdout
