from collections import Counter

from treatywatch.bench.identity import Pair, f1, figures, judged
from treatywatch.bench.identity import _cases as cases


def test_there_are_hundreds_of_pairs_of_many_kinds_both_ways() -> None:
    pairs = judged(cases())
    kinds = Counter(pair.kind for pair in pairs)
    assert len(pairs) >= 300
    assert len(kinds) >= 12
    assert min(Counter(pair.same for pair in pairs).values()) >= 100


def test_other_cases_in_the_registry_change_no_verdict() -> None:
    assert judged(cases(), together=True) == judged(cases())


def test_f1_counts_what_is_held_to_be_one() -> None:
    pairs = [Pair("k", "a", "b", *verdict) for verdict in ((True, True), (True, False), (False, True), (False, False))]
    assert f1(pairs) == 0.5
    assert figures()["identity hard pairs F1"] > 0.9
