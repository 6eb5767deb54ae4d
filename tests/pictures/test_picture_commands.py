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
