from treatywatch.bench.dates import in_context


def test_expressions_in_context_mean_what_a_careful_reader_takes_them_to_mean():
    cases, wrong = in_context()
    assert cases >= 300
    assert wrong == []
