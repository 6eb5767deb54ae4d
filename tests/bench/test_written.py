"""Texts written for weighing: every step is marked in the text's own words, and half of them are kept from view."""

from treatywatch.bench.written import pages, paragraphs, sentences, short_texts
from treatywatch.model import Modality, Step


def test_every_step_is_marked_in_words_of_its_text():
    for text in (*paragraphs(), *sentences(), *short_texts(), *pages()):
        assert all(marked.clause in text.text for marked in text.events), text.text


def test_texts_tell_every_kind_in_every_modality_and_many_tell_none():
    told = {(marked.kind, marked.modality) for text in sentences() for marked in text.events}
    assert told == {(kind, modality) for kind in Step for modality in Modality}
    for texts in (paragraphs(), sentences(), short_texts(), pages()):
        assert 0.1 < sum(not text.events for text in texts) / len(texts) < 0.35


def test_half_of_the_texts_are_kept_from_view_and_no_text_stands_on_both_sides():
    for texts in (paragraphs(), sentences(), short_texts(), pages()):
        kept = {text.text for text in texts if text.kept_from_view}
        assert 0.45 < len(kept) / len(texts) < 0.55
        assert len({text.text for text in texts}) == len(texts)
