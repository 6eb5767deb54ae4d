"""What the documentation shows is what happens."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


REFRESH = runpy.run_path(str(ROOT / "docs" / "refresh.py"))


@pytest.mark.parametrize("page", REFRESH["PAGES"], ids=lambda page: page.name)
def test_what_is_shown_of_the_program_is_so(page: Path) -> None:
    shown = page.read_text("utf-8")

    assert REFRESH["refreshed"](shown) == shown, "run make docs"


def test_the_pictures_shown_are_those_that_are_drawn() -> None:
    drawn = REFRESH["pictures"]()

    assert drawn
    assert [path.name for path, picture in drawn.items() if path.read_text("utf-8") != picture] == [], "run make docs"


def test_the_python_shown_runs(capsys) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)

    exec(compile(code, "README.md", "exec"), {})

    assert capsys.readouterr().out.startswith("signed 2022-05-03 Norway and Iceland signed")
