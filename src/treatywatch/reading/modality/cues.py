"""Words that tell whether a thing happened (``rules/modality.yaml``)."""

from functools import lru_cache

from treatywatch.model.data import load_yaml


@lru_cache(maxsize=1)
def cue_words() -> dict[str, frozenset[str]]:
    """The words of each class, in lower case."""
    data = load_yaml("treatywatch.reading", "rules/modality.yaml")
    return {name: frozenset(entry["words"]) for name, entry in data["cues"].items()}
