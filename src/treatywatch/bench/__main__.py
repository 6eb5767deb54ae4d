"""``python -m treatywatch.bench``: measure, compare with the floors, and write BENCHMARKS.md.

Leaves with 1 when a figure lies below its floor, with 2 when the corpora or the scorer are missing.
"""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from treatywatch import __version__
from treatywatch.bench import (
    accuracy,
    dates,
    event_coders,
    false_alarms,
    force,
    identity,
    judged,
    law_speed,
    modality,
    own_pages,
    processes,
    registry_speed,
    speed,
    whole,
    wild,
    written,
)
from treatywatch.bench.floors import fallen
from treatywatch.bench.history import Measured, history, keep
from treatywatch.bench.report import number, report
from treatywatch.model import TreatywatchError

MORE: tuple[Callable[[Path], dict[str, float]], ...] = (
    accuracy.held_out,
    own_pages.figures,
    written.figures,
    whole.figures,
    accuracy.under_clutter,
    dates.figures,
    modality.figures,
    force.figures,
    identity.figures,
    law_speed.figures,
    registry_speed.figures,
    wild.figures,
    false_alarms.figures,
    judged.figures,
    event_coders.figures,
    speed.figures,
    processes.figures,
)
"""Whatever else is measured: functions of the folder of corpora that give figures by name."""


def main(arguments: list[str] | None = None) -> int:
    """Run the bench and give its exit code."""
    asked = _parser().parse_args(arguments)
    try:
        figures = _measure(asked.shared, asked.errors)
    except TreatywatchError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    kept = keep(asked.into / "benchmarks" / "history.jsonl", Measured(date.today().isoformat(), __version__, figures))
    registries = history(asked.into / "benchmarks" / "registry.jsonl")
    web = history(asked.into / "benchmarks" / "web.jsonl")
    (asked.into / "BENCHMARKS.md").write_text(report(kept, registries, web), "utf-8")
    for name, value in figures.items():
        print(f"{name:<44} {number(value)}")
    below = fallen(figures)
    for line in below:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if below else 0


def _measure(shared: Path, errors: int) -> dict[str, float]:
    scores = accuracy.figures(shared, errors)
    if errors:
        print(scores.output)
    figures = dict(scores.figures)
    for more in MORE:
        figures.update(more(shared))
    return {**figures, **accuracy.lost_to_clutter(figures)}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m treatywatch.bench", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder of corpora and scorer")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N misses and N false alarms")
    parser.add_argument("--into", type=Path, default=Path(), help="the checkout whose BENCHMARKS.md is written")
    return parser


if __name__ == "__main__":
    sys.exit(main())
