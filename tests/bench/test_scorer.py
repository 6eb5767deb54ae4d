import json
from pathlib import Path

import pytest

from treatywatch.bench.scorer import score
from treatywatch.model import InputError


def test_gold_scores_full_marks_against_itself(shared: Path) -> None:
    gold = shared / "corpus" / "dev"
    scores = score(shared, "readings", gold, gold / "gold.jsonl")

    assert scores.figures["events strict (+parties, date) F1"] == 1
    assert scores.figures["evidence not verbatim in the text"] == 0


def test_timelines_are_scored(shared: Path, tmp_path: Path) -> None:
    made = tmp_path / "timelines.jsonl"
    made.write_text(json.dumps({"key": "a", "name": "A", "parties": [], "documents": [], "timeline": []}) + "\n")

    assert score(shared, "timelines", shared / "corpus" / "dev", made).figures["agreements given"] == 1


def test_a_missing_scorer_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the scorer failed"):
        score(tmp_path, "readings", tmp_path, tmp_path / "none.jsonl")
