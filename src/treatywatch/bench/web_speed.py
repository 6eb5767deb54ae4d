"""How quickly pages are answered as a registry grows, how heavy they are, and whether the server's memory is flat."""

import argparse
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from random import Random
from urllib.parse import quote_plus

from treatywatch import __version__
from treatywatch.bench.generated import pages
from treatywatch.bench.history import Measured, keep
from treatywatch.bench.load import Load, load
from treatywatch.bench.report import number
from treatywatch.bench.served import Served, served
from treatywatch.language.names import state_name
from treatywatch.model import TreatywatchError
from treatywatch.registry import Counted, Registry, open_registry
from treatywatch.service.computed import settle
from treatywatch.service.search import choices

AT_ONCE = 20
"""Requests at any time."""
LASTING = 10_000
"""Requests after which the server's memory is looked at again."""

_WORKERS = 2
_SECONDS = 15
_LOOK = 5  # seconds between looks at how many requests were answered
_SET = 500  # pages that are asked for again and again
_MANY = 5_000  # different ones that are asked for when each is to be made anew
_LISTS = 40  # of each filter, and of each way to search
_ORDERS = ("", "sort=name", "sort=last", "sort=documents", "sort=changed", "sort=name&page=7", "page=40")


def measured(
    place: str, seconds: int = _SECONDS, lasting: int = LASTING, tell: Callable[[str], object] = str
) -> dict[str, float]:
    """Figures by name of the pages of the registry at ``place``, asked by :data:`AT_ONCE` at once for so long each.

    ``lasting`` is how many more requests the memory is looked at over. Times are in milliseconds as the reader has
    them, processor time that of the server's processes. ``tell`` is told what is being measured.
    """
    with open_registry(place, create=False) as registry:
        settle(registry, date.today())
        asked = _asked(registry)
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


def _asked(registry: Registry) -> dict[str, list[str]]:
    """Addresses by kind of page, drawn by chance: lists in each order and with each filter, searches, agreements."""
    drawn = Random(1)
    there = choices(registry)
    keys = [line.key for line in registry.lines()]
    lists = [f"/?{one}" for one in _ORDERS]
    for field in ("state", "stage", "form", "subject", "year"):
        lists += [f"/?{field}={quote_plus(one)}" for one in _drawn(drawn, getattr(there, f"{field}s"))]
    states = [state_name(one) for one in _drawn(drawn, there.states)]
    years = _drawn(drawn, there.years)
    words = [*_drawn(drawn, there.subjects), *(line.name.split()[0].lower() for line in registry.lines(limit=_LISTS))]
    pairs = [f"{one} {other}" for one, other in zip(states, words, strict=False)]
    searches = [f"/?q={quote_plus(one)}" for one in dict.fromkeys([*states, *years, *words, *pairs])]
    agreements = [f"/agreements/{quote_plus(key)}" for key in drawn.sample(keys, min(_MANY, len(keys)))]
    return {"agreements page": lists, "search": searches, "agreement page": agreements}


def _drawn(chance: Random, counted: Sequence[Counted]) -> list[str]:
    every = [one.value for one in counted]
    return chance.sample(every, min(_LISTS, len(every)))


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
    """How the server's memory grows over so many requests, after half as many have filled what it keeps."""
    every = [path for paths in kinds for path in paths]
    _ask(server, every, lasting // 2)
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
                figures = measured(str(place), asked.seconds, tell=_say)
                found = {f"{size:,}: {what}": value for what, value in figures.items()}
                keep(asked.into / "benchmarks" / "web.jsonl", Measured(date.today().isoformat(), __version__, found))
                sys.stdout.writelines(f"{name:<64} {number(value)}\n" for name, value in found.items())
    except TreatywatchError as error:
        print(f"web_speed: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
