"""What is installed is whole, and light until it is used."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "treatywatch"
HEAVY = ("jinja2", "spacy", "numpy", "sqlalchemy", "alembic", "trafilatura", "lxml", "yaml")
HEAVY += ("altair", "vl_convert", "networkx", "pydot", "feedgen", "icalendar", "litestar", "uvicorn")


def test_every_data_file_is_installed_as_it_stands() -> None:
    data = [path for path in SOURCE.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}]
    installed = files("treatywatch")

    assert data
    missing = [path.name for path in data if not installed.joinpath(path.relative_to(SOURCE).as_posix()).is_file()]
    assert missing == []


@pytest.mark.parametrize(
    "code",
    [
        "import treatywatch",
        "from treatywatch.views.cli import app; app(['--help'], standalone_mode=False)",
        "from treatywatch.views.cli import app; app(['add', '--help'], standalone_mode=False)",
        "from treatywatch.views.cli import app; app(['chart', '--help'], standalone_mode=False)",
        "from treatywatch.views.cli import app; app(['feed', '--help'], standalone_mode=False)",
        "from treatywatch.views.cli import app; app(['serve', '--help'], standalone_mode=False)",
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str) -> None:
    asked = f"import sys\ntry:\n    {code}\nfinally:\n    print('loaded:', [m for m in {HEAVY} if m in sys.modules])"

    ended = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert ended.stdout.splitlines()[-1] == "loaded: []"
