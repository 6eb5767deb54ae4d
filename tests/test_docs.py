"""The documentation names every command and option, and its links lead somewhere."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from typer.main import get_command

from treatywatch.model import Event, Reading, Relation, Statement
from treatywatch.registry import Decision, Fault, Tombstone
from treatywatch.registry.accounts import Account, LogLine, Token
from treatywatch.service.answers import (
    Added,
    DocumentLine,
    Dossier,
    Entry,
    Quote,
    Related,
    Said,
    Summary,
    Timeline,
)
from treatywatch.service.queue import Choice, Question
from treatywatch.views.cli import app

ROOT = Path(__file__).parents[1]
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


def _docs(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_explained_with_its_options(command: str) -> None:
    assert f"treatywatch {command}" in _docs("README.md")
    section = _docs("docs/commands.md").partition(f"## `treatywatch {command}")[2].partition("\n## `")[0]
    options = [name for each in _params(COMMANDS[command]) for name in each.opts if name.startswith("--")]
    assert [name for name in options if f"`{name}" not in section] == []


def _params(command: Any) -> list[Any]:
    """The arguments and options of a command, and of those below it."""
    return [*command.params, *(one for below in getattr(command, "commands", {}).values() for one in below.params)]


def test_every_variable_is_explained() -> None:
    names = {each.envvar for command in COMMANDS.values() for each in _params(command) if each.envvar}
    assert [name for name in names if f"`{name}`" not in _docs("docs/commands.md")] == []


def test_every_field_of_an_answer_is_explained() -> None:
    told = _docs("docs/output.md")
    answers = (
        Account,
        LogLine,
        Token,
        Added,
        Fault,
        Decision,
        DocumentLine,
        Dossier,
        Entry,
        Quote,
        Related,
        Said,
        Summary,
        Timeline,
        Tombstone,
        Choice,
        Question,
    )
    kinds = (Reading, Event, Relation, Statement, *answers)
    names = {field.encode_name for kind in kinds for field in msgspec.structs.fields(kind)} - {"entries"}
    assert sorted(name for name in names if f"`{name}`" not in told) == []


def test_every_command_shows_examples_in_its_help() -> None:
    assert [name for name, each in COMMANDS.items() if f"treatywatch {name}" not in (each.help or "")] == []


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
)
def test_links_within_the_documentation_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
