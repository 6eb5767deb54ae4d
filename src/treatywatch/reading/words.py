"""Lists of words that tell who does what, and to which agreement (``data/words.yaml`` says what each list holds)."""

from treatywatch.model.data import load_words


def word_list(name: str) -> frozenset[str]:
    """The list ``name`` of ``data/words.yaml``, in lower case."""
    return load_words("treatywatch.reading", "data/words.yaml", name)
