"""The life of an agreement, drawn: what stands where, and that nothing covers anything else."""

from xml.etree import ElementTree

import pytest

from treatywatch.views.pictures.chart import chart
from treatywatch.views.pictures.drawing import Box, Label, Line, Shape, Sign
from treatywatch.views.pictures.letters import width
from treatywatch.views.pictures.render import png, svg

HOSTILE = (
    "<script>alert(1)</script> & \"quotes\"",
    "bell \x07 null \x00 escape \x1b[31m",
    "\u202eturned round\u202c",
    "half a letter \ud800",
    "معاهدة الشراكة الاقتصادية الشاملة",
    "הסכם סחר חופשי",
    "x" * 1_000_000,
    "",
)  # fmt: skip


def labels(drawing) -> list[Label]:
    return [mark for mark in drawing.marks if isinstance(mark, Label)]


def words(drawing) -> list[str]:
    return [label.text for label in labels(drawing)]


def reach(label: Label) -> tuple[float, float]:
    wide = width(label.text, label.size, bold=label.bold)
    start = label.x - {"left": 0, "center": wide / 2, "right": wide}[label.align]
    return start, start + wide


def overlapping(drawing) -> list[tuple[str, str]]:
    placed = [(reach(label), label) for label in labels(drawing)]
    return [
        (one.text, other.text)
        for number, ((start, end), one) in enumerate(placed)
        for (begin, stop), other in placed[number + 1 :]
        if abs(one.y - other.y) < 12 and start < stop and begin < end
    ]


def test_there_is_a_lane_for_each_state_and_each_organ(step_of, life_of) -> None:
    drawn = chart(
        life_of(
            step_of("signed", "2022-05-03", "ISL NOR"),
            step_of("approved", "2022-06-01", "NOR", body="Storting"),
            step_of("in_force", "2022-07-01"),
        )
    )

    order = [text for text in words(drawn) if text in {"Nobody is named", "Iceland", "Norway", "Norway · Storting"}]
    assert order == ["Nobody is named", "Iceland", "Norway", "Norway · Storting"]
    assert words(drawn).count("signed 2022-05-03") == 2


@pytest.mark.parametrize(
    ("modality", "shape", "told"),
    [
        ("actual", Shape.DISC, "signed 2022"),
        ("planned", Shape.DIAMOND, "signed (planned) 2022"),
        ("possible", Shape.TRIANGLE, "signed (possible) 2022"),
        ("negated", Shape.CROSS, "signed (negated) 2022"),
    ],
)
def test_how_sure_a_step_is_shows_in_shape_and_words_not_in_colour_alone(step_of, life_of, modality, shape, told):
    drawn = chart(life_of(step_of("signed", "2022", modality=modality)))

    signs = [mark for mark in drawn.marks if isinstance(mark, Sign)]
    assert signs[0].shape is shape
    assert told in words(drawn)


def test_a_date_known_to_the_year_is_drawn_over_the_whole_year(step_of, life_of) -> None:
    drawn = chart(
        life_of(step_of("signed", "2021"), step_of("in_force", "2022-01-01"), step_of("opened", "2021-01-01"))
    )

    (bar,) = [mark for mark in drawn.marks if isinstance(mark, Line) and mark.width == 2 and mark.x2 - mark.x > 100]
    signs = [mark for mark in drawn.marks if isinstance(mark, Sign)]
    assert (bar.x, bar.x2) == (signs[1].x, pytest.approx(signs[2].x, abs=3))
    assert signs[0].x == (bar.x + bar.x2) / 2


def test_a_conflict_shows_the_other_date_in_its_place_and_in_words(step_of, life_of) -> None:
    ratified = step_of("ratified", "2022-06-09", "NOR")
    drawn = chart(life_of(ratified, rivals={ratified.fact: ("2022-12-08",)}))

    shapes = [mark.shape for mark in drawn.marks if isinstance(mark, Sign)]
    assert Shape.SQUARE in shapes[:2]
    assert "ratified 2022-06-09 ≠ 2022-12-08" in words(drawn)


def test_steps_without_a_date_stand_beside_the_time(step_of, life_of) -> None:
    drawn = chart(life_of(step_of("signed", "2022-05-03"), step_of("ratified", None, "NOR")))

    at = {label.text: label.x for label in labels(drawn)}
    assert at["ratified"] > at["no date known"] > at["signed 2022-05-03"]


def test_without_any_date_there_is_no_time_and_without_steps_a_word(step_of, life_of) -> None:
    undated = words(chart(life_of(step_of("signed", None, "ISL NOR"))))
    nothing = words(chart(life_of()))

    assert "no date known" in undated
    assert [text for text in undated if text[:2] in {"19", "20"}] == []
    assert "No page tells of a step of this agreement." in nothing


def test_words_never_cover_each_other(step_of, life_of) -> None:
    codes = (
        "ARG AUS AUT BEL BGR BRA CAN CHE CHL CHN COL CRI CUB CYP CZE DEU DNK ECU EGY ESP EST FIN FRA GBR GEO GRC HRV "
    )
    codes += (
        "HUN IDN IND IRL ISL ISR ITA JOR JPN KAZ KEN KOR LTU LUX LVA MAR MEX MLT MYS NGA NLD NOR NZL PAK PER PHL POL"
    )
    entries = [step_of("signed", "2022-05-03", codes), step_of("ratified", "2022", codes)]
    entries += [
        step_of(kind, f"2022-05-{day:02}", "ISL NOR") for kind in ("signed", "approved") for day in range(4, 20)
    ]
    entries += [step_of("deposited", date, "NOR") for date in ("1961", "1961-07", "2022-05-31", None)]

    drawn = chart(life_of(*entries, name="A treaty " * 40))

    assert overlapping(drawn) == []
    assert all(0 <= end <= drawn.width and start >= 0 for start, end in map(reach, labels(drawn)))
    assert all(0 <= label.y <= drawn.height for label in labels(drawn))


def test_more_lanes_than_can_be_read_are_counted(step_of, life_of) -> None:
    entries = [step_of("approved", "2022", "NOR", body=f"Council of {number}") for number in range(200)]

    drawn = chart(life_of(*entries))

    assert len([mark for mark in drawn.marks if isinstance(mark, Box)]) == 150
    assert any(text.startswith("50 more are not drawn") for text in words(drawn))


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_it_is_called_the_picture_is_whole_and_the_same_twice(step_of, life_of, name: str) -> None:
    drawn = chart(life_of(step_of("signed", "2022-05-03", "NOR", body=name), name=name))

    written = svg(drawn)
    assert written == svg(drawn)
    assert ElementTree.fromstring(written).tag.endswith("}svg")
    assert b"<script" not in written
    assert drawn.height < 1000
    pictured = png(drawn)
    assert pictured == png(drawn)
    assert pictured.startswith(b"\x89PNG")


@pytest.mark.parametrize("dates", [("0001", "9999-12-31"), ("9999-12-31",), ("0001-01-01",), ("2024-02-29",)])
def test_the_ends_of_the_calendar_can_be_drawn(step_of, life_of, dates) -> None:
    drawn = chart(life_of(*(step_of("signed", date) for date in dates)))

    assert all(0 <= sign.x <= drawn.width for sign in drawn.marks if isinstance(sign, Sign))
    assert svg(drawn)
