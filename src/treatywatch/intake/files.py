"""Files that others hand over, each taken for what it holds: acts, readings, or pages."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from treatywatch.intake.acts import Act, acts, is_acts
from treatywatch.intake.problem_kinds import problem
from treatywatch.intake.readings import is_readings, readings
from treatywatch.model import Problem, Reading

_HEAD = 1 << 16


class Named(NamedTuple):
    """What was found besides acts: readings with their places, and the names of everything else, which are pages."""

    readings: list[tuple[str, Reading]]
    pages: list[str]


def sorted_out(files: Sequence[str], named: Named) -> Iterator[Act | Problem]:
    """The acts in ``files``, and problems; readings and names of pages are put into ``named``."""
    for name in files:
        try:
            yield from _file(name, named)
        except OSError as error:
            yield problem("not-readable", name, error.strerror or str(error))


def _file(name: str, named: Named) -> Iterator[Act | Problem]:
    path = Path(name)
    if not path.is_file() or _packed(path):
        named.pages.append(name)
        return
    with path.open("rb") as stream:
        first = stream.readline(_HEAD)
        stream.seek(0)
        if is_readings(first if first.endswith(b"\n") else stream.readline()):
            stream.seek(0)
            for each in readings(stream, name):
                if isinstance(each, Problem):
                    yield each
                else:
                    named.readings.append(each)
        elif path.suffix.lower() in {".csv", ".tsv"} or is_acts(first):
            stream.seek(0)
            yield from acts(stream.read(), name)
        else:
            named.pages.append(name)


def _packed(path: Path) -> bool:
    """Whether a file is compressed: only pages may be."""
    with path.open("rb") as stream:
        return stream.read(2) == b"\x1f\x8b"
