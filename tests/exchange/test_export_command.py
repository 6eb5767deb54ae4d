import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from treatywatch.views.cli import app


def _run(*arguments: str):
    return CliRunner().invoke(app, arguments)


def test_an_export_goes_to_standard_output_or_a_file(file: str, tmp_path: Path) -> None:
    shown = _run("export", "--registry", file)
    written = _run("export", "--registry", file, "--output", str(tmp_path / "all.jsonl"))

    assert (shown.exit_code, written.exit_code, written.stdout) == (0, 0, "")
    assert (tmp_path / "all.jsonl").read_bytes() == shown.stdout_bytes
    assert sorted(path.name for path in tmp_path.glob("*all*")) == ["all.jsonl"]


def test_what_cannot_be_written_is_told(file: str, tmp_path: Path) -> None:
    ended = _run("export", "--registry", file, "--output", str(tmp_path / "missing" / "all.jsonl"))

    assert ended.exit_code == 2
    assert "cannot be written: No such file or directory" in ended.stderr


def test_a_registry_that_is_not_there_leaves_the_old_export_alone(tmp_path: Path) -> None:
    old = tmp_path / "all.csv"
    old.write_text("kept")

    ended = _run("export", "--registry", str(tmp_path / "none.db"), "--format", "csv", "--output", str(old))

    assert (ended.exit_code, old.read_text()) == (4, "kept")


def test_a_missing_library_is_named_with_the_cure(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "treatywatch.views.exports.parquet", raising=False)

    ended = _run("export", "--registry", file, "--format", "parquet")

    assert ended.exit_code == 2
    assert "pip install 'treatywatch[parquet]'" in ended.stderr
