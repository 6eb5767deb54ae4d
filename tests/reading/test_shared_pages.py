"""Real pages beside the checkout: what the layout and the question of relevance make of them."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from treatywatch.intake import documents
from treatywatch.model import BlockLabel, Document
from treatywatch.reading.layout import blocks
from treatywatch.reading.relevance import speaks_of_agreements

READ = {BlockLabel.BODY, BlockLabel.CAPTION}


@pytest.fixture
def pages(shared: Path) -> Callable[..., list[Document]]:
    def pages(*names: str) -> list[Document]:
        found = list(documents([str(shared / name) for name in names]))
        assert all(isinstance(each, Document) for each in found)
        return [each for each in found if isinstance(each, Document)]

    return pages


def test_every_page_about_an_agreement_is_worth_parsing(pages):
    found = pages("seeds", "corpus/dev/documents.jsonl")
    assert [page.id for page in found if not speaks_of_agreements(page.text)] == []


def test_most_pages_about_other_things_are_not(pages):
    found = pages("corpus/wild/documents.jsonl")
    assert sum(speaks_of_agreements(page.text) for page in found) < 0.42 * len(found)


def test_links_to_other_pages_are_left_out_of_the_seed_page(pages):
    (page,) = pages("seeds")
    read = "".join(block.span.quote(page.text) for block in blocks(page) if block.label in READ)
    assert "Read more" not in read
    assert "visit to North Korea revealed" not in read
    assert "changes to the draft agreement" in read
    assert len(read) > 0.9 * len(page.text)


def test_retold_pages_without_clutter_are_read_whole_but_for_datelines(pages):
    for page in pages("corpus/dev/documents.jsonl"):
        left_out = {block.label for block in blocks(page)} - READ - {BlockLabel.DATELINE}
        assert left_out <= {BlockLabel.CREDIT}, page.id


def test_real_pages_lose_next_to_nothing(pages):
    everything = left_out = 0
    for page in pages("corpus/wild/documents.jsonl"):
        found = blocks(page)
        assert found[0].span.start == 0
        assert found[-1].span.end == len(page.text)
        assert all(first.span.end == second.span.start for first, second in pairwise(found))
        everything += len(page.text)
        left_out += sum(b.span.end - b.span.start for b in found if b.label is BlockLabel.RELATED)
    assert left_out < 0.0005 * everything
