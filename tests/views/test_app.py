"""How commands start and end, through the installed program."""

import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from treatywatch import __version__


def test_the_program_tells_its_version(program) -> None:
    assert program("--version").communicate() == (f"{__version__}\n", "")


def test_the_wheel_installs_the_program_under_its_name() -> None:
    with (Path(__file__).parents[2] / "pyproject.toml").open("rb") as file:
        target = tomllib.load(file)["project"]["scripts"]["treatywatch"]
    module, _, name = target.partition(":")

    assert callable(getattr(import_module(module), name))


@pytest.mark.parametrize(
    "arguments", [("reed",), ("read",), ("show",), ("list", "--format", "xml"), ("read", "--jobs", "x")]
)
def test_a_wrong_command_ends_with_its_code_and_says_so(program, arguments: tuple[str, ...]) -> None:
    run = program(*arguments)

    out, err = run.communicate()

    assert (run.returncode, out) == (2, "")
    assert "Error" in err


def test_a_reader_that_leaves_early_ends_the_program_quietly(program, tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text("It rains. " * 50)

    with program("read", ".") as run:
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == ""
    assert run.returncode == 141
