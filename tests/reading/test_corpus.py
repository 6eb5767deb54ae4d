"""Pages that a lawyer can check, with what they must and must not give (``tests/corpus/reading/*.txt``).

A case is a title behind ``#``, the page (``published DATE`` may come first), and a line for each thing expected. ``=``
is what the page gives, ``!`` what it must not give, as ``kind modality PARTIES date | words of the agreement's name``.
``-`` stands for no parties or no date; what is left out at the end may be anything.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from treatywatch.model import Document, Reading
from treatywatch.reading import read

FOLDER = Path(__file__).parents[1] / "corpus" / "reading"


class Case(NamedTuple):
    place: str
    text: str
    published: str | None
    given: tuple[str, ...]
    kept_out: tuple[str, ...]


def cases() -> Iterator[Case]:
    for file in sorted(FOLDER.glob("*.txt")):
        blocks = re.finditer(r"^# (.+)\n((?:(?!# ).*\n?)*)", file.read_text("utf-8"), re.MULTILINE)
        for block in blocks:
            line = file.read_text("utf-8")[: block.start()].count("\n") + 1
            yield _case(f"{file.name}:{line} {block[1]}", block[2].strip().splitlines())


def _case(place: str, lines: list[str]) -> Case:
    dated = lines[0].removeprefix("published ") if lines[0].startswith("published ") else None
    told = [line for line in lines[1 if dated else 0 :] if not line.startswith(("= ", "! "))]
    given, kept_out = (tuple(x[2:] for x in lines if x.startswith(sign)) for sign in ("= ", "! "))
    return Case(place, "\n".join(told), dated, given, kept_out)


def _fits(expected: str, reading: Reading) -> bool:
    facts, _, words = expected.partition(" | ")
    wanted = facts.split()
    names = {agreement.key: agreement.name.lower() for agreement in reading.agreements}
    told = (
        ((e.kind.value, e.modality.value, ",".join(e.parties) or "-", e.date or "-"), names[e.agreement])
        for e in reading.events
    )
    return any(list(fact[: len(wanted)]) == wanted and words.lower() in name for fact, name in told)


CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=[case.place for case in CASES])
def test_a_page_gives_what_it_says_and_no_more(case: Case) -> None:
    reading = read(Document("case", case.text, published=case.published))

    told = [(e.kind.value, e.modality.value, e.parties, e.date, e.agreement) for e in reading.events]
    assert [each for each in case.given if not _fits(each, reading)] == [], told
    assert [each for each in case.kept_out if _fits(each, reading)] == [], told
    assert case.given or case.kept_out, "a case must expect something"
