"""Whom the words of a text stand for."""

from pathlib import Path

import pycountry
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.language.names import find_names, members, organ_of, state_name, successor


def found(text: str, at: str | None = None) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {name.text: (name.kind, name.codes) for name in find_names(text, at)}


@pytest.mark.parametrize(
    ("text", "name", "kind", "codes"),
    [
        ("Norway signed.", "Norway", "state", ("NOR",)),
        ("The Norwegian parliament agreed.", "Norwegian", "demonym", ("NOR",)),
        ("Tokyo has agreed.", "Tokyo", "place", ("JPN",)),
        ("The DPRK has agreed.", "DPRK", "state", ("PRK",)),
        ("Chilean Foreign Minister Alberto van Example said so.", "Chilean", "demonym", ("CHL",)),
        ("The European Parliament voted.", "European Parliament", "organ", ("EU",)),
        ("The Knesset voted.", "Knesset", "organ", ("ISR",)),
        ("Czechoslovakia signed in 1948.", "Czechoslovakia", "state", ("CSK",)),
    ],
)
def test_a_name_stands_for_its_party(text: str, name: str, kind: str, codes: tuple[str, ...]) -> None:
    assert found(text)[name] == (kind, codes)


@pytest.mark.parametrize(
    "text", ["The Washington Post wrote so.", "He lives in New Mexico.", "They met at the us hotel."]
)
def test_a_name_inside_another_does_not_count(text: str) -> None:
    assert not {code for _, codes in found(text).values() for code in codes} & {"USA", "MEX"}


def test_an_office_brings_in_a_person_whose_surname_then_counts() -> None:
    names = find_names("Peruvian President Maria Example came. Later Example signed.")
    assert [n.codes for n in names if n.kind == "person"] == [("PER",), ("PER",)]


def test_a_state_acts_for_its_predecessor_after_its_end() -> None:
    assert successor("SUN", "1987-12-08") == "SUN"
    assert successor("SUN", "2019") == "RUS"


def test_organs_are_named_as_their_state_names_them() -> None:
    assert organ_of("Senate", "MEX") == "Senate of Mexico"
    assert organ_of("upper house", "RUS") == "Federation Council"
    assert organ_of("Senate", "GRC") is None
    assert organ_of("Parliament", "GRC") == "Hellenic Parliament"


def test_membership_has_years() -> None:
    assert "GBR" in members("EU", "2019-05-01")
    assert "GBR" not in members("EU", "2021")
    assert state_name("NOR") == "Norway"


@given(st.text())
def test_any_text_is_read_and_every_name_quotes_it(text: str) -> None:
    for name in find_names(text):
        assert text[name.start : name.end] == name.text


CASES = yaml.safe_load(Path(__file__).with_name("names_cases.yaml").read_text("utf-8"))
UN_MEMBERS = sorted({country.alpha_3 for country in pycountry.countries} - set(CASES["no_un_members"]))


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["text"][:40])
def test_every_case_finds_its_names(case: dict[str, list[str]]) -> None:
    given = {f"{n.text}|{n.kind}|{','.join(n.codes)}" for n in find_names(str(case["text"]))}
    assert set(case["names"]) <= given


@pytest.mark.parametrize("case", CASES["none"], ids=lambda case: case["text"][:40])
def test_a_word_with_another_meaning_names_no_party(case: dict[str, list[str]]) -> None:
    assert not {code for n in find_names(str(case["text"])) for code in n.codes} & set(case["codes"])


def test_every_member_of_the_united_nations_is_known_by_name_and_parliament() -> None:
    assert len(UN_MEMBERS) == 193
    for code in UN_MEMBERS:
        (name,) = find_names(f"{state_name(code)} signed.")
        assert (name.kind, name.codes) == ("state", (code,))
        assert organ_of("Parliament", code)


def test_an_organ_already_named_in_full_keeps_its_name() -> None:
    for organ, code in (("State Duma", "RUS"), ("National Diet", "JPN"), ("Senate of Mexico", "MEX")):
        assert organ_of(organ, code) == organ
    assert organ_of("State Duma", "JPN") is None
    assert organ_of("President", "GBR") is None


def test_the_holder_of_two_offices_stands_for_the_one_held_then() -> None:
    def codes(at: str) -> tuple[str, ...]:
        return find_names("Donald Tusk spoke.", at)[0].codes

    assert codes("2017-01-01") == ("EU",)
    assert codes("2025-01-01") == ("POL",)
