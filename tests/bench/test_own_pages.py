"""The gold of our own pages stands on their words, and uses the fields as the corpora do."""

import pytest

from treatywatch.bench.own_pages import agreements, document
from treatywatch.model import Modality, Step, bounds

PAGES = [page for told in agreements().values() for page in told]


@pytest.mark.parametrize("page", PAGES, ids=[page["id"] for page in PAGES])
def test_gold_is_what_the_page_says_in_its_own_words(page: dict) -> None:
    keys = {agreement["key"] for agreement in page["agreements"]}
    text = document(page).text
    for event in page["events"]:
        assert event["evidence"] in text
        assert event["agreement"] in keys
        assert Step(event["kind"])
        assert Modality(event["modality"])
        assert event["date"] is None or bounds(event["date"])
    for relation in page["relations"]:
        assert relation["evidence"] in text
        assert {relation["from"], relation["to"]} <= keys
    for statement in page["statements"]:
        assert statement["quote"] in text


def test_pages_tell_of_many_agreements_and_some_of_none() -> None:
    assert len(agreements()) >= 25
    assert any(not page["events"] for page in PAGES)
