"""States with their agreements by status."""

import re


def test_all_states_lead_to_their_own_page(client) -> None:
    page = client.get("/states").text

    assert '<a href="/states/PRK">North Korea</a>' in page
    assert '<a href="/states/FRA">France</a>' in page


def test_the_agreements_of_a_state_stand_under_its_status(client) -> None:
    page = client.get("/states/RUS").text

    headings = re.findall(r'<h2 id="(\w+)">', page)
    assert headings[0] == "party"
    assert "Treaty on Comprehensive Strategic Partnership" in page[page.index('id="party"') :]
    only = client.get("/states/russia?status=suspended").text
    assert re.findall(r'<h2 id="(\w+)">', only) == ["suspended"]
    assert "New START" in only


def test_they_come_as_a_file(client) -> None:
    rows = client.get("/states/USA?format=json").json()

    assert {"name": "New START", "stage": "suspended"}.items() <= rows[0].items()
    assert client.get("/states/USA?format=csv").text.splitlines()[0] == "key,name,form,status,since,stage"


def test_a_state_nobody_knows_and_one_without_agreements_are_told(client) -> None:
    assert client.get("/states/atlantis").status_code == 404
    assert "No page names Nauru as a party" in client.get("/states/NRU").text
    assert client.get("/states/RUS?status=friendly").status_code == 400
