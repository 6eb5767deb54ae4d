"""Steps given beside steps told: each counts as right once, by its own words, kind and modality."""

import pytest

from treatywatch.bench.told import Counts, Told, counted, reached
from treatywatch.model import Document, Modality, Step
from treatywatch.reading import read

TEXT = "Chile and Peru signed a fisheries treaty in Lima on Monday. It rained all day."


def told(clause: str, kind: Step = Step.SIGNED, modality: Modality = Modality.ACTUAL) -> Told:
    start = TEXT.index(clause)
    return Told("page", start, start + len(clause), kind, modality)


@pytest.mark.parametrize(
    ("marked", "right"),
    [
        (told("signed a fisheries treaty"), 1),
        (told("signed a fisheries treaty", kind=Step.RATIFIED), 0),
        (told("signed a fisheries treaty", modality=Modality.PLANNED), 0),
        (told("It rained all day"), 0),
    ],
)
def test_a_step_counts_as_right_in_its_own_words_kind_and_modality_alone(marked, right):
    assert counted(read(Document("page", TEXT)).events, [marked]) == Counts(1, 1, right)


def test_a_step_told_once_counts_once_however_often_it_is_given():
    (event,) = read(Document("page", TEXT)).events
    assert counted([event, event], [told("signed a fisheries treaty")]) == Counts(1, 2, 1)


def test_precision_and_recall_are_those_of_all_pages_together():
    figures = reached("two pages", [Counts(told=3, given=1, right=1), Counts(told=1, given=3, right=2)])
    assert figures == {
        "events kind+modality P, two pages": 0.75,
        "events kind+modality R, two pages": 0.75,
        "events kind+modality F1, two pages": 0.75,
    }
