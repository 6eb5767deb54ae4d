"""How far an agreement has come is seen without its colour: by how many stations are filled."""

from xml.etree import ElementTree

import pytest

from treatywatch.law.status import Stage
from treatywatch.views.web.stage import stage_mark


def _filled(stage: Stage) -> list[bool]:
    drawn = ElementTree.fromstring(str(stage_mark(stage)))
    return [one.get("class") == "full" for one in drawn.iter("circle")]


@pytest.mark.parametrize(
    ("stage", "filled"), [(Stage.DRAFT, 1), (Stage.SIGNED, 2), (Stage.IN_FORCE, 3), (Stage.TERMINATED, 4)]
)
def test_as_many_stations_are_filled_as_were_reached(stage: Stage, filled: int) -> None:
    assert _filled(stage) == [True] * filled + [False] * (4 - filled)


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_is_named_in_words(stage: Stage) -> None:
    assert ElementTree.fromstring(str(stage_mark(stage)))[-1].tail == stage.replace("_", " ")


def test_suspension_and_provisional_application_have_marks_of_their_own() -> None:
    marks = {ElementTree.tostring(ElementTree.fromstring(str(stage_mark(stage)))[0]) for stage in list(Stage)}
    assert {Stage.SUSPENDED, Stage.PROVISIONALLY_APPLIED} <= set(Stage)
    assert len(marks) > 4
