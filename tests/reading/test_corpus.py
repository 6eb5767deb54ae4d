"""Every page that a lawyer can check gives what it must and nothing that it must not (``bench/cases.py``)."""

from pathlib import Path

import pytest

from treatywatch.bench.cases import Case, cases, fits
from treatywatch.model import Reading
from treatywatch.reading import read

CASES = list(cases(Path(__file__).parents[2]))


def _given(expected: str, reading: Reading) -> bool:
    names = {agreement.key: agreement.name for agreement in reading.agreements}
    return any(fits(expected, event, names) for event in reading.events)


@pytest.mark.parametrize("case", CASES, ids=[case.place for case in CASES])
def test_a_page_gives_what_it_says_and_no_more(case: Case) -> None:
    reading = read(case.page)

    told = [(e.kind.value, e.modality.value, e.parties, e.date, e.agreement) for e in reading.events]
    assert [each for each in case.given if not _given(each, reading)] == [], told
    assert [each for each in case.kept_out if _given(each, reading)] == [], told
    assert case.given or case.kept_out, "a case must expect something"
