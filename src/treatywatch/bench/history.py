"""Every figure of every day on which it was measured and kept, one line of JSON a day and version."""

from pathlib import Path

import msgspec

from treatywatch.model import from_json, to_json


class Measured(msgspec.Struct, frozen=True):
    """The figures of the last run of ``day`` (ISO) with ``version``."""

    day: str
    version: str
    figures: dict[str, float]


def history(path: Path) -> tuple[Measured, ...]:
    """What the file holds, oldest first; nothing when there is no such file yet."""
    if not path.exists():
        return ()
    return tuple(from_json(line, Measured) for line in path.read_text("utf-8").splitlines() if line)


def keep(path: Path, measured: Measured) -> tuple[Measured, ...]:
    """The history with ``measured`` in it, written back; a figure measured twice on one day is kept as it was last."""
    earlier = history(path)
    same = [each for each in earlier if (each.day, each.version) == (measured.day, measured.version)]
    figures = {name: value for each in same for name, value in each.figures.items()} | measured.figures
    kept = (*(each for each in earlier if each not in same), Measured(measured.day, measured.version, figures))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(to_json(each) + "\n" for each in kept), "utf-8")
    return kept
