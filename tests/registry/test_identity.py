"""Which sightings are one agreement. Each case names the papers that pages speak of and which of them are one."""

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from treatywatch.model import Agreement, Event, Modality, Span, Step
from treatywatch.registry.identity.cluster import Group, components, groups
from treatywatch.registry.identity.describe import describe
from treatywatch.registry.identity.sighting import Sighting, sighting

_numbers = count()


def seen(
    name: str,
    parties: str = "",
    form: str = "agreement",
    signed: str | None = None,
    page: str | None = None,
    published: str | None = None,
    aliases: tuple[str, ...] = (),
    year: str | None = None,
    unresolved: bool = False,
    expected: str | None = None,
) -> Sighting:
    codes = tuple(sorted(parties.split()))
    events = [
        Event("a", Step.SIGNED, modality, codes, None, day, None, None, "", Span(0, 0))
        for modality, day in ((Modality.ACTUAL, signed), (Modality.PLANNED, expected))
        if day
    ]
    agreement = Agreement("a", name, form, codes, aliases, year=year, unresolved=unresolved)
    number = next(_numbers)
    return sighting((page or f"page-{number:04d}", number), agreement, events, published)


def together(*sightings: Sighting) -> list[set[str]]:
    return [{member.name for member in group.profile.members} for group in groups(sightings)]


SAME = {
    "talks, and the declaration that came of them within two months": [
        seen("peace talks", "CHL FJI", "talks", published="2018-06-20"),
        seen("Joint Declaration of Peace", "CHL FJI", "declaration", signed="2018-07-09"),
    ],
    "the papers call a declaration a deal": [
        seen("Joint Declaration on the Reef", "CHL FJI", "declaration", signed="2018-07-09"),
        seen("reef deal", "CHL FJI", published="2018-08-01"),
    ],
    "a place of signing beside a subject in small letters": [
        seen("Ohrid Treaty", "ALB BGR", "treaty", signed="1998-03-01"),
        seen("Ohrid landmine treaty"),
    ],
    "what is agreed politically first, and the treaty on it": [
        seen("Agreement on the Reef Islands", "FJI VUT", signed="2025-05-22"),
        seen("political agreement between the two governments", "FJI VUT", expected="2025"),
    ],
    "a nickname of the papers and a title, signed on one day": [
        seen("Agreement on Dairy Quotas", "CAN CHE", signed="1995-04-15"),
        seen("cheese deal", "CAN CHE", signed="1995-04-15"),
    ],
    "named after a place, and after what it is about": [
        seen("Ohrid Agreement", "BGR ALB", signed="2018-06-17"),
        seen("accord on the name", "BGR ALB"),
    ],
    "aliases that a page joins": [
        seen("Harbour Pact", "NOR CHL", aliases=("Treaty on Shared Ports",)),
        seen("Treaty on Shared Ports", "NOR CHL", "treaty"),
    ],
    "an acronym and its long name, both well known": [
        seen("CUSMA"),
        seen("United States-Mexico-Canada Agreement", "USA MEX CAN"),
    ],
    "a long name that holds its acronym": [
        seen("Reciprocal Access Agreement (RAA)", "JPN FIN"),
        seen("RAA", "JPN FIN"),
    ],
    "generic words, same parties, same day": [
        seen("a trade deal", "AUS PER", signed="2018-02-12"),
        seen("free trade agreement with Peru", "AUS PER", signed="2018-02-12"),
    ],
    "the treaty with a party's name only": [
        seen("extradition treaty with Fiji", "FJI NZL", "treaty"),
        seen("the treaty", "FJI NZL", "treaty"),
    ],
    "the Soviet Union and Russia": [
        seen("INF Treaty", "USA SUN", "treaty"),
        seen("the 1987 INF pact", "USA RUS", "pact"),
    ],
    "a long title whose parties one page leaves out": [
        seen("Treaty of Peace, Friendship and Cooperation", "TZA BDI", "treaty"),
        seen("the Treaty of Peace, Friendship and Cooperation", "", "treaty"),
    ],
    "one place written in two ways": [
        seen("Mogadisho Accord", "SOM KEN", "accord"),
        seen("Mogadishu Accord", "SOM KEN", "accord"),
    ],
    "a signature put off by months": [
        seen("border treaty", "GUY SUR", "treaty", expected="2009-03", published="2009-01-20"),
        seen("border treaty", "GUY SUR", "treaty", signed="2009-11-05"),
    ],
    "a host named with the parties": [
        seen("peace and normalisation accord", "BTN CHN OMN", "accord", signed="2022-03-10"),
        seen("deal to normalise relations", "BTN CHN", "deal", signed="2022-03-10"),
    ],
    "a part of a subject called by the whole": [
        seen("visiting forces agreement", "FJI NOR", signed="2021-09-08"),
        seen("defence pact", "FJI NOR", "pact", published="2021-10-01"),
    ],
    "one member's exit in words that are no title": [
        seen("Treaty on Open Rivers", "", "treaty", signed="1991-03-24"),
        seen("open rivers pact", "CAN", "pact"),
    ],
    "what papers say of its fate": [
        seen("broken and disputed treaty", "BLZ HND", "treaty"),
        seen("Treaty of Friendship", "BLZ HND", "treaty"),
    ],
    "a well-known name with a year and in other words": [seen("Paris Agreement of 2015"), seen("Paris climate accord")],
}

