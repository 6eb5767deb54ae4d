"""What a registry costs as it grows: adding, showing, listing, asking for an earlier day, and its size on disk."""

import argparse
import resource
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from treatywatch import __version__
from treatywatch.bench.generated import pages
from treatywatch.bench.history import Measured, keep
from treatywatch.bench.report import number
from treatywatch.bench.rows import bare_seconds, stored_bytes
from treatywatch.bench.server import programs, served
from treatywatch.registry import Registry, open_registry
from treatywatch.service.dossier import dossier
from treatywatch.service.listing import listing

SIZES = (5_000, 40_000)
_ASKED = 9
_PAGE = 50
_SERVER = {"shared_buffers": "128MB"}  # PostgreSQL's own default, and like it waiting for the disk


def figures(_shared: Path | None = None) -> dict[str, float]:
    """The costs of a registry of 40,000 assertions on SQLite, and how much dearer it is to ask than one of 5,000."""
    small, large = (measured(size) for size in SIZES)
    grown = {f"registry: {what}, growth from {SIZES[0]:,}": large[what] / small[what] for what in _ASKING}
    return {f"registry of {SIZES[1]:,}: {what}": value for what, value in large.items()} | grown


def measured(size: int, url: str | None = None) -> dict[str, float]:
    """Figures by name of a registry of ``size`` assertions, made anew at ``url`` (None: a file, deleted afterwards).

    Adding counts all that ``treatywatch import`` does after reading its files, working out identity included. Times are
    in milliseconds, the median over several agreements; memory is this process's largest so far, in megabytes.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "registry.db")
        with open_registry(url or place) as registry:
            start, own = time.perf_counter(), time.process_time()
            deque(registry.add_all(pages(size)), maxlen=0)
            registry.refresh()
            added, busy = time.perf_counter() - start, time.process_time() - own
            return {
                "assertions added a second": size / added,
                "assertions added a second of this process's own time": size / busy,
                "memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                **_asked(registry),
                "bytes an assertion": stored_bytes(registry) / size,
                "writing time over that of the bare rows": added / bare_seconds(registry),
            }


_ASKING = ("show, ms", "list, first page, ms", "show as of an earlier day, ms")


def _asked(registry: Registry) -> dict[str, float]:
    keys = [line.key for line in registry.lines(limit=_ASKED)]
    dossier(registry, keys[0], as_of="2000")  # loads what is loaded once
    asking: tuple[Callable[[str], object], ...] = (
        lambda key: dossier(registry, key),
        lambda _key: listing(registry, limit=_PAGE),
        lambda key: dossier(registry, key, as_of="1990"),
    )
    found = {}
    for what, ask in zip(_ASKING, asking, strict=True):
        found[what], found[f"{what} of this process's own time"] = _milliseconds(ask, keys)
    return found


def _milliseconds(ask: Callable[[str], object], keys: list[str]) -> tuple[float, float]:
    """What it takes to ask for one key, by the clock and of the processor."""
    taken, busy = [], []
    for key in keys:
        start, own = time.perf_counter(), time.process_time()
        ask(key)
        taken.append((time.perf_counter() - start) * 1000)
        busy.append((time.process_time() - own) * 1000)
    return median(taken), median(busy)


def main(arguments: list[str] | None = None) -> int:
    """Measure registries of the sizes asked for, print the figures, and keep those of the largest."""
    parser = argparse.ArgumentParser(prog="python -m treatywatch.bench.registry_speed", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+", metavar="ASSERTIONS", help="how many assertions")
    parser.add_argument("--registry", metavar="URL", help="an empty database (default: one of each kind, then deleted)")
    parser.add_argument("--into", type=Path, default=Path(), help="the checkout whose benchmarks/ keeps the figures")
    asked = parser.parse_args(arguments)
    for size in asked.sizes:
        if asked.registry:
            _keep(asked.into, size, asked.registry.partition(":")[0], measured(size, asked.registry))
            continue
        _keep(asked.into, size, "sqlite", measured(size))
        if programs() is None:
            sys.stderr.write("PostgreSQL is not installed, so it is not measured: apt-get install postgresql\n")
            continue
        with served(_SERVER) as address:
            _keep(asked.into, size, "postgresql", measured(size, f"{address}postgres"))
    return 0


def _keep(into: Path, size: int, database: str, figures: dict[str, float]) -> None:
    """Print the figures, and keep them for the report."""
    found = {f"{size:,} on {database}: {what}": value for what, value in figures.items()}
    keep(into / "benchmarks" / "registry.jsonl", Measured(date.today().isoformat(), __version__, found))
    sys.stdout.writelines(f"{name:<80} {number(value)}\n" for name, value in found.items())
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
