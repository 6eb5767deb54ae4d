"""Lists of words that tell of a step, or that it is another thing (``data/*.yaml`` say what each list holds)."""

from treatywatch.model.data import load_words

_PACKAGE = "treatywatch.reading.events"


def other_words(name: str) -> frozenset[str]:
    """Words that show that a wording of a step tells of something else: one list of ``elsewhere.yaml``."""
    return load_words(_PACKAGE, "data/elsewhere.yaml", name)


def course_words(name: str) -> frozenset[str]:
    """Words for the course of a step, and for when things happen: one list of ``course.yaml``."""
    return load_words(_PACKAGE, "data/course.yaml", name)


def announcing_words(name: str) -> frozenset[str]:
    """Words by which a state makes known that it leaves: one list of ``announcing.yaml``."""
    return load_words(_PACKAGE, "data/announcing.yaml", name)
