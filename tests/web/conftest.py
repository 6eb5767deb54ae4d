from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from treatywatch.model import Agreement, Document, Event, Modality, Reading, Span, Statement, Step
from treatywatch.registry import open_registry
from treatywatch.views.safety import Safety
from treatywatch.views.web.app import create_app
from treatywatch.views.web.demo import fill


@pytest.fixture(scope="session")
def today() -> date:
    """The day on which all is looked at."""
    return date(2026, 1, 20)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry of the example pages."""
    place = tmp_path_factory.mktemp("demo") / "demo.db"
    fill(str(place))
    return place


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry of one convention of sixty states, with a title and names that are hard on a page."""
    place = tmp_path_factory.mktemp("crowded") / "crowded.db"
    fill_crowded(str(place))
    return place


@pytest.fixture
def client(demo: Path, today: date) -> Iterator[TestClient[Litestar]]:
    safety = Safety(hosts=frozenset({"testserver.local"}), requests=None)
    with TestClient(create_app(str(demo), today=lambda: today, safety=safety)) as client:
        yield client


LONG = "Convention on the Conservation, Restoration and Equitable Use of Transboundary Aquifers " * 3
NAMES = ("<script>document.title = 'taken'</script>", "فخامة الرئيس محمد بن عبد الله", "ראש הממשלה", "x" * 400)
CODES = """
ARG AUS AUT BEL BGR BOL BRA CAN CHE CHL CHN COL CRI CUB CYP CZE DEU DNK DOM ECU
EGY ESP EST FIN FRA GBR GEO GHA GRC GTM HRV HUN IDN IND IRL ISL ISR ITA JOR JPN
KAZ KEN KOR LTU LUX LVA MAR MEX MLT MNG NLD NOR NZL PAN PER PHL POL PRT ROU SWE
"""
STATES = CODES.split()


def fill_crowded(place: str) -> None:
    """A page for each of sixty states, each with the day of its ratification, and one with what people say."""
    with open_registry(place) as registry:
        for number, code in enumerate(STATES):
            day = f"2019-{number % 12 + 1:02}-{number % 28 + 1:02}"
            text = f"{LONG}was ratified by {code} on {day}. {NAMES[number % 4]} spoke."
            registry.add(*_told(text, code, day, NAMES[number % 4]))


def _told(text: str, code: str, day: str, name: str) -> tuple[Document, Reading]:
    document = Document(id=code, text=text, title=f"{name} {LONG}", publisher=name, published=day)
    end = text.index(". ")
    span, said = Span(0, end), Span(end + 2, len(text) - 1)
    agreement = Agreement(
        "c", LONG.strip(), "convention", tuple(STATES), mentions=(Span(0, len(LONG) - 1),), year="2018"
    )
    step = Event("c", Step.RATIFIED, Modality.ACTUAL, (code,), None, day, name, None, span.quote(text), span)
    planned = Event("c", Step.IN_FORCE, Modality.PLANNED, (code,), None, "2027", None, None, span.quote(text), span)
    statement = Statement(name, name, True, said.quote(text), said, "c")
    reading = Reading(
        code, document.sha256, "1", agreements=(agreement,), events=(step, planned), statements=(statement,)
    )
    return document, reading
