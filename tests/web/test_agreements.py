import csv
import re
from pathlib import Path

from litestar.testing import TestClient

from treatywatch.model import Agreement, Document, Event, Modality, Reading, Span, Step
from treatywatch.registry import open_registry
from treatywatch.views.web.app import create_app
from treatywatch.views.web.tables import download, table

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

    with TestClient(create_app(place), base_url="http://127.0.0.1") as client:
        assert "treatywatch add PAGE…" in client.get("/").text


def test_a_name_of_an_agreement_is_never_markup(tmp_path: Path) -> None:
    place, text = str(tmp_path / "hostile.db"), "<script>alert(1)</script> treaty of peace"
    document = Document(id="p", text=text)
    span = Span(0, len(text))
    named = Agreement("a", text, "treaty", ("CHL", "NOR"), mentions=(span,))
    step = Event("a", Step.SIGNED, Modality.ACTUAL, ("CHL", "NOR"), None, None, None, None, text, span)
    with open_registry(place) as registry:
        registry.add(document, Reading("p", document.sha256, "1", agreements=(named,), events=(step,)))

    with TestClient(create_app(place), base_url="http://127.0.0.1") as client:
        page = client.get("/").text

    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt; treaty of peace") == 1


def test_a_page_beyond_the_last_leads_back(client) -> None:
    assert "Go to the first page" in client.get("/?page=9").text
    assert client.get("/?sort=beauty").status_code == 400


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


def _names(client, address: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="[^"]+"><bdi>(.*?)</bdi>', client.get(address).text)


def test_a_search_finds_by_state_name_and_words_of_a_sentence(client) -> None:
    assert len(_names(client, "/?q=north+korea")) == 3
    assert _names(client, "/?q=comprehensive+strategic") == ["Treaty on Comprehensive Strategic Partnership"]
    assert _names(client, "/?q=Duma") == ["Treaty on Comprehensive Strategic Partnership"]
    assert "No agreement fits" in client.get("/?q=fisheries").text


def test_filters_and_order_are_kept_in_the_form_and_in_links(client) -> None:
    page = client.get("/?state=PRK&stage=in_force&sort=name").text

    assert _names(client, "/?state=PRK&stage=in_force&sort=name") == ["Treaty on Comprehensive Strategic Partnership"]
    assert '<option value="PRK" selected>North Korea (3)' in page
    assert '<option value="name" selected>' in page
    assert 'href="/?state=PRK&amp;stage=in_force&amp;sort=name&amp;format=csv"' in page
    assert _names(client, "/?conflict=1") == ["Treaty on Comprehensive Strategic Partnership"]
    assert _names(client, "/?week=1") == ["High Seas Treaty"]


def test_what_was_found_comes_as_csv_and_json(client) -> None:
    lines = list(csv.DictReader(client.get("/?q=strategic&format=csv").text.splitlines()))
    (row,) = client.get("/?q=strategic&format=json").json()

    assert [line["key"] for line in lines] == [TREATY] == [row["key"]]
    assert lines[0]["parties"] == "PRK RUS"
    assert row["parties"] == ["PRK", "RUS"]
    assert client.get("/?format=xml").status_code == 400


def test_a_spreadsheet_computes_nothing_of_what_a_page_calls_an_agreement() -> None:
    told = download(table("names", ["name"], [["=1+1"], ["peace"]]), "csv").content

    assert told == b"name\r\n'=1+1\r\npeace\r\n"
