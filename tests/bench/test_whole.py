"""Real pages that were read whole lie among those that rule writers may look at, and hold the words pointed at."""

from pathlib import Path

import pytest

from treatywatch.bench import judged
from treatywatch.bench.corpus import corpus
from treatywatch.bench.whole import kept_from_view, read_whole
from treatywatch.model import bounds

BOTH = pytest.mark.parametrize("whole", [read_whole(), kept_from_view()], ids=["looked at", "kept from view"])


def test_no_page_looked_at_is_of_the_third_drawn_on_and_all_kept_from_view_are():
    drawn = judged.judgements().third
    assert not any(judged.third_of(page) == drawn for page in read_whole().pages)
    assert all(judged.third_of(page) == drawn for page in kept_from_view().pages)


@BOTH
def test_every_step_stands_on_a_page_that_was_read_and_is_dated_as_dates_are_written(whole):
    assert {each.page for each in whole.told} <= set(whole.pages)
    assert all(bounds(each.date) for each in whole.told if each.date)


@BOTH
def test_the_words_pointed_at_are_in_what_was_read_of_the_page(whole, shared: Path):
    texts = {page.id: page.text for page in corpus(shared, "wild")}
    for each in whole.told:
        assert 0 <= each.start < each.end <= min(len(texts[each.page]), whole.up_to)
        assert texts[each.page][each.start : each.end].strip()