APART = {
    "a declaration and a treaty, neither called a deal": [
        seen("Joint Declaration on the Reef", "CHL FJI", "declaration", signed="2018-07-09"),
        seen("reef treaty", "CHL FJI", "treaty", published="2018-08-01"),
    ],
    "made at a place, and made with the state that is governed from there": [
        seen("Ottawa Treaty", form="treaty", signed="1997-12-03"),
        seen("political accord with Ottawa", "CAN FRA"),
    ],
    "a signature put off, and another's years before": [
        seen("air services agreement", "CHL FJI", signed="2003-04-02"),
        seen("air services agreement", "CHL FJI", expected="2019-06", published="2019-03-01"),
    ],
    "headlines in capitals that share a word": [
        seen("SENATOR PRAISES LUMBER AGREEMENT", "CAN USA"),
        seen("SENATOR HONORS SUGAR AGREEMENT", "CAN JAM"),
    ],
    "two papers of a kind that has an acronym": [
        seen("MOU on seeds", "CHN FJI", "memorandum of understanding"),
        seen("MOU on lighthouses", "CHN FJI", "memorandum of understanding"),
    ],
    "a pair of states beside an agreement of all": [
        seen("Paris Agreement", "MEX USA"),
        seen("new agreement", "MEX USA"),
    ],
    "one state's agreements of one name with each of two others": [
        seen("Harvest Workers Agreement", "SEN", signed="2019-03-12"),
        seen("Harvest Workers Agreement", "HND", signed="2021-05-28"),
    ],
    "two subjects signed on one day": [
        seen("Agreement on Plant Seeds", "ARG VNM", signed="2016-05-12"),
        seen("Agreement on Lighthouses", "ARG VNM", signed="2016-05-12"),
    ],
    "a partnership and the treaty that followed it twenty months later": [
        seen("Migration Partnership", "DNK GHA", "partnership", signed="2021-04-20"),
        seen("migration treaty", "DNK GHA", "treaty", signed="2022-12-06"),
    ],
    "same parties, same year, other subjects": [
        seen("fisheries agreement", "NOR ISL", signed="2020-03-01"),
        seen("taxation agreement", "NOR ISL", signed="2020-09-01"),
    ],
    "a protocol and its parent": [
        seen("Air Services Agreement", "QAT BRA", signed="2015-05-05"),
        seen("Protocol to the Air Services Agreement", "QAT BRA", "protocol", signed="2019-05-05"),
    ],
    "a successor of the same name": [
        seen("Treaty of Friendship", "MNG KAZ", "treaty", signed="1993-10-22"),
        seen("Treaty of Friendship", "MNG KAZ", "treaty", signed="2007-08-12"),
    ],
    "the same kind with another state": [
        seen("visiting forces agreement", "PHL NZL"),
        seen("visiting forces agreement", "PHL CAN"),
    ],
    "two that one page keeps apart": [
        seen("a peace treaty", "ERI SDN", "treaty", page="p"),
        seen("a border treaty", "ERI SDN", "treaty", page="p"),
    ],
    "NAFTA and its successor": [seen("NAFTA", "USA MEX CAN"), seen("USMCA", "USA MEX CAN")],
    "an earlier treaty of the same city": [
        seen("Paris Agreement"),
        seen("Treaty of Paris", "GBR USA", "treaty", year="1783"),
    ],
    "a declaration and a treaty": [
        seen("joint declaration on water", "UZB TJK", "declaration", signed="2018-03-09"),
        seen("treaty on water", "UZB TJK", "treaty", signed="2018-03-09"),
    ],
    "papers with nothing but a word in common": [seen("the agreement"), seen("the agreement")],
    "a page that calls one by words for the other": [
        seen("Economic Partnership Agreement", "KOR VNM", signed="2015-05-05"),
        seen("Strategic Partnership Agreement", "KOR VNM", signed="2015-05-05", aliases=("trade agreement",)),
    ],
    "a title that two pairs of states have used, told without parties": [
        seen("Treaty of Peace, Friendship and Cooperation", "MWI ZMB", "treaty"),
        seen("Treaty of Peace, Friendship and Cooperation", "LAO MMR", "treaty"),
        seen("Treaty of Peace, Friendship and Cooperation", "", "treaty"),
    ],
    "unnamed sets": [
        seen("several agreements", "RUS PRK", unresolved=True),
        seen("several agreements", "RUS PRK", unresolved=True),
    ],
}


@pytest.mark.parametrize("case", SAME.values(), ids=SAME)
def test_one_agreement(case: list[Sighting]) -> None:
    assert len(groups(case)) == 1


