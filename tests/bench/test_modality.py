"""How the bench judges modality where the mention is given."""

import json
from pathlib import Path

import pytest

from treatywatch.bench.modality import FILE, figures, judge
from treatywatch.model import InputError, Modality

MENTIONS = (
    ("Norway ratified the treaty .", [1], "actual"),
    ("Norway will ratify the treaty .", [2], "planned"),
    ("Norway may ratify the treaty .", [2], "possible"),
    ("Norway did not ratify the treaty .", [3], "negated"),
)


def shared_with(folder: Path, *lines: str) -> Path:
    (folder / FILE).parent.mkdir(parents=True)
    (folder / FILE).write_text("\n".join(lines), "utf-8")
    return folder


def line(text: str, tokens: list[int], modality: str) -> str:
    return json.dumps({"text": text, "mention_tokens": tokens, "modality": modality, "pos": "VERB"})


def test_plain_cases_are_read_as_marked(tmp_path: Path) -> None:
    shared = shared_with(tmp_path, *(line(*mention) for mention in MENTIONS))
    assert [one.read for one in judge(shared)] == list(Modality)
    assert figures(shared) == {"modality macro-F1": 1.0, "modality accuracy": 1.0}


def test_a_wrong_answer_lowers_both_figures(tmp_path: Path) -> None:
    wrong = ("Norway ratified the treaty .", [1], "negated")
    found = figures(shared_with(tmp_path, *(line(*mention) for mention in (*MENTIONS, wrong))))
    assert found["modality accuracy"] == 0.8
    assert 0.5 < found["modality macro-F1"] < 1


def test_without_the_data_there_is_no_figure(tmp_path: Path) -> None:
    assert figures(tmp_path) == {}


def test_a_line_that_is_no_mention_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="modality4"):
        judge(shared_with(tmp_path, '{"text": "Norway signed ."}'))
