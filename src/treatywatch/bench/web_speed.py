"""How quickly pages are answered as a registry grows, how heavy they are, and whether the server's memory is flat."""

import argparse
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path

from treatywatch import __version__
from treatywatch.bench.addresses import addresses
from treatywatch.bench.generated import pages
from treatywatch.bench.history import Measured, keep
from treatywatch.bench.load import Load, load
from treatywatch.bench.report import number
from treatywatch.bench.served import Served, served
from treatywatch.bench.server import programs
from treatywatch.bench.server import served as postgresql
from treatywatch.model import InputError, TreatywatchError
from treatywatch.registry import back_up, open_registry
from treatywatch.service.computed import settle

AT_ONCE = 20
"""Requests at any time."""
LASTING = 10_000
"""Requests after which the server's memory is looked at again."""

_WORKERS = 2
_SECONDS = 15
_LOOK = 5  # seconds between looks at how many requests were answered
_SERVER = {"shared_buffers": "128MB"}  # PostgreSQL's own default
_ON_SERVER = " on PostgreSQL"
_SET = 500  # pages that are asked for again and again


def measured(
    place: str, seconds: int = _SECONDS, lasting: int = LASTING, tell: Callable[[str], object] = str
) -> dict[str, float]:
    """Figures by name of the pages of the registry at ``place``, asked by :data:`AT_ONCE` at once for so long each.

    ``lasting`` is how many more requests the memory is looked at over. Times are in milliseconds as the reader has
    them, processor time that of the server's processes. ``tell`` is told what is being measured.
    """
    with open_registry(place, create=False) as registry:
        settle(registry, date.today())
        asked = addresses(registry)
    found: dict[str, float] = {}
    with served(place, _WORKERS) as server:
        for name, paths in asked.items():
            found |= {f"{name}, kB sent": _weight(server, paths) / 1000}
            for how, anew in (("made anew", True), ("asked again", False)):
                tell(f"{name} {how}")
                asked_for = paths if anew else paths[:_SET]
                _warm(server, asked_for, anew)
                cost = _cost(server, asked_for, seconds, anew)
                found |= {f"{name} {how}, {what}": value for what, value in cost.items()}
        tell(f"memory over {lasting:,} requests")
        found[f"memory after {LASTING:,} more requests over that before"] = _growth(server, [*asked.values()], lasting)
    return found


def _warm(server: Served, paths: Sequence[str], anew: bool) -> None:
    """Have the server load what it loads once and, where it may, keep what is asked: each process is asked for all."""
    asked = 0
    while asked < (1 if anew else 2 * _WORKERS * len(paths)):
        found = load(server.address, paths, 1, at_once=AT_ONCE, anew=anew)
        _check(found)
        asked += found.requests


def _cost(server: Served, paths: Sequence[str], seconds: int, anew: bool) -> dict[str, float]:
    before = server.processor()
    found = load(server.address, paths, seconds, at_once=AT_ONCE, anew=anew)
    _check(found)
    if not found.requests:  # a machine busy with other work: look for longer
        return _cost(server, paths, 2 * seconds, anew)
    return {
        "median ms": found.median,
        "p95 ms": found.p95,
        "a second": found.requests / found.seconds,
        "processor ms": (server.processor() - before) * 1000 / found.requests,
    }


def _check(found: Load) -> None:
    if found.failed:
        raise RuntimeError(f"{found.failed} of {found.requests} requests were not answered")


def _weight(server: Served, paths: Sequence[str]) -> int:
    """Bytes of the heaviest of some pages as it is sent."""
    heaviest = 0
    for path in paths[:20]:
        wanted = urllib.request.Request(f"{server.address.rstrip('/')}{path}", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(wanted, timeout=600) as answer:
            heaviest = max(heaviest, len(answer.read()))
    return heaviest


def _growth(server: Served, kinds: Sequence[Sequence[str]], lasting: int) -> float:
    """The server's memory after twice so many requests over that after the first half of them.

    The first half fills what the server keeps, which has bounds: answers, leaves of the database, statements. A leak
    would go on in the second.
    """
    every = [path for paths in kinds for path in paths]
    _ask(server, every, lasting)
    before = server.memory()
    _ask(server, every, lasting)
    return server.memory() / before


def _ask(server: Served, paths: Sequence[str], count: int) -> None:
    asked = 0
    while asked < count:
        found = load(server.address, paths, _LOOK, at_once=AT_ONCE, anew=True)
        _check(found)
        asked += found.requests


def made(size: int, place: str) -> None:
    """Make a registry of so many assertions at ``place``, with what follows from them."""
    with open_registry(place) as registry:
        for document, reading in pages(size):
            registry.add(document, reading)
        registry.refresh()


def _say(doing: str) -> None:
    print(f"{doing} …", file=sys.stderr, flush=True)


def main(arguments: list[str] | None = None) -> int:
    """Measure the pages of registries of the sizes asked for, print the figures and keep them."""
    parser = argparse.ArgumentParser(prog="python -m treatywatch.bench.web_speed", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+", metavar="ASSERTIONS", help="how many assertions")
    parser.add_argument("--folder", type=Path, help="where registries are kept from run to run (default: nowhere)")
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL server of its own (default: SQLite)")
    parser.add_argument("--seconds", type=int, default=_SECONDS, help="how long each kind of page is asked for")
    parser.add_argument("--into", type=Path, default=Path(), help="the checkout whose benchmarks/ keeps the figures")
    asked = parser.parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory() as passing:
            for size in asked.sizes:
                place = Path(asked.folder or passing, f"made-{size}.db")
                if not place.exists():
                    _say(f"making a registry of {size:,} assertions")
                    made(size, str(place))
                with _copied(place) if asked.postgresql else nullcontext(str(place)) as url:
                    _keep(
                        asked.into,
                        f"{size:,}{_ON_SERVER if asked.postgresql else ''}",
                        measured(url, asked.seconds, tell=_say),
                    )
    except TreatywatchError as error:
        print(f"web_speed: {error}", file=sys.stderr)
        return 2
    return 0


@contextmanager
def _copied(place: Path) -> Iterator[str]:
    """A PostgreSQL server's copy of a registry, which is gone with the block."""
    if programs() is None:
        raise InputError("PostgreSQL is not installed: apt-get install postgresql")
    with postgresql(_SERVER) as address, open_registry(place, create=False) as registry:
        _say("copying it to PostgreSQL")
        back_up(registry, f"{address}postgres")
        yield f"{address}postgres"


def _keep(into: Path, which: str, figures: dict[str, float]) -> None:
    """Print the figures, and keep them for the report."""
    found = {f"{which}: {what}": value for what, value in figures.items()}
    keep(into / "benchmarks" / "web.jsonl", Measured(date.today().isoformat(), __version__, found))
    sys.stdout.writelines(f"{name:<64} {number(value)}\n" for name, value in found.items())


if __name__ == "__main__":
    sys.exit(main())
