"""Bring what the documentation shows of the program up to date.

- A fenced block that opens with ```console holds commands (``$ treatywatch …``), each followed by its output. Those of
  one page run one after the other, in an empty folder that holds ``examples``.
- Pictures are those of ``PICTURES``, drawn from a registry of ``examples/pages``, and that of its tables.
- Rows between ``<!-- rows: NAME -->`` and ``<!-- end -->`` come from the data that the program itself uses.

    python docs/refresh.py          rewrite the pages
"""

import os
import re
import runpy
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import treatywatch
from treatywatch.intake import problem_kinds
from treatywatch.law.steps import all_steps
from treatywatch.registry.accounts.roles import role_kinds, scope_kinds
from treatywatch.views.cli.exits import MEANINGS

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
PICTURES = {
    ROOT / "docs" / "pictures" / "life.svg": ("chart", "EU-Mercosur"),
    ROOT / "docs" / "pictures" / "kin.svg": ("graph", "Exchange of Naval Nuclear Propulsion Information Agreement"),
}
MODEL = ROOT / "docs" / "pictures" / "model.svg"
DAY = "2026-11-28"  # is shown in the place of the day on which the pages are renewed
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_FACT = re.compile(r"\b[0-9a-f]{12}\b")
_ROWS = re.compile(r"(<!-- rows: (\w+) -->\n)(.*?)(?=<!-- end -->)", re.DOTALL)
_RUN = "from treatywatch.views.cli import main; main()"


def refreshed(text: str) -> str:
    """``text`` with the output of every command, and every row of the program's data, as they are now."""
    text = _ROWS.sub(lambda rows: rows[1] + "".join(f"{row}\n" for row in TABLES[rows[2]]()), text)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "examples").symlink_to(ROOT / "examples")
        told: list[str] = []
        return _BLOCK.sub(lambda block: "".join(_outputs(block[0], Path(folder), told)), text)


def pictures() -> dict[Path, str]:
    """Every picture of the documentation as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "examples").symlink_to(ROOT / "examples")
        _output("treatywatch add examples/pages", Path(folder))
        drawn = {path: _output(f"treatywatch {shlex.join(told)}", Path(folder)) for path, told in PICTURES.items()}
    return drawn | {MODEL: runpy.run_path(str(ROOT / "docs" / "model.py"))["model"]()}


def _steps() -> Iterator[str]:
    yield "| step | what has happened | treaty law |"
    yield "|---|---|---|"
    for step, law in all_steps().items():
        yield f"| `{step}` | {law.definition} | {', '.join(law.articles)} |"


def _problems() -> Iterator[str]:
    yield "| code | what it means | what to do | read all the same |"
    yield "|---|---|---|---|"
    for code, kind in problem_kinds().items():
        yield f"| `{code}` | {kind.means} | {kind.cure} | {'no' if kind.unread else 'yes'} |"


def _exits() -> Iterator[str]:
    yield "| code | meaning |"
    yield "|---|---|"
    yield from (f"| {code.value} | {meaning} |" for code, meaning in MEANINGS.items())


def _roles() -> Iterator[str]:
    yield f"| role | {' | '.join(role_kinds())} |"
    yield f"|---{'|---' * len(role_kinds())}|"
    for scope, means in scope_kinds().items():
        may = ("yes" if scope in scopes else "no" for scopes in role_kinds().values())
        yield f"| `{scope}`: {means} | {' | '.join(may)} |"


TABLES = {"steps": _steps, "problems": _problems, "exits": _exits, "roles": _roles}


def _outputs(block: str, folder: Path, told: list[str]) -> Iterator[str]:
    for line in block.splitlines():
        if line.startswith("$ "):
            command = _FACT.sub(lambda fact: _as_told(fact[0], told), line)
            told.append(_output(command.removeprefix("$ "), folder))
            yield f"{command}\n{told[-1]}"


def _as_told(fact: str, told: list[str]) -> str:
    """The id of a fact; where nothing told has it any more, the first that the last output with any has."""
    outputs = [found for found in map(_FACT.findall, reversed(told)) if found]
    return fact if not outputs or any(fact in found for found in outputs) else outputs[0][0]


def _output(command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command)
    if program != "treatywatch":
        raise ValueError(f"the documentation may only run treatywatch, not {command!r}")
    code = str(Path(treatywatch.__file__).parents[1])
    env = {**os.environ, "COLUMNS": "110", "TREATYWATCH_FORMAT": "table", "PYTHONPATH": code}
    ended = subprocess.run(
        [sys.executable, "-c", _RUN, *arguments], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    written = (ended.stdout + ended.stderr).replace(date.today().isoformat(), DAY)
    return "".join(f"{line.rstrip()}\n" for line in written.rstrip().splitlines())


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(refreshed(page.read_text("utf-8")), "utf-8")
    for picture, drawn in pictures().items():
        picture.parent.mkdir(exist_ok=True)
        picture.write_text(drawn, "utf-8")
