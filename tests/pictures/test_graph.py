"""The agreements around one, drawn and written as DOT."""

from xml.etree import ElementTree

import pydot
import pytest

from treatywatch.model import Modality, RelationType
from treatywatch.service.kinship import Kin, Kinship, Tie
from treatywatch.views.pictures.dot import dot
from treatywatch.views.pictures.drawing import Box, Dash, Label, Line, Shape, Sign
from treatywatch.views.pictures.graph import graph
from treatywatch.views.pictures.letters import width
from treatywatch.views.pictures.render import png, svg

HOSTILE = (
    '<script>alert(1)</script> & "q" \\N \\',
    "\x00\x07\x1b[31m",
    "\u202eback\u202c",
    "\ud800",
    "اتفاقية",
    "x" * 10**6,
    "",
)


def around(*ties: str, names: dict[str, str] | None = None, beyond: int = 0) -> Kinship:
    """Agreements joined as told, the first one asked for: ``"b supersedes a planned"``."""
    told = [tie.split() for tie in ties]
    found = [Tie(s, t, RelationType(kind), Modality(*(sure or ["actual"])), 1) for s, kind, t, *sure in told]
    keys = sorted({"a", *(key for tie in found for key in (tie.source, tie.target))})
    kin = [Kin(key, (names or {}).get(key, f"Pact {key}"), "treaty", ("ISL", "NOR"), None, False, 0) for key in keys]
    return Kinship("a", tuple(kin), tuple(sorted(found, key=lambda tie: (tie.source, tie.target))), beyond)


def words(drawing) -> list[str]:
    return [mark.text for mark in drawing.marks if isinstance(mark, Label)]


def boxes(drawing) -> list[Box]:
    return [mark for mark in drawing.marks if isinstance(mark, Box) and mark.fill != "#ffffff"]


def place(drawing, name: str) -> Box:
    (label,) = [mark for mark in drawing.marks if isinstance(mark, Label) and mark.text == name and mark.size == 11]
    (box,) = [box for box in boxes(drawing) if box.x < label.x < box.x2 and box.y < label.y < box.y2]
    return box


def test_what_is_replaced_stands_to_the_left_and_the_one_asked_for_stands_out() -> None:
    drawn = graph(around("a supersedes b", "c amends a"))

    assert place(drawn, "Pact b").x2 < place(drawn, "Pact a").x < place(drawn, "Pact a").x2 < place(drawn, "Pact c").x
    assert place(drawn, "Pact a").width > place(drawn, "Pact b").width
    assert {"supersedes", "amends"} <= set(words(drawn))


@pytest.mark.parametrize(
    ("modality", "dash"),
    [("actual", Dash.SOLID), ("planned", Dash.DASHED), ("possible", Dash.DOTTED), ("negated", Dash.DOTTED)],
)
def test_how_sure_a_relation_is_shows_in_the_line_and_in_words(modality: str, dash: Dash) -> None:
    drawn = graph(around(f"a supersedes b {modality}"))

    assert next(mark for mark in drawn.marks if isinstance(mark, Line)).dash is dash
    assert ("supersedes" if modality == "actual" else f"supersedes ({modality})") in words(drawn)
    crosses = [mark for mark in drawn.marks if isinstance(mark, Sign) and mark.shape is Shape.CROSS]
    assert len(crosses) == (2 if modality == "negated" else 1)


def test_what_was_planned_and_has_happened_is_told_once_and_a_denial_besides() -> None:
    drawn = graph(around("a supersedes b planned", "a supersedes b", "a supersedes b negated"))

    assert [text for text in words(drawn) if text.startswith("supersedes")] == ["supersedes", "supersedes (negated)"]


def test_circles_and_what_an_agreement_does_to_itself_are_drawn() -> None:
    drawn = graph(around("a supersedes b", "b supersedes c", "c supersedes a", "a amends a planned"))

    assert len(boxes(drawn)) == 3
    assert words(drawn).count("supersedes") == 3
    assert "amends (planned) itself" in words(drawn)


def test_no_box_and_no_words_cover_others() -> None:
    hub = [f"p{number:02} amends a" for number in range(50)] + ["a supersedes b", "p01 implements b", "p02 extends p01"]
    drawn = graph(around(*hub, names={"b": "A very long name of an agreement " * 20}))

    every = boxes(drawn)
    assert len(every) == 52
    for number, one in enumerate(every):
        for other in every[number + 1 :]:
            assert one.x2 < other.x or other.x2 < one.x or one.y2 < other.y or other.y2 < one.y
    labels = [mark for mark in drawn.marks if isinstance(mark, Label) and mark.align == "center"]
    for number, label in enumerate(labels):
        for near in labels[number + 1 :]:
            apart = (width(label.text, 10) + width(near.text, 10)) / 2
            assert abs(label.y - near.y) >= 12 or abs(label.x - near.x) >= apart
    assert all(box.x >= 0 and box.x2 <= drawn.width and box.y2 <= drawn.height for box in every)


def test_an_agreement_that_stands_alone_says_so_and_what_is_left_out_is_counted() -> None:
    assert any("No page tells" in text for text in words(graph(around())))
    assert any(text.startswith("7 more further away") for text in words(graph(around("a amends b", beyond=7))))


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_they_are_called_pictures_are_whole_and_the_same_twice(name: str) -> None:
    found = around("a supersedes b", names={"a": name, "b": name})

    written = svg(graph(found))
    assert ElementTree.fromstring(written).tag.endswith("}svg")
    assert b"<script" not in written
    assert written == svg(graph(found))
    assert png(graph(found)) == png(graph(found))
    assert dot(found) == dot(found)


@pytest.mark.parametrize(
    "name", ['say "no"', "back\\slash \\N \\G", "<b>&amp;</b>", "semi; colon -> x [y]", "اتفاقية", "a\nb\x00c"]
)
def test_dot_is_read_back_as_it_was_meant(name: str) -> None:
    found = around("a supersedes b", "c amends a planned", names={"b": name})

    (read,) = pydot.graph_from_dot_data(dot(found).decode())

    told = {
        (edge.get_source(), edge.get_destination(), edge.get("label"), edge.get("style")) for edge in read.get_edges()
    }
    assert told == {('"a"', '"b"', '"supersedes"', "solid"), ('"c"', '"a"', '"amends (planned)"', "dashed")}
    label = read.get_node('"b"')[0].get("label")[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    assert label == name.replace("\n", " ").replace("\x00", "\ufffd")
