"""Additions to an agreement that are agreed on their own: "the annex to the Rhine Convention"."""

from collections.abc import Iterator, Sequence

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import noun_arguments
from treatywatch.reading.mentions.nouns import nouns


def additions(page: Parsed, known: Sequence[tuple[int, int, str]]) -> Iterator[int]:
    """The indices of the nouns for what is added to an agreement, which must be named behind "to".

    ``known`` are ``(start, end, key)`` of agreements recognised by their own names.
    """
    for word in page.words:
        if word.lemma.lower() not in nouns().additions or word.pos not in {"NOUN", "PROPN"}:
            continue
        if any(_is_agreement(page.words[i], known) for i in noun_arguments(page, word.i, "to")):
            yield word.i


def _is_agreement(word: Word, known: Sequence[tuple[int, int, str]]) -> bool:
    form = nouns().forms.get(word.lemma.lower())
    return (form is not None and form["weight"] != "anaphor") or any(s <= word.start < e for s, e, _ in known)
