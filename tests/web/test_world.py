"""The map of the world: every state is where it lies, and statuses are told apart without colour."""

from xml.etree import ElementTree

import pytest

from treatywatch.language.names.tables import states
from treatywatch.law.status import StateStatus
from treatywatch.views.web.world import LOOKS, look_of, world_map
from treatywatch.views.web.world.outlines import outlines
from treatywatch.views.web.world.project import HEIGHT, WIDTH, projected

SVG = "{http://www.w3.org/2000/svg}"


def test_states_are_filled_as_they_stand_and_small_ones_are_dots() -> None:
    drawn = world_map({"CHL": StateStatus.PARTY, "PLW": StateStatus.SIGNATORY, "EU": StateStatus.PARTY}, "Two states")

    shapes = [one for one in ElementTree.fromstring(drawn) if one.get("stroke-width") == ".8"]
    assert [(shape.tag.removeprefix(SVG), shape.get("fill")) for shape in shapes] == [
        ("path", "url(#party)"),
        ("circle", "url(#signed)"),
    ]


def test_a_state_without_an_outline_is_on_the_map_though_it_takes_no_part() -> None:
    assert not outlines()["HUN"].rings
    x, y = projected(*outlines()["HUN"].middle or (0, 0))

    assert f"M{x - 2} {y}a2 2" in world_map({"CHL": StateStatus.PARTY}, "One state").decode()


def test_every_look_has_its_own_pattern_and_a_word_in_the_legend() -> None:
    codes = ("CHL", "NOR", "FRA", "BRA", "IND", "CAN", "AUS", "MEX", "EGY")
    statuses = [status for status in StateStatus if look_of(status)]

    drawn = world_map(dict(zip(codes, statuses, strict=True)), "All").decode()

    assert len({look.lines for look in LOOKS}) == len(LOOKS)
    assert [look.words for look in LOOKS if f">{look.words}</text>" not in drawn] == []


@pytest.mark.parametrize(("longitude", "latitude"), [(-180, 83), (180, 83), (0, 0), (-72, -55), (179, -47), (0, 90)])
def test_places_where_people_live_are_on_the_page(longitude: float, latitude: float) -> None:
    x, y = projected(longitude, latitude)

    assert 0 <= x <= WIDTH
    assert 0 <= y <= HEIGHT


def test_all_states_of_today_have_a_place() -> None:
    today = {code for code, row in states().items() if "until" not in row and len(code) == 3}

    assert sorted(today - outlines().keys()) == []


def test_a_title_is_never_markup() -> None:
    drawn = world_map({}, "<script>alert(1)</script>")

    assert b"<script>" not in drawn
    assert ElementTree.fromstring(drawn).find(f"{SVG}title") is not None


def test_the_page_of_a_multilateral_agreement_shows_it(client) -> None:
    page = client.get("/agreements/high-seas-treaty-2023?as_of=2025-03-01").text
    answer = client.get("/agreements/high-seas-treaty-2023/map.svg?as_of=2025-03-01")

    assert 'src="/agreements/high-seas-treaty-2023/map.svg?as_of=2025-03-01"' in page
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert len(answer.content) < 60_000
    assert "map.svg" not in client.get("/agreements/rus-usa-2010-start").text
