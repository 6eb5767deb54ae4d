"""BENCHMARKS.md, written from the figures alone."""

import re
from collections.abc import Iterator, Sequence

from treatywatch.bench.floors import Held, held
from treatywatch.bench.history import Measured

_INTRODUCTION = """\
# Benchmarks

Written by `make bench` (`python -m treatywatch.bench --shared ../shared`); do not edit. The scores are those of the
scorer that lies beside the development corpus, on that corpus: 181 retold pages of 16 agreements, on which the rules
were written. They are no scores on news pages. Times are of the machine that ran them; only ratios are held to a
floor.
"""

_CODERS = "event coders, "


def report(measured: Sequence[Measured], registries: Sequence[Measured] = (), web: Sequence[Measured] = ()) -> str:
    """The page for people: the last figures against target and floor, all others, and how each has moved.

    ``registries`` are the figures of large registries, ``web`` those of their pages, which are measured apart.
    """
    figures = measured[-1].figures
    return "\n".join(
        (
            _INTRODUCTION,
            f"Last run: {measured[-1].day}, version {measured[-1].version}.",
            "",
            *_held(figures),
            "",
            *_others(figures),
            "",
            *_coders(figures),
            *_large(registries),
            *_pages(web),
            *_moves(measured),
            "",
        )
    )


def _held(figures: dict[str, float]) -> Iterator[str]:
    yield "## Held to a target\n"
    yield "| figure | value | target | floor | what it says |"
    yield "|---|---:|---:|---:|---|"
    for each in held():
        if each.name in figures:
            yield _row(each, figures[each.name])


def _row(each: Held, value: float) -> str:
    reached = "" if each.reached(value, each.target) else " (not reached)"
    bound = "at most" if each.less_is_better else "at least"
    target = f"{bound} {number(each.target)}{reached}"
    return f"| {each.name} | {number(value)} | {target} | {number(each.floor)} | {each.says} |"


def _others(figures: dict[str, float]) -> Iterator[str]:
    names = {each.name for each in held()} | {name for name in figures if name.startswith(_CODERS)}
    yield "## Others\n"
    yield "| figure | value |"
    yield "|---|---:|"
    yield from (f"| {name} | {number(value)} |" for name, value in figures.items() if name not in names)


def _coders(figures: dict[str, float]) -> Iterator[str]:
    """What event coders and this reader make of the same sentences: right of those that each was run on, by group."""
    of = {name.removeprefix(_CODERS): value for name, value in figures.items() if name.startswith(_CODERS)}
    groups = dict.fromkeys(name.partition(": ")[0] for name in of)
    who = dict.fromkeys(name.partition(": ")[2].partition(", ")[0] for name in of if name.endswith(", right"))
    if groups:
        yield "## Beside event coders\n"
        yield "Sentences of the coders' own test sets, by what they say of agreements of states: right, of those run.\n"
        yield "| what the sentence tells | " + " | ".join(who) + " |"
        yield "|---|" + "---:|" * len(who)
    for group in groups:
        told = (f"{of[f'{group}: {each}, right']:.0f} of {of[f'{group}: {each}, run on']:.0f}" for each in who)
        yield f"| {group} | " + " | ".join(told) + " |"
    yield from [""] if groups else []


def _large(registries: Sequence[Measured]) -> Iterator[str]:
    if registries:
        last = registries[-1]
        yield "## Large registries\n"
        yield (
            f"Measured on {last.day} with `make bench-registry`; assertions made by rule, fifty to an agreement. "
            "A process's own time leaves out what it waits for: other programs, the disk, and the server.\n"
        )
        yield "| registry | value |"
        yield "|---|---:|"
        yield from (f"| {name} | {number(value)} |" for name, value in last.figures.items())
        yield ""


_SIZED = re.compile(r"([\d,]+(?: on PostgreSQL)?): (.+)")


def _pages(web: Sequence[Measured]) -> Iterator[str]:
    if not web:
        return
    table: dict[str, dict[str, float]] = {}
    for name, value in web[-1].figures.items():
        if found := _SIZED.fullmatch(name):
            table.setdefault(found[2], {})[found[1]] = value
    sizes = sorted(
        {size for row in table.values() for size in row}, key=lambda size: (int(size.split()[0].replace(",", "")), size)
    )
    targets = {each.name: each for each in held()}
    yield "## Pages in the browser\n"
    yield f"Measured on {web[-1].day} with `make bench-web`: registries of so many assertions, twenty requests at once,"
    yield "two processes, all on the machine that ran them. *Made anew* asks for another address each time, so that no"
    yield "page can have been kept; *asked again* asks for the same ones in turn. Times are from request to answer,"
    yield "processor time is that of the server for one request, without that of PostgreSQL. Lists, searches and"
    yield "agreements are drawn by chance.\n"
    yield "| figure | " + " | ".join(sizes) + " | target |"
    yield "|---|" + "---:|" * (len(sizes) + 1)
    for name, row in table.items():
        values = (number(row[size]) if size in row else "" for size in sizes)
        yield f"| {name} | " + " | ".join(values) + f" | {_target(targets.get(name))} |"
    yield ""


def _by_size(which: str) -> tuple[int, str]:
    return int(which.split(maxsplit=1)[0].replace(",", "")), which


def _target(each: Held | None) -> str:
    return "" if each is None else f"at {'most' if each.less_is_better else 'least'} {number(each.target)}"


def _moves(measured: Sequence[Measured]) -> Iterator[str]:
    days = measured[-6:]
    yield "## History\n"
    yield "| figure | " + " | ".join(each.day for each in days) + " |"
    yield "|---|" + "---:|" * len(days)
    for name in days[-1].figures:
        if name.startswith(_CODERS):
            continue
        values = (each.figures.get(name) for each in days)
        yield f"| {name} | " + " | ".join("" if value is None else number(value) for value in values) + " |"


def number(value: float) -> str:
    """A figure as people read it: whole numbers whole, ratios to three places, small ones to two significant digits."""
    if value == int(value):
        return f"{int(value)}"
    return f"{value:.3f}" if abs(value) >= 0.01 else f"{value:.2g}"
