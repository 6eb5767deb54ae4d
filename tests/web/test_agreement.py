"""One agreement: its status on any day, and the way from every fact to its sentence and back."""

import re
from html import unescape

import pytest

TREATY = "prk-rus-2024-treaty-comprehensive-strategic-partnership"


def _page(client, query: str = "") -> str:
    answer = client.get(f"/agreements/{TREATY}{query}")
    assert answer.status_code == 200
    return answer.text


def _stage(page: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", re.search(r'<h2 id="stage">(.*?)</h2>', page, re.DOTALL)[1]).split())


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        ("2024-06-17", "authorised"),
        ("2024-06-19", "signed since 2024-06-19"),
        ("2024-10-30", "signed since 2024-06-19"),
        ("2024-12-03", "signed since 2024-06-19"),
        ("2024-12-04", "in force since 2024-12-04"),
    ],
)
def test_the_banner_tells_the_status_on_the_day_asked_for(client, day: str, stage: str) -> None:
    assert _stage(_page(client, f"?as_of={day}")).startswith(stage)


def test_without_a_day_it_is_today_and_the_permalink_says_so(client) -> None:
    page = _page(client)

    assert _stage(page) == "in force since 2024-12-04"
    assert f'href="/agreements/{TREATY}?as_of=2026-01-20"' in page


def test_the_day_asked_for_changes_the_whole_page(client) -> None:
    page = _page(client, "?as_of=2024-10-30")

    assert "State Duma ratified" in page
    assert "Federation Council approved the ratification" not in page
    assert 'class="marker"' in page


def test_what_was_known_by_a_day_leaves_out_later_pages(client) -> None:
    page = _page(client, "?known_by=2024-06-18")

    assert _stage(page).startswith("authorised")
    assert "Putin clears way for treaty with North Korea" in page
    assert "Russia and North Korea sign partnership treaty" not in page
    assert "known_by=2024-06-18" in page
    assert "had been told nothing" in _page(client, "?known_by=2020-01-01")


def test_every_fact_leads_to_its_sentence_and_back_in_one_step(client) -> None:
    page = _page(client)
    places = re.findall(
        r'<blockquote class="said">\s*<p dir="auto">“(.*?)”</p>\s*<footer><a href="(/pages/\w+)#(at-\d+-\d+)"', page
    )

    assert places
    for quote, address, anchor in places:
        evidence = client.get(address).text
        assert f'id="{anchor}"' in evidence
        marked = re.sub("<[^>]+>", "", evidence[evidence.index(f'id="{anchor}"') :])
        assert unescape(quote)[:25] in unescape(marked).replace("\n", " ")
    facts = set(re.findall(r'id="(fact-\w+)"', page))
    assert f'href="/agreements/{TREATY}#{min(facts)}"' in "".join(client.get(a).text for _, a, _ in places)


def test_a_conflict_is_marked_in_the_list_and_in_the_life_line(client) -> None:
    page = _page(client)

    assert "≠ date 2024-11-12 instead of 2024-11-11" in page
    assert "ratified 2024-11-11 ≠ 2024-11-12" in page
    assert 'class="rival"' in page


def test_the_life_line_tells_by_shape_what_happened_and_what_is_not_sure(client) -> None:
    page = _page(client, "?as_of=2024-10-30")

    drawn = set(re.findall(r'<use class="sign (\w+)" href="#sign-(\w+)"', page))
    assert drawn == {("actual", "actual"), ("planned", "planned"), ("possible", "possible")}
    assert re.search(r'<a href="#fact-\w+" aria-label="2024-10-24 · approved · RUS \(State Duma\)">', page)


def test_it_shows_what_the_treaty_replaced_and_who_said_so(client) -> None:
    page = _page(client)

    assert "supersedes" in page
    assert ">Treaty of Friendship, Good-Neighbourliness and Cooperation</bdi>" in page
    assert '<h3><bdi>Andrei Rudenko</bdi></h3><p class="soft">Deputy Foreign Minister</p>' in page
    assert "11 pages, 11 independent sources" in page


def test_words_name_an_agreement_and_what_may_be_several_is_told(client) -> None:
    assert client.get("/agreements/strategic partnership russia korea").status_code == 200
    unknown = client.get("/agreements/chile-peru-water")
    assert unknown.status_code == 404
    assert "no agreement is called" in unknown.text


@pytest.mark.parametrize("query", ["as_of=2024", "as_of=20241030", "known_by=soon", "as_of=2024-02-30"])
def test_what_is_no_day_is_told(client, query: str) -> None:
    answer = client.get(f"/agreements/{TREATY}?{query}")

    assert answer.status_code == 400
    assert "write YYYY-MM-DD" in answer.text


def test_a_page_that_was_never_added_is_told(client) -> None:
    answer = client.get("/pages/abc")

    assert answer.status_code == 404
    assert "never added, or it was forgotten" in answer.text


def test_states_come_in_the_order_asked_for_and_each_day_leads_to_its_fact(client) -> None:
    page = client.get("/agreements/high-seas-treaty-2023?order=consent").text
    table = page[page.index('id="states"') : page.index('id="said"')]

    assert re.findall(r'<th scope="row"><a href="/states/(\w+)">', table)[:4] == ["PLW", "CHL", "ESP", "FRA"]
    assert 'aria-sort="ascending"><a' in table
    facts = set(re.findall(r'href="#(fact-\w+)"', table))
    assert facts <= set(re.findall(r'id="(fact-\w+)"', page))
    assert client.get("/agreements/high-seas-treaty-2023?order=beauty").status_code == 400


@pytest.mark.parametrize("name", ["steps", "states", "next", "related", "statements", "sources"])
def test_every_table_comes_as_a_file(client, name: str) -> None:
    rows = client.get(f"/agreements/{TREATY}?table={name}&format=json").json()
    lines = client.get(f"/agreements/{TREATY}?table={name}&format=csv").text.splitlines()

    assert rows
    assert lines[0] == ",".join(rows[0])
    assert f"table={name}&amp;format=csv" in _page(client) or f"table={name}&format=csv" in _page(client)


def test_a_table_that_is_not_there_is_told(client) -> None:
    assert "steps, states, next" in client.get(f"/agreements/{TREATY}?table=x&format=csv").text


def test_relations_and_statements_bear_their_ids_here_and_beside_their_page(client) -> None:
    page = _page(client)
    told = client.get(f"/api/v1/agreements/{TREATY}").json()
    facts = [told["related"][0]["fact"], told["statements"][0]["source"]["fact"]]

    for fact, source in zip(facts, (told["related"][0]["sources"][0], told["statements"][0]["source"]), strict=True):
        assert f'id="fact-{fact}"' in page
        assert f">{fact}</code>" in page
        beside = client.get(f"/pages/{source['sha256']}").text
        assert f">{source['fact']}</code>" in beside
        assert f'href="/agreements/{TREATY}#fact-{fact}"' in beside
