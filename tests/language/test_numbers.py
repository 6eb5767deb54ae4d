"""Numbers in figures and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.language.numbers import find_numbers, value_of


@pytest.mark.parametrize(
    ("text", "kind", "value", "of"),
    [
        ("the 60th state", "ordinal", 60, 1),
        ("the sixtieth state", "ordinal", 60, 1),
        ("the twenty-first", "ordinal", 21, 1),
        ("twenty-one states", "cardinal", 21, 1),
        ("one hundred and five votes", "cardinal", 105, 1),
        ("two thousand and three hundred", "cardinal", 2300, 1),
        ("1,200 pages", "cardinal", 1200, 1),
        ("two thirds of members", "fraction", 2, 3),
        ("a third of members", "fraction", 1, 3),
        ("a third state", "ordinal", 3, 1),
    ],
)
def test_a_number_has_its_value(text: str, kind: str, value: int, of: int) -> None:
    (number,) = find_numbers(text)
    assert (number.kind, number.value, number.of) == (kind, value, of)


@pytest.mark.parametrize("text", ["12/5", "COP21", "2.5 tons", "10:30", "no number"])
def test_what_is_no_number_is_left(text: str) -> None:
    assert find_numbers(text) == ()


@given(st.integers(0, 999_999_999))
def test_figures_mean_themselves(value: int) -> None:
    assert value_of(str(value)) == value
    assert value_of(f"{value:,}") == value


@given(st.text())
def test_any_text_is_read_and_every_number_quotes_it(text: str) -> None:
    for number in find_numbers(text):
        assert text[number.start : number.end] == number.text
