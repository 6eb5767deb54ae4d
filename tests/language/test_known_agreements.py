from collections import Counter

from treatywatch.language.agreements import known_agreements


def test_every_name_means_one_agreement() -> None:
    uses = Counter(name.casefold() for known in known_agreements() for name in known.names)
    assert [name for name, count in uses.items() if count > 1] == []


def test_entries_are_whole() -> None:
    for known in known_agreements():
        assert known.source, known.name
        assert list(known.parties) == sorted(known.parties), known.name
        assert known.year is None or known.year.isdigit(), known.name


def test_acronyms_and_full_names_reach_the_same_agreement() -> None:
    by_name = {name: known for known in known_agreements() for name in known.names}
    assert by_name["USMCA"] is by_name["CUSMA"] is by_name["T-MEC"]
    assert by_name["BBNJ Agreement"] is by_name["High Seas Treaty"]
    assert by_name["INF Treaty"].parties == ("SUN", "USA")
    assert by_name["INF Treaty"].laterality == "bilateral"
