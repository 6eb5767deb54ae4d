from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from treatywatch.language.phrases import PhraseIndex


def test_phrases_are_found_in_order_with_their_places():
    found = PhraseIndex(["pact", "Lake Treaty"]).find("The Lake Treaty is a pact.")
    assert found == [(4, 15, "Lake Treaty"), (21, 25, "pact")]


def test_the_longest_phrase_wins():
    assert PhraseIndex(["North", "North Korea", "Korea"]).find("North Korea") == [(0, 11, "North Korea")]


def test_a_phrase_within_a_word_does_not_count_and_hides_no_other():
    index = PhraseIndex(["pact", "START I", "START", "I see"])
    assert index.find("The impact of pacts, compacted") == []
    assert index.find("START II") == [(0, 5, "START")]
    assert index.find("a pact-maker's pact") == [(2, 6, "pact"), (15, 19, "pact")]


def test_case_counts():
    assert PhraseIndex(["START"]).find("Start to start") == []


def test_no_phrases_find_nothing():
    assert PhraseIndex(["", ""]).find("anything") == []


@given(st.lists(st.text(alphabet="ab Ä", max_size=5)), st.text(alphabet="ab Ä.İ\U0001f600", max_size=60))
def test_every_find_is_a_phrase_at_its_place(phrases, text):
    found = PhraseIndex(phrases).find(text)
    assert all(text[start:end] == phrase and phrase in phrases for start, end, phrase in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
