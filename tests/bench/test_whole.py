"""Real pages that were read whole lie among those that rule writers may look at, and hold the words pointed at."""

from pathlib import Path

from treatywatch.bench import judged
from treatywatch.bench.corpus import corpus
from treatywatch.bench.whole import read_whole
from treatywatch.model import bounds


def test_no_page_read_whole_is_one_of_those_that_are_drawn_on():
    assert not any(judged.third_of(page) == judged.judgements().third for page in read_whole().pages)


def test_every_step_stands_on_a_page_that_was_read_and_is_dated_as_dates_are_written():
    whole = read_whole()
    assert {each.page for each in whole.told} <= set(whole.pages)
    assert all(bounds(each.date) for each in whole.told if each.date)


def test_the_words_pointed_at_are_on_the_page(shared: Path):
    texts = {page.id: page.text for page in corpus(shared, "wild")}
    for each in read_whole().told:
        assert 0 <= each.start < each.end <= len(texts[each.page])
        assert texts[each.page][each.start : each.end].strip()