@pytest.mark.parametrize("case", APART.values(), ids=APART)
def test_two_agreements(case: list[Sighting]) -> None:
    assert len(groups(case)) == len(case)


def test_a_vague_mention_joins_the_only_agreement_that_fits_in_time() -> None:
    old = seen("border treaty", "PER ECU", "treaty", signed="1942-01-29")
    new = seen("peace treaty", "PER ECU", "treaty", signed="1998-10-26")
    vague = seen("the treaty", "PER ECU", "treaty", signed="1998-10-26")
    assert {"peace treaty", "the treaty"} in together(old, new, vague)


def test_an_act_goes_to_the_agreement_signed_shortly_before() -> None:
    old = seen("migration partnership", "DNK GHA", signed="2021-04-20")
    new = seen("migration treaty", "DNK GHA", "treaty", signed="2022-12-06")
    act = Event("a", Step.SUBMITTED, Modality.ACTUAL, ("DNK",), None, "2023-01-20", None, None, "", Span(0, 0))
    agreement = Agreement("a", "the migration agreement", "agreement", ("DNK", "GHA"))
    told = sighting(("page-z", 0), agreement, [act], "2023-01-21")
    assert {"migration treaty", "the migration agreement"} in together(old, new, told)


def test_a_page_that_tells_no_time_goes_to_the_agreement_that_was_news_when_it_appeared() -> None:
    old = seen("migration partnership", "DNK GHA", signed="2011-04-20", published="2011-04-21")
    new = seen("asylum treaty", "DNK GHA", "treaty", signed="2022-12-06", published="2022-12-07")
    vague = seen("the deal", "DNK GHA", "deal", published="2022-11-15")
    assert {"asylum treaty", "the deal"} in together(old, new, vague)


def test_every_joined_page_has_reasons_that_add_up() -> None:
    [group] = groups(
        [
            seen("fisheries pact", "NOR CHL", signed="2021-05-04"),
            seen("pact on fisheries", "NOR CHL", signed="2021-05-04"),
        ]
    )
    [reasons] = group.because.values()
    words = {reason.words for reason in reasons}
    assert {"same parties (CHL, NOR)", "both signed on 2021-05-04"} <= words
    assert sum(reason.points for reason in reasons) >= 3


def test_a_persons_word_outranks_the_machines() -> None:
    one, other = seen("Harbour Pact", "NOR CHL"), seen("Harbour Pact", "NOR CHL")
    apart = [
        structs.replace(one, rulings=frozenset({(1, "one", "A. Lie: two texts")})),
        structs.replace(other, rulings=frozenset({(1, "other", "A. Lie: two texts")})),
    ]
    assert (len(groups([one, other])), len(groups(apart))) == (1, 2)
    ruled = frozenset({(2, "same", "A. Lie: one text")})
    far = [structs.replace(seen("tax treaty", side), rulings=ruled) for side in ("FJI TON", "QAT OMN")]
    assert len(groups(far)) == 1


EVERY = [one for case in (*SAME.values(), *APART.values()) for one in case]


def _partition(found: tuple[Group, ...]) -> set[frozenset[tuple[str, int]]]:
    return {frozenset(member.ref for member in group.profile.members) for group in found}


@settings(max_examples=200, deadline=None)
@given(st.permutations(EVERY))
def test_the_order_in_which_pages_come_changes_nothing(shuffled: list[Sighting]) -> None:
    expected = groups(EVERY)
    found = groups(shuffled)
    assert _partition(found) == _partition(expected)
    assert [describe(one) for one in found] == [describe(one) for one in expected]


def test_keys_are_for_people_and_distinct() -> None:
    found = [describe(one) for one in groups(EVERY)]
    assert len({one.marked for one in found}) == len(found)
    keys = {one.slug for one in found}
    assert "fji-nzl-extradition-treaty" in keys
    assert "paris-agreement-2015" in keys


def test_words_connect_no_papers_between_two_other_pairs_of_parties() -> None:
    by_pair = [seen("Timber Tariff Agreement", pair) for pair in ("CHL NOR", "FJI NZL", "CHL NOR")]
    assert [len(together) for together in components(by_pair)] == [2, 1]
    assert len(list(components([*by_pair, seen("Timber Tariff Agreement")]))) == 1


@given(st.text(max_size=200))
def test_any_name_can_be_looked_at(name: str) -> None:
    [group] = groups([seen(name)])
    assert describe(group).slug


def test_names_longer_than_any_title_are_looked_at_quickly(page: Callable[..., object]) -> None:
    assert len(groups([seen("x(" * 500_000), seen("treaty " * 100_000)])) == 2


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_days_at_the_ends_of_the_calendar_are_days(day: str) -> None:
    said = Event("a", Step.NEGOTIATED, Modality.ACTUAL, (), None, day, None, None, "", Span(0, 0))
    early = sighting(("page-early", 0), Agreement("a", "border treaty", "treaty", ("GUY", "SUR"), ()), [said], None)
    late = seen("border treaty", "GUY SUR", expected=day)
    assert len(groups([early, late])) in {1, 2}
