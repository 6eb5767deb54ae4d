from pathlib import Path

from typer.testing import CliRunner

from treatywatch.views.cli import app


def _run(*arguments: str):
    return CliRunner().invoke(app, arguments)


def test_a_register_is_imported_and_what_is_bad_in_it_told(tmp_path: Path) -> None:
    path, registry = tmp_path / "acts.csv", str(tmp_path / "new.db")
    path.write_text(
        "agreement,state,act,date,source\n"
        "Fog Horn Convention,Norway,accession,1931-04-02,Depositary\n"
        "Fog Horn Convention,Norway,accession,1931-04-31,Depositary\n"
    )

    ended = _run("import", str(path), "--registry", registry, "--format", "table")

    assert ended.exit_code == 3
    assert ended.stdout == "1 pages and rows imported with 1 assertions; 0 were there already.\n"
    assert f"{path}:3 date: '1931-04-31' is no date" in ended.stderr
    assert _run("import", str(path), "--registry", registry, "--strict").exit_code == 3
    assert '"new":false' in _run("import", str(path), "--registry", registry).stdout
    assert "acceded" in _run("show", "Fog Horn Convention", "--registry", registry).stdout


def test_standard_input_and_missing_files_are_refused_with_the_reason(tmp_path: Path) -> None:
    registry = str(tmp_path / "new.db")

    assert "name a file instead of -" in _run("import", "-", "--registry", registry).stderr
    ended = _run("import", str(tmp_path / "none.csv"), "--registry", registry)
    assert (ended.exit_code, "file-missing" in ended.stderr) == (3, True)
