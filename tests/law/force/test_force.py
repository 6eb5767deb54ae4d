"""Entry into force computed: cases a lawyer can read, and what holds of any deeds."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.law.act import Act, Organ
from treatywatch.law.force import (
    Acts,
    After,
    Circle,
    Deed,
    Deeds,
    Delay,
    ForceRule,
    Instrument,
    Late,
    deeds_of,
    entry_for,
    entry_into_force,
    provisional_application,
    rule_from_json,
    rule_to_json,
)
from treatywatch.model import RuleFileError, Step

CASES = yaml.load((Path(__file__).parent / "cases.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
DEPOSITS = st.lists(
    st.builds(
        Deed,
        party=st.sampled_from("ABCDEFGH"),
        act=st.just(Deeds.DEPOSIT),
        date=st.one_of(st.none(), st.dates().map(str), st.sampled_from(["1999", "2001-02", "no date"])),
        organisation=st.booleans(),
    ),
    max_size=12,
)
RULES = st.builds(
    lambda count, days, months: ForceRule(
        After(Acts(Deeds.DEPOSIT, count=count), Delay(days=days, first_of_month=months)), Late(Delay(days=days))
    ),
    st.integers(1, 4),
    st.integers(0, 200),
    st.integers(0, 6),
)


def _rule(raw: Any) -> ForceRule:
    return msgspec.convert(raw, ForceRule, strict=False)


def _deed(party: str, act: str, date: str, what: str | None = None) -> Deed:
    kind = None if what in (None, "organisation") else Instrument(what)
    return Deed(party, Deeds(act), None if date == "~" else date, kind, what == "organisation")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_cases(case: dict[str, Any]) -> None:
    rule, deeds = _rule(case["rule"]), [_deed(*words) for words in case.get("deeds", [])]
    circle = msgspec.convert(case.get("circle", {}), Circle)
    force = entry_for(rule, deeds, case["for"], circle) if "for" in case else entry_into_force(rule, deeds, circle)
    assert force.date == case.get("in force")
    assert list(force.missing) == case.get("missing", [])
    assert case.get("because", "") in " ".join(force.because)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_rules_survive_their_json_form(case: dict[str, Any]) -> None:
    rule = _rule(case["rule"])
    assert rule_from_json(rule_to_json(rule)) == rule


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"entry": {"rule": "acts", "act": "wave"}}', "allowed: signature, ratification"),
        ('{"entry": {"rule": "acts"}}', "act"),
        ('{"entry": {"rule": "sometime"}}', "allowed kinds of rule: acts"),
        ('{"entry": {"rule": "fixed", "date": "2021-02-30"}}', "2021-02-30"),
        ('{"entry": {"rule": "fixed", "date": "May"}}', "date"),
        ('{"entry": {"rule": "agreed"}, "lat": 1}', "lat"),
        ("{", "rules.jsonl:3"),
        (b"\xff", "rules.jsonl:3"),
    ],
)
def test_malformed_rules_name_place_field_and_what_is_allowed(line: str | bytes, told: str) -> None:
    with pytest.raises(RuleFileError) as caught:
        rule_from_json(line, "rules.jsonl:3")
    assert "rules.jsonl:3" in str(caught.value)
    assert told in str(caught.value)


def test_acts_of_chambers_and_acts_taken_back_count_for_nothing() -> None:
    acts = [
        Act("1", Step.RATIFIED, ("A",), "2020-01-01", organ=Organ.CHAMBER),
        Act("2", Step.DEPOSITED, ("A",), "2020-02-01"),
        Act("3", Step.SIGNED, ("B",), "2020-02-01", takes_back=Step.SIGNED),
        Act("4", Step.EXCHANGED, (), "2020-03-01"),
    ]
    assert [(deed.party, deed.act) for deed in deeds_of(acts)] == [("A", Deeds.DEPOSIT), ("*", Deeds.EXCHANGE)]


def test_provisional_application_has_its_own_day() -> None:
    rule = _rule({"entry": {"rule": "agreed"}, "provisional": {"rule": "acts", "act": "signature"}})
    deeds = [Deed("A", Deeds.SIGNATURE, "1992-06-15"), Deed("B", Deeds.SIGNATURE, "1992-06-15")]
    found = provisional_application(rule, deeds, Circle(parties=("A", "B")))
    assert found is not None
    assert found.date == "1992-06-15"
    assert provisional_application(ForceRule(Acts(Deeds.DEPOSIT, count=1)), deeds) is None


@given(RULES, DEPOSITS, st.randoms())
def test_order_is_irrelevant(rule: ForceRule, deeds: list[Deed], chance: Any) -> None:
    mixed = list(deeds)
    chance.shuffle(mixed)
    assert entry_into_force(rule, deeds) == entry_into_force(rule, mixed)


@given(RULES, DEPOSITS)
def test_no_party_enters_before_the_treaty(rule: ForceRule, deeds: list[Deed]) -> None:
    whole = entry_into_force(rule, deeds)
    for deed in deeds:
        own = entry_for(rule, deeds, deed.date)
        if own.date is not None:
            assert (whole.earliest or own.date) <= own.date


@given(RULES, DEPOSITS)
def test_a_date_comes_only_from_known_dates(rule: ForceRule, deeds: list[Deed]) -> None:
    force = entry_into_force(rule, [msgspec.structs.replace(deed, date=None) for deed in deeds])
    assert force.date is None
    assert force.missing or force.because


@given(RULES, DEPOSITS, DEPOSITS)
def test_more_deeds_never_delay(rule: ForceRule, deeds: list[Deed], more: list[Deed]) -> None:
    before, after = entry_into_force(rule, deeds).date, entry_into_force(rule, deeds + more).latest
    if before is not None:
        assert after is not None
        assert after <= before
