"""Lists of words that tell of a step, or that it is another thing (``data/*.yaml`` say what each list holds)."""

from functools import cache

from treatywatch.model.data import load_data

_File = dict[str, str | tuple[str, ...]]


def other_words(name: str) -> frozenset[str]:
    """Words that show that a wording of a step tells of something else: one list of ``elsewhere.yaml``."""
    return _words("elsewhere", name)


def course_words(name: str) -> frozenset[str]:
    """Words for the course of a step, and for when things happen: one list of ``course.yaml``."""
    return _words("course", name)


def announcing_words(name: str) -> frozenset[str]:
    """Words by which a state makes known that it leaves: one list of ``announcing.yaml``."""
    return _words("announcing", name)


@cache
def _words(file: str, name: str) -> frozenset[str]:
    key: type[_File] = _File
    return frozenset(load_data("treatywatch.reading.events", f"data/{file}.yaml", key)[name])
