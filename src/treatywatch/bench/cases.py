"""Pages that a lawyer can check, with what they must and must not give (``tests/corpus/reading/*.txt``).

A case is a title behind ``#``, the page (``published DATE``, ``publisher NAME`` and ``headed TITLE`` may come first),
and a line for each thing expected. ``=`` is what the page gives, ``!`` what it must not give, as ``kind modality
PARTIES date | words of the agreement's name``. ``-`` stands for no parties or no date; what is left out at the end
may be anything.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from treatywatch.model import Document, Event

FOLDER = Path("tests", "corpus", "reading")
_KNOWN = frozenset({"published", "publisher", "headed"})


class Case(NamedTuple):
    """A page with the lines of what it gives and what it must not; ``place`` is ``file:line title``."""

    place: str
    page: Document
    given: tuple[str, ...]
    kept_out: tuple[str, ...]


def cases(checkout: Path) -> Iterator[Case]:
    """Every case of the checkout, in the order of the files' names."""
    for file in sorted((checkout / FOLDER).glob("*.txt")):
        text = file.read_text("utf-8")
        for block in re.finditer(r"^# (.+)\n((?:(?!# ).*\n?)*)", text, re.MULTILINE):
            line = text[: block.start()].count("\n") + 1
            yield _case(f"{file.name}:{line} {block[1]}", block[2].strip().splitlines())


def fits(expected: str, event: Event, names: Mapping[str, str]) -> bool:
    """Whether an event is one that the line speaks of; ``names`` are those of the page's agreements by key."""
    facts, _, words = expected.partition(" | ")
    wanted = facts.split()
    told = [event.kind.value, event.modality.value, ",".join(event.parties) or "-", event.date or "-"]
    return told[: len(wanted)] == wanted and words.lower() in names.get(event.agreement, "").lower()


def _case(place: str, lines: list[str]) -> Case:
    known = dict(_known(lines))
    told = [line for line in lines[len(known) :] if not line.startswith(("= ", "! "))]
    given, kept_out = (tuple(x[2:] for x in lines if x.startswith(sign)) for sign in ("= ", "! "))
    page = Document(
        "case",
        "\n".join(told),
        published=known.get("published"),
        publisher=known.get("publisher"),
        title=known.get("headed"),
    )
    return Case(place, page, given, kept_out)


def _known(lines: list[str]) -> Iterator[tuple[str, str]]:
    """What the first lines say of where the page came from."""
    for line in lines:
        key, _, value = line.partition(" ")
        if key not in _KNOWN:
            return
        yield key, value
