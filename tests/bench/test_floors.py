from treatywatch.bench.floors import fallen, held
from treatywatch.bench.history import Measured, history, keep
from treatywatch.bench.report import report


def test_a_figure_below_its_floor_is_named_and_one_above_is_not() -> None:
    up = next(each for each in held() if not each.less_is_better)
    down = next(each for each in held() if each.less_is_better)

    assert fallen({up.name: up.floor, down.name: down.floor, "held to nothing": 0}) == ()
    assert len(fallen({up.name: up.floor - 0.1, down.name: down.floor + 1})) == 2
    assert up.name in fallen({up.name: up.floor - 0.1})[0]


def test_the_history_keeps_one_run_a_day_and_the_report_shows_it(tmp_path) -> None:
    path = tmp_path / "benchmarks" / "history.jsonl"
    keep(path, Measured("2026-01-01", "0.1.0", {"relations F1": 0.25, "pages": 7}))
    keep(path, Measured("2026-01-02", "0.1.0", {"relations F1": 0.5}))
    kept = keep(path, Measured("2026-01-02", "0.1.0", {"relations F1": 0.75, "pages": 9}))

    assert history(path) == kept
    assert [each.day for each in kept] == ["2026-01-01", "2026-01-02"]
    page = report(kept)
    assert "| relations F1 | 0.250 | 0.750 |" in page
    assert "| pages | 9 |" in page
