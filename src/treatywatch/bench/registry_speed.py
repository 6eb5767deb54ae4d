"""What a registry costs as it grows: adding, showing, listing, asking for an earlier day, and its size on disk."""

import argparse
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from treatywatch import __version__
from treatywatch.bench.generated import pages
from treatywatch.bench.history import Measured, keep
from treatywatch.bench.report import number
from treatywatch.registry import Registry, open_registry
from treatywatch.service.dossier import dossier
from treatywatch.service.listing import listing

SIZES = (5_000, 40_000)
_ASKED = 9
_PAGE = 50


def figures(_shared: Path | None = None) -> dict[str, float]:
    """The costs of a registry of 40,000 assertions on SQLite, and how much dearer it is to ask than one of 5,000."""
    small, large = (measured(size) for size in SIZES)
    grown = {f"registry: {what}, growth from {SIZES[0]:,}": large[what] / small[what] for what in _ASKING}
    return {f"registry of {SIZES[1]:,}: {what}": value for what, value in large.items()} | grown


def measured(size: int, url: str | None = None) -> dict[str, float]:
    """Figures by name of a registry of ``size`` assertions, made anew at ``url`` (None: a file, deleted afterwards).

    Adding counts all that ``treatywatch add`` does after reading, working out identity among it. Times are in
    milliseconds, the median over several agreements.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "registry.db")
        with open_registry(url or place) as registry:
            start = time.perf_counter()
            for document, reading in pages(size):
                registry.add(document, reading)
            registry.refresh()
            added = time.perf_counter() - start
            found = {"assertions added a second": size / added, **_asked(registry)}
        if url is None:
            found["bytes an assertion"] = place.stat().st_size / size
            found["writing time over that of the bare rows"] = added / _bare(place, Path(folder, "bare.db"))
    return found


_ASKING = ("show, ms", "list, first page, ms", "show as of an earlier day, ms")


def _asked(registry: Registry) -> dict[str, float]:
    keys = [line.key for line in registry.lines(limit=_ASKED)]
    dossier(registry, keys[0], as_of="2000")  # loads what is loaded once
    return {
        "show, ms": _milliseconds([lambda key=key: dossier(registry, key) for key in keys]),  # type: ignore[misc]
        "list, first page, ms": _milliseconds([lambda: listing(registry, limit=_PAGE)] * _ASKED),
        "show as of an earlier day, ms": _milliseconds(
            [lambda key=key: dossier(registry, key, as_of="1990") for key in keys]  # type: ignore[misc]
        ),
    }


def _milliseconds(asking: list[Callable[[], object]]) -> float:
    taken = []
    for ask in asking:
        start = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken)


def _bare(made: Path, copy: Path) -> float:
    """Seconds to write the same rows of pages, readings and assertions into tables without any index or key."""
    with sqlite3.connect(made) as source, sqlite3.connect(copy) as target:
        start = time.perf_counter()
        for table in ("texts", "documents", "readings", "sightings", "assertions"):
            rows = source.execute(f"SELECT * FROM {table}")
            columns = [column[0] for column in rows.description]
            target.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
            places = ", ".join("?" * len(columns))
            target.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
            target.commit()
        return time.perf_counter() - start


def main(arguments: list[str] | None = None) -> int:
    """Measure registries of the sizes asked for, print the figures, and keep those of the largest."""
    parser = argparse.ArgumentParser(prog="python -m treatywatch.bench.registry_speed", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+", metavar="ASSERTIONS", help="how many assertions")
    parser.add_argument("--registry", metavar="URL", help="an empty database (default: a file that is then deleted)")
    parser.add_argument("--into", type=Path, default=Path(), help="the checkout whose benchmarks/ keeps the figures")
    asked = parser.parse_args(arguments)
    database = asked.registry.partition(":")[0] if asked.registry else "sqlite"
    for size in asked.sizes:
        found = {f"{size:,} on {database}: {what}": value for what, value in measured(size, asked.registry).items()}
        keep(asked.into / "benchmarks" / "registry.jsonl", Measured(date.today().isoformat(), __version__, found))
        sys.stdout.writelines(f"{name:<64} {number(value)}\n" for name, value in found.items())
    return 0


if __name__ == "__main__":
    sys.exit(main())
