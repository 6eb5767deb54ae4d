"""A real browser on a real server: Debian's Chromium, driven by Playwright."""

import os
import shutil
import socket
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
import uvicorn

from treatywatch.registry import open_registry
from treatywatch.registry.accounts import Accounts, Role
from treatywatch.views.safety import Safety
from treatywatch.views.web.app import create_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

PASSWORD = "four plain words suffice"
CHROMIUM = shutil.which("chromium")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@pytest.fixture(scope="session")
def browser(lacking: Callable[[str], NoReturn]) -> Iterator["Browser"]:
    """Chromium."""
    from playwright.sync_api import sync_playwright

    if CHROMIUM is None:
        lacking("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield started
        started.close()


@contextmanager
def served(place: Path, today: date) -> Iterator[str]:
    """The address at which the pages of a registry are served."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        app = create_app(str(place), today=lambda: today, safety=Safety(requests=None))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=30)


@pytest.fixture(scope="session")
def site(demo: Path, today: date) -> Iterator[str]:
    with served(demo, today) as address:
        yield address


@pytest.fixture(scope="session")
def crowded_site(crowded: Path, today: date) -> Iterator[str]:
    with served(crowded, today) as address:
        yield address


@pytest.fixture
def desk(demo: Path, today: date, tmp_path: Path) -> Iterator[str]:
    """The site of a registry of its own, in which an editor "ada" has an account."""
    place = tmp_path / "desk.db"
    with closing(sqlite3.connect(demo)) as original, closing(sqlite3.connect(place)) as copy:
        original.backup(copy)
    with open_registry(place) as registry:
        Accounts(registry).add("ada", Role.EDITOR, PASSWORD, by="setup")
    with served(place, today) as address:
        yield address


@pytest.fixture
def opened(browser: "Browser", site: str) -> Iterator[Callable[..., "Page"]]:
    """Opens a window on the site of the example pages; ``settings`` are those of the browser's context."""
    contexts: list[BrowserContext] = []

    def opened(**settings: object) -> "Page":
        contexts.append(browser.new_context(base_url=site, **settings))
        contexts[-1].set_default_timeout(20_000)
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def password() -> str:
    return PASSWORD


@pytest.fixture
def page(opened: Callable[..., "Page"]) -> "Page":
    return opened(viewport={"width": 1280, "height": 900})


@pytest.fixture
def shoot(tmp_path: Path, request: pytest.FixtureRequest) -> Callable[["Page", str], None]:
    """Keeps a picture of the whole page in the folder TREATYWATCH_SCREENSHOTS, else with the test's files."""
    folder = Path(os.environ.get("TREATYWATCH_SCREENSHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return lambda page, name: page.screenshot(path=folder / f"{name}.png", full_page=True) and None


@pytest.fixture
def barriers() -> Callable[["Page"], list[tuple[str, ...]]]:
    """What axe-core finds in a page that keeps people from using it: rule, what it asks for, and the first place."""
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()

    def barriers(page: "Page") -> list[tuple[str, ...]]:
        found = axe.run(page).response["violations"]
        grave = [one for one in found if one["impact"] in {"serious", "critical"}]
        return [(one["id"], one["help"], one["nodes"][0]["html"]) for one in grave]

    return barriers
