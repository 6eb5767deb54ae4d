import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

import treatywatch
from treatywatch.views.cli import app

PAGE = (
    "LONDON - Norway and Iceland signed a fisheries agreement in Oslo on 3 May 2022. "
    "Norway ratified the agreement on 9 June 2022.\n"
)


class Ended(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ended]
Program = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The command line as a process of its own, in an empty working directory: ``program("read", "page.txt")``."""
    code = "from treatywatch.views.cli import main; main()"
    env = {**os.environ, "PYTHONPATH": str(Path(treatywatch.__file__).parents[1])}

    def start(*arguments: str) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        command = [sys.executable, "-c", code, *arguments]
        return subprocess.Popen(command, cwd=tmp_path, env=env, stdin=pipe, stdout=pipe, stderr=pipe, text=True)

    return start


@pytest.fixture
def tw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in an empty working directory: ``tw("read", "page.txt")``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TREATYWATCH_REGISTRY", raising=False)

    def run(*arguments: str, stdin: bytes | None = None) -> Ended:
        result = CliRunner().invoke(app, arguments, input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ended(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def registry(
    request: pytest.FixtureRequest, tw: Run, tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> str:
    """A registry of the test module's own ``PAGES`` (id, day, text) on either database, and the one that is asked."""
    rows = ({"id": name, "published": day, "text": words} for name, day, words in request.module.PAGES)
    (tmp_path / "pages.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    monkeypatch.setenv("TREATYWATCH_REGISTRY", place)
    assert tw("add", "pages.jsonl").code == 0
    return place
