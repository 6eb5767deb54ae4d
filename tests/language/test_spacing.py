from hypothesis import given
from hypothesis import strategies as st

from treatywatch.language.spacing import even


def test_broken_and_indented_lines_read_on_and_lead_back_to_the_page():
    text = "the Law of\n    the\u00a0Sea’s treaty"
    plain, places = even(text)
    assert plain == "the Law of the Sea's treaty"
    first, last = plain.index("Law"), plain.index("Sea") + 2
    assert text[places[first] : places[last] + 1] == "Law of\n    the\u00a0Sea"


def test_a_blank_line_ends_what_it_ends():
    assert even("Treaty of\n \nGhent")[0] == "Treaty of\n\nGhent"


@given(st.text(alphabet="ab \n\t\u00a0’."))
def test_every_character_has_its_place_in_order(text: str) -> None:
    plain, places = even(text)
    assert len(plain) == len(places)
    assert list(places) == sorted(places)
    assert all(plain[i] == text[place] for i, place in enumerate(places) if plain[i] in "ab.")
