import json
from pathlib import Path

import pytest

from treatywatch.bench.scorer import score
from treatywatch.model import InputError

SHARED = Path("../shared")
DEV = SHARED / "corpus" / "dev"

needs_scorer = pytest.mark.skipif(not (SHARED / "bench" / "score.py").exists(), reason="no corpora in ../shared")


@pytest.mark.shared
@needs_scorer
def test_gold_scores_full_marks_against_itself(tmp_path: Path) -> None:
    scores = score(SHARED, "readings", DEV, DEV / "gold.jsonl")

    assert scores.figures["events strict (+parties, date) F1"] == 1
    assert scores.figures["evidence not verbatim in the text"] == 0


@pytest.mark.shared
@needs_scorer
def test_timelines_are_scored(tmp_path: Path) -> None:
    made = tmp_path / "timelines.jsonl"
    made.write_text(json.dumps({"key": "a", "name": "A", "parties": [], "documents": [], "timeline": []}) + "\n")

    assert score(SHARED, "timelines", DEV, made).figures["agreements given"] == 1


def test_a_missing_scorer_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the scorer failed"):
        score(tmp_path, "readings", DEV, tmp_path / "none.jsonl")
