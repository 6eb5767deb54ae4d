from pathlib import Path

from litestar.testing import TestClient

from treatywatch.model import Agreement, Document, Event, Modality, Reading, Span, Step
from treatywatch.registry import open_registry
from treatywatch.views.web.app import create_app

TREATY = "prk-rus-2024-treaty-comprehensive-strategic-partnership"


def test_the_first_page_lists_agreements_with_their_last_step(client) -> None:
    page = client.get("/").text

    assert f'<a href="/agreements/{TREATY}"><bdi>Treaty on Comprehensive Strategic Partnership</bdi></a>' in page
    assert "in force" in page
    assert "2024-12-04" in page
    assert "1 in conflict" in page


def test_an_empty_registry_says_how_to_fill_it(tmp_path: Path) -> None:
    place = str(tmp_path / "empty.db")
    open_registry(place).close()

    with TestClient(create_app(place)) as client:
        assert "treatywatch add PAGE…" in client.get("/").text


def test_a_name_of_an_agreement_is_never_markup(tmp_path: Path) -> None:
    place, text = str(tmp_path / "hostile.db"), "<script>alert(1)</script> treaty of peace"
    document = Document(id="p", text=text)
    span = Span(0, len(text))
    named = Agreement("a", text, "treaty", ("CHL", "NOR"), mentions=(span,))
    step = Event("a", Step.SIGNED, Modality.ACTUAL, ("CHL", "NOR"), None, None, None, None, text, span)
    with open_registry(place) as registry:
        registry.add(document, Reading("p", document.sha256, "1", agreements=(named,), events=(step,)))

    with TestClient(create_app(place)) as client:
        page = client.get("/").text

    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt; treaty of peace") == 1


def test_a_page_beyond_the_last_leads_back(client) -> None:
    assert "Go to the first page" in client.get("/?page=9").text


def test_an_address_that_leads_nowhere_says_so_as_a_page(client) -> None:
    answer = client.get("/nowhere/<b>")

    assert answer.status_code == 404
    assert "No page has the address /nowhere/&lt;b&gt;." in answer.text
    assert client.get("/?page=many").status_code == 400


def test_what_the_pages_need_is_served_and_may_be_kept(client) -> None:
    for name in ("style.css", "live.js", "icon.svg"):
        answer = client.get(f"/static/{name}")
        assert answer.status_code == 200
        assert "max-age" in answer.headers["cache-control"]
