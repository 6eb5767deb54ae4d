"""What the user names (files, folders, globs, standard input) as a list of sources to open."""

import glob
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from treatywatch.intake.problem_kinds import problem
from treatywatch.model import Problem

MAX_BYTES = 20_000_000
"""The largest page, or line of a JSON Lines file, that is read: 20 MB, some fifty times the longest news page."""

KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
"""File endings that a folder is searched for, each optionally followed by ``.gz``, and how such a file is read."""


class Source(NamedTuple):
    """One thing to open: ``name`` as people know it, ``path`` None for standard input, ``kind`` None when unknown."""

    name: str
    path: Path | None
    kind: str | None


def expand(named: Sequence[str]) -> Iterator[Source | Problem]:
    """Each source that ``named`` stands for, what a folder or glob gives sorted, and a problem for what is missing."""
    for name in named:
        if name == "-":
            yield Source("<stdin>", None, None)
        elif os.path.lexists(name):
            yield from _existing(name)
        elif glob.has_magic(name):
            yield from _matching(name)
        else:
            yield problem("file-missing", name, "no such file or folder")


def _existing(name: str) -> Iterator[Source | Problem]:
    path = Path(name)
    if path.is_dir():
        yield from _in_folder(path)
    else:
        yield Source(name, path, _kind(name))


def _matching(pattern: str) -> Iterator[Source | Problem]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  patterns may be absolute
    if not found:
        yield problem("no-match", pattern, "no file matches this pattern")
    covered = ""
    for name in found:
        # "**" also gives what lies in a folder it has given already
        if covered and name.startswith(covered):
            continue
        covered = name.rstrip(os.sep) + os.sep if Path(name).is_dir() else covered
        yield from _existing(name)


def _in_folder(folder: Path) -> Iterator[Source | Problem]:
    failures: list[OSError] = []
    passed_over: Counter[str] = Counter()
    known = 0
    for where, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(each for each in names if not each.startswith(".")):
            kind, path = _kind(name), Path(where, name)
            if kind is None:
                passed_over[_ending(name) or "no ending"] += 1
            elif not path.exists() or path.is_file():
                known += 1
                yield Source(str(path), path, kind)
    yield from (problem("not-readable", str(each.filename), each.strerror or str(each)) for each in failures)
    if passed_over:
        endings = ", ".join(f"{count} {ending}" for ending, count in sorted(passed_over.items()))
        yield problem("files-passed-over", str(folder), f"not opened: {endings}")
    if not known and not failures:
        yield problem("nothing-to-read", str(folder), f"no file with one of the endings {' '.join(KINDS)}")


def _kind(name: str) -> str | None:
    return KINDS.get(_ending(name.lower().removesuffix(".gz")))


def _ending(name: str) -> str:
    return Path(name).suffix.lower()
