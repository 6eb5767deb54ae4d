"""The figures of the scorer that lies beside the corpora, run as a program of its own."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from treatywatch.model import InputError

_ROW = re.compile(r"^(?P<name>\S.*?)\s+P (?P<p>\d\.\d+)\s+R (?P<r>\d\.\d+)\s+F1 (?P<f>\d\.\d+)")
_COUNT = re.compile(r"^(?P<name>evidence not verbatim in the text|agreements given)\s+(?P<n>\d+)$")


class Scores(NamedTuple):
    """What the scorer said: its figures by name, and its whole output for people."""

    figures: dict[str, float]
    output: str


def score(shared: Path, what: str, gold: Path, made: Path, errors: int = 0) -> Scores:
    """The scorer's figures for the file ``made``, listing so many ``errors`` in its output.

    ``what`` is ``readings`` or ``timelines``, ``gold`` a folder with documents and their gold.
    Every row gives ``NAME P``, ``NAME R`` and ``NAME F1`` (0 to 1), every count ``NAME``. Raises InputError with the
    scorer's own words when it fails.
    """
    command = [sys.executable, str(shared / "bench" / "score.py"), what, str(gold), str(made)]
    run = subprocess.run([*command, "--errors", str(errors)], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise InputError(f"the scorer failed on {made}: {run.stderr.strip().splitlines()[-1:] or run.returncode}")
    return Scores(dict(_figures(run.stdout)), run.stdout)


def _figures(output: str) -> Iterator[tuple[str, float]]:
    for line in output.splitlines():
        if row := _ROW.match(line):
            name = row["name"].replace("events: ", "events ")
            yield from ((f"{name} {of}", float(row[group])) for of, group in (("P", "p"), ("R", "r"), ("F1", "f")))
        elif count := _COUNT.match(line):
            yield count["name"], float(count["n"])
