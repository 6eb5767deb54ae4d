"""The pages as people walk through them."""

import re

TREATY = "Treaty on Comprehensive Strategic Partnership"
HERE = "/agreements/prk-rus-2024-treaty-comprehensive-strategic-partnership"


def test_from_a_search_to_the_sentence_behind_a_fact(page, shoot) -> None:
    page.goto("/")
    page.get_by_label("Search", exact=True).type("north korea")
    page.wait_for_url("**/?q=north+korea**")
    shoot(page, "search")
    page.get_by_role("link", name=TREATY).click()
    assert page.locator("#stage").inner_text() == "In force since 2024-12-04"

    page.get_by_label("As of").fill("2024-10-30")
    page.locator("#stage", has_text="Signed").wait_for()
    assert page.locator("#stage").inner_text() == "Signed since 2024-06-19"
    assert "as_of=2024-10-30" in page.url
    shoot(page, "agreement")

    quote = page.locator("#happened ~ .steps .said", has_text="The State Duma ratified").first
    quote.get_by_role("link").click()
    target = page.locator(".text a:target")
    assert "The State Duma ratified" in target.inner_text()
    shoot(page, "evidence")
    page.locator(".facts .of a").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == TREATY
    assert page.locator(".step:target").count() == 1


def test_with_the_keyboard_only(page, shoot) -> None:
    page.goto("/")
    _tab_to(page, "Skip to the content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("north korea")
    page.wait_for_url("**/?q=north+korea**")
    _tab_to(page, TREATY)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{HERE}")

    _tab_to(page, "2024-10-24 · approved · RUS (State Duma)")
    tip = page.locator(".life a:focus .tip div")
    assert "The State Duma ratified" in tip.inner_text()
    assert tip.evaluate("one => getComputedStyle(one).visibility") == "visible"
    shoot(page, "life-line-focused")
    page.keyboard.press("Enter")
    assert "State Duma" in page.locator(".step:target").inner_text()


def test_the_sentence_of_a_step_is_shown_to_the_pointer(page) -> None:
    page.goto(HERE)
    step = page.locator('.life a[aria-label^="2024-11-11 · ratified"]').first

    step.locator("rect").hover()

    assert step.locator(".tip").evaluate("one => getComputedStyle(one).visibility") == "visible"
    assert "KCNA" in page.locator(".steps .step", has_text="sources differ").inner_text()


def test_without_scripts(opened) -> None:
    page = opened(java_script_enabled=False)
    page.goto("/")
    page.get_by_label("Search", exact=True).fill("north korea")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=TREATY).click()
    page.get_by_label("As of").fill("2024-10-30")
    page.get_by_role("button", name="Show").click()
    assert page.locator("#stage").inner_text() == "Signed since 2024-06-19"
    page.locator('.life a[aria-label^="2024-10-24 · approved"] rect').click()
    assert "State Duma" in page.locator(".step:target").inner_text()
    page.locator(".step:target .said a").first.click()
    assert re.search(r"/pages/\w{64}#at-\d+-\d+$", page.url)


def test_an_editor_signs_in_decides_a_conflict_and_takes_it_back(
    page, desk: str, shoot, barriers, password: str
) -> None:
    page.goto(f"{desk}{HERE}")
    assert "ratified 2024-11-11 ≠ 2024-11-12" in page.locator(".life svg").text_content()
    _sign_in(page, password)
    page.get_by_role("link", name="Review").click()

    answer = page.locator(".answers > li", has=page.locator(".says", has_text="2024-11-12"))
    shoot(page, "review")
    assert barriers(page) == []
    answer.get_by_label("Why").fill("the decree itself has the twelfth")
    answer.get_by_role("button", name="Decide so").click()
    assert "the decree itself has the twelfth" in page.locator("#decision-1").inner_text()
    assert "ada" in page.locator("#decision-1").inner_text()
    page.goto(f"{desk}{HERE}")
    decided = page.locator(".steps .step", has_text="the decree itself has the twelfth")
    assert "2024-11-12" in decided.locator(".when").inner_text()

    page.goto(f"{desk}/review")
    page.locator("#decision-1").get_by_label("Why").fill("the decree was misread")
    page.get_by_role("button", name="Undo decision 1").click()
    assert "taken back" in page.locator("#decision-1").inner_text()
    shoot(page, "review-undone")
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{desk}{HERE}")
    assert "ratified 2024-11-11 ≠ 2024-11-12" in page.locator(".life svg").text_content()


def test_an_editor_sees_what_was_read_before_it_is_added(page, desk: str, shoot, barriers, password: str) -> None:
    page.goto(f"{desk}/sign-in?next=/add")
    page.get_by_label("Name").fill("ada")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    shoot(page, "add")
    assert barriers(page) == []
    page.get_by_label("Text", exact=True).fill("BERN - Chile and Peru ratified a tax treaty on 7 July 2021.")
    page.get_by_role("button", name="Read it").first.click(timeout=90_000)
    assert "ratified · CHL" in page.locator(".steps").inner_text(timeout=90_000)
    shoot(page, "read")
    assert barriers(page) == []
    page.get_by_role("button", name="Add this page").click(timeout=90_000)
    page.wait_for_url("**/pages/*", timeout=90_000)
    page.goto(f"{desk}/?q=tax+treaty")
    assert page.get_by_role("link", name="tax treaty").count() == 1


def test_an_editor_adds_a_page_after_seeing_what_was_read(page, desk: str, shoot, barriers, password: str) -> None:
    page.set_default_timeout(60_000)  # a reader is started for the page alone
    page.goto(desk)
    _sign_in(page, password)
    page.get_by_role("link", name="Add").click()
    shoot(page, "add")
    assert barriers(page) == []
    page.get_by_label("Text", exact=True).fill("Norway ratified the High Seas Treaty on 12 June 2025.")
    page.get_by_label("Title", exact=True).fill("Norway joins")
    page.locator("#published").fill("2025-06-13")
    page.get_by_role("button", name="Read it").first.click()
    page.get_by_role("heading", name="What was read").wait_for()
    assert "2025-06-12" in page.locator("main").inner_text()
    shoot(page, "read")
    assert barriers(page) == []
    page.get_by_role("button", name="Add this page").click()
    page.get_by_role("heading", name="Norway joins").wait_for()
    page.locator(".facts .of a", has_text="High Seas Treaty").click()
    assert "Norway" in page.locator("#states ~ .wide").inner_text()


def _sign_in(page, password: str) -> None:
    page.get_by_role("link", name="Sign in").click()
    page.get_by_label("Name").fill("ada")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()


def test_on_a_phone_nothing_is_wider_than_the_screen(opened, shoot) -> None:
    page = opened(viewport={"width": 375, "height": 700}, is_mobile=True, has_touch=True)
    for name, address in (("list", "/"), ("agreement", HERE)):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
        shoot(page, f"phone-{name}")
    page.locator(".steps .said a").first.tap()
    page.locator(".text a:target").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    shoot(page, "phone-evidence")


def _tab_to(page, name: str) -> None:
    """Press Tab until what has this name is reached."""
    for _ in range(80):
        page.keyboard.press("Tab")
        told = page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent")
        if told.strip() == name:
            return
    raise AssertionError(f"80 times Tab do not lead to {name!r}")
