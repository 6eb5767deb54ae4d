"""What holds for every page: that all can use it, that it is light, and that it asks nothing of other addresses."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

TREATY = "/agreements/prk-rus-2024-treaty-comprehensive-strategic-partnership"
PAGES = {
    "list": "/",
    "search": "/?q=north+korea&stage=in_force&conflict=1",
    "nothing-found": "/?q=zzzz",
    "agreement": TREATY,
    "agreement-then": f"{TREATY}?as_of=2024-10-30&known_by=2024-11-01",
    "agreement-before": f"{TREATY}?known_by=2020-01-01",
    "evidence": "evidence",
    "multilateral": "/agreements/high-seas-treaty-2023",
    "states": "/states",
    "state": "/states/RUS",
    "calendar": "/calendar?since=2026-01-01&until=2026-12-31",
    "calendar-empty": "/calendar?since=2030-01-01",
    "news": "/news?since=2024-11-01",
    "sign-in": "/sign-in",
    "not-found": "/nowhere",
}
HEAVIEST = 150_000  # bytes that travel, with all that a page needs


def _answers(page: "Page") -> list["Response"]:
    """All answers that the page takes from now on."""
    found: list[Response] = []

    def keep(answer: "Response") -> None:
        found.append(answer)

    page.on("response", keep)
    return found


def _weight(answers: list["Response"]) -> int:
    """How many bytes travelled."""
    return sum(answer.request.sizes()["responseBodySize"] for answer in answers)


@pytest.fixture(params=PAGES, ids=str)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def visit(page: "Page") -> Callable[[str], list["Response"]]:
    """Opens a page; returns all answers that it took."""

    def visit(name: str) -> list["Response"]:
        address = PAGES[name]
        if address == "evidence":
            page.goto(TREATY)
            address = page.locator(".steps .said a").first.get_attribute("href") or ""
        answers = _answers(page)
        page.goto(address)
        page.wait_for_load_state("networkidle")
        return answers

    return visit


def test_no_page_has_a_serious_barrier(visit, page, shoot, barriers, name: str) -> None:
    visit(name)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    shoot(page, name)

    assert barriers(page) == []


def test_a_page_is_light_and_needs_nothing_from_elsewhere(visit, page, site: str, name: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    answers = visit(name)

    assert all(answer.url.startswith(f"{site}/") for answer in answers)
    assert _weight(answers) < HEAVIEST
    assert [words for words in complaints if "404" not in words] == []


def test_every_page_has_one_main_part_one_heading_and_a_name(visit, page, name: str) -> None:
    visit(name)

    assert page.locator("main").count() == page.locator("h1").count() == 1
    assert page.title().endswith("· treatywatch")
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("width", [1280, 375])
def test_sixty_parties_long_titles_and_hostile_names_are_borne(
    browser, crowded_site, shoot, barriers, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    answers = _answers(page)

    page.goto(crowded_site)
    shoot(page, f"crowded-list-{width}")
    page.locator("tbody th a").first.click()
    page.wait_for_load_state("networkidle")
    shoot(page, f"crowded-agreement-{width}")

    assert page.title().startswith("Convention on the Conservation")
    assert "document.title = 'taken'" in page.locator("main").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert _weight(answers) < HEAVIEST
    assert barriers(page) == []
    page.locator(".steps .said a").first.click()
    shoot(page, f"crowded-evidence-{width}")
    assert page.title() != "taken"
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
