from pathlib import Path

import pytest

from treatywatch.bench.dates import figures, in_context

SHARED = Path(__file__).resolve().parents[3] / "shared"


def test_expressions_in_context_mean_what_a_careful_reader_takes_them_to_mean():
    cases, wrong = in_context()
    assert cases >= 300
    assert wrong == []


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="no development corpora beside the checkout")
def test_values_out_of_context_reach_the_floor():
    assert figures(SHARED)["time expressions without context"] >= 0.94
