"""Lists of words that show what a wording of a step does not tell (``data/elsewhere.yaml``)."""

from functools import lru_cache

from treatywatch.model.data import load_yaml


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    data = load_yaml("treatywatch.reading.events", "data/elsewhere.yaml")
    return {name: frozenset(words) for name, words in data.items() if name != "source"}


def other_words(name: str) -> frozenset[str]:
    """The words of one list, in lower case."""
    return _lists()[name]
