"""Feeds through the command line, on both databases."""

from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar
from typer.testing import CliRunner

from treatywatch.views.cli import app

PAGE = "Norway and Iceland signed a fisheries treaty on 3 May 2022. Iceland will ratify the treaty in December 2026.\n"


def _run(*arguments: str):
    return CliRunner().invoke(app, arguments)


@pytest.fixture
def filled(place: str, tmp_path: Path) -> str:
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    assert _run("add", str(tmp_path / "page.txt"), "--registry", place).exit_code == 0
    return place


def test_a_feed_goes_to_standard_output_or_a_file_the_same_twice(filled: str, tmp_path: Path) -> None:
    shown = _run("feed", "--since", "2001-01-01", "--registry", filled)
    written = _run("feed", "--since", "2001-01-01", "--registry", filled, "-o", str(tmp_path / "news.atom"))

    assert (shown.exit_code, written.exit_code, written.stdout) == (0, 0, "")
    assert (tmp_path / "news.atom").read_bytes() == shown.stdout_bytes
    assert any("signed · 2022-05-03" in entry.title for entry in feedparser.parse(shown.stdout_bytes).entries)


def test_a_file_that_ends_like_a_calendar_is_one(filled: str, tmp_path: Path) -> None:
    target = tmp_path / "dates.ics"

    ended = _run(
        "feed", "fisheries", "--since", "2026-01-01", "--as-of", "2026-02-01", "--registry", filled, "-o", str(target)
    )

    assert ended.exit_code == 0
    events = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert any("ratified (planned) · ISL · some day of 2026-12" in str(event["SUMMARY"]) for event in events)


@pytest.mark.parametrize("format_", ["atom", "ical"])
@pytest.mark.parametrize("option", ["--since", "--as-of"])
def test_what_is_no_day_is_refused_and_the_old_file_stays(
    filled: str, tmp_path: Path, format_: str, option: str
) -> None:
    target = tmp_path / "kept"
    target.write_text("kept")
    given = {"--since": "2026-01-01", option: "yesterday"}

    ended = _run(
        "feed",
        *(word for pair in given.items() for word in pair),
        "--format",
        format_,
        "--registry",
        filled,
        "-o",
        str(target),
    )

    assert (ended.exit_code, target.read_text()) == (2, "kept")
    assert "write YYYY-MM-DD" in ended.stderr
