"""Words that tell of the course of a step (``data/course.yaml`` says what each class holds)."""

from functools import lru_cache

from treatywatch.model.data import load_yaml


@lru_cache(maxsize=16)
def course_words(name: str) -> frozenset[str]:
    """The lemmas of one class."""
    return frozenset(load_yaml("treatywatch.reading.events", "data/course.yaml")[name])
