"""Lists of words that tell who does what, and to which agreement (``data/words.yaml`` says what each list holds)."""

from functools import cache

from treatywatch.model.data import load_data

_File = dict[str, str | tuple[str, ...]]


@cache
def word_list(name: str) -> frozenset[str]:
    """The list ``name`` of ``data/words.yaml``, in lower case."""
    key: type[_File] = _File
    return frozenset(load_data("treatywatch.reading", "data/words.yaml", key)[name])
