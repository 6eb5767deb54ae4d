"""Load is put on this machine alone, what is measured is what was asked, and the report sets sizes side by side."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from treatywatch.bench.history import Measured
from treatywatch.bench.load import load
from treatywatch.bench.report import report
from treatywatch.bench.web_speed import made, measured
from treatywatch.model import InputError


@pytest.mark.parametrize(
    "address", ["http://192.0.2.1/", "https://treaties.example/", "file:///etc/passwd", "nonsense"]
)
def test_no_other_machine_is_asked(address: str) -> None:
    with pytest.raises(InputError, match="not of this machine"):
        load(address, ["/"], 1, at_once=1, anew=False)


def test_pages_of_a_registry_are_measured_under_load(tmp_path: Path, lacking: Callable[[str], NoReturn]) -> None:
    if shutil.which("wrk") is None:
        lacking("wrk is not installed: apt-get install wrk")
    made(300, str(tmp_path / "made.db"))
    found = measured(str(tmp_path / "made.db"), seconds=1, lasting=1)

    assert all(value > 0 for value in found.values())
    assert found["agreement page, kB sent"] < 150


def test_the_report_sets_sizes_side_by_side_with_what_they_are_held_to() -> None:
    what = "agreement page, kB sent"
    web = Measured("2026-01-02", "1", {f"1,000: {what}": 12.0, f"20: {what}": 11.0, f"20 on PostgreSQL: {what}": 13.0})
    written = report([Measured("2026-01-01", "1", {"a": 1.0})], web=[web])

    assert "| figure | 20 | 20 on PostgreSQL | 1,000 | target |" in written
    assert "| agreement page, kB sent | 11 | 13 | 12 | at most 150 |" in written
