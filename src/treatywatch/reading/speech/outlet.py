"""Newspapers, agencies and stations: "Reuters", "the news agency Norden", "the broadcaster Kanal 5"."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.speech import grammar
from treatywatch.reading.speech.lexicon import lexicon

_LEADING = frozenset({"the", "a", "an", "its", "their", "our", ",", '"', "“"})


def outlet_named(parsed: Parsed, word: Word, low: int, high: int) -> str | None:
    """The name of the outlet in the noun phrase from ``low`` to ``high`` around ``word``, or None."""
    low = past_article(parsed, low, word.i)
    text = tidy(parsed.text[parsed.words[low].start : word.end])
    if text in lexicon().outlets or f"The {text}" in lexicon().outlets:
        return text
    if not is_outlet_noun(word):
        return _after_noun(parsed, word, low)
    right = parsed.words[word.i + 1 : grammar.with_name(parsed, high) + 1]
    proper = [other for other in right if other.pos == "PROPN"]
    if proper:
        return parsed.text[proper[0].start : proper[-1].end]
    return text if low < word.i and parsed.words[low].pos in {"PROPN", "ADJ"} else None


def is_outlet_noun(word: Word) -> bool:
    """Whether a word is one by which outlets are called ("agency", "paper")."""
    return bool({word.lemma, word.lower} & lexicon().outlet_nouns)


def _after_noun(parsed: Parsed, word: Word, low: int) -> str | None:
    """The name in "the news agency Norden", where it is the head and the noun stands before it."""
    before = parsed.words[low : word.i]
    if word.pos != "PROPN" or not any(is_outlet_noun(other) for other in before):
        return None
    proper = [other for other in before if other.pos == "PROPN" and not is_outlet_noun(other)]
    return tidy(parsed.text[(proper[0] if proper else word).start : word.end])


def past_article(parsed: Parsed, low: int, head: int) -> int:
    """Index of the first word from ``low`` to ``head`` that is no article, possessive pronoun or mark."""
    while low < head and parsed.words[low].lower in _LEADING:
        low += 1
    return low


def tidy(text: str) -> str:
    """A name without what crowds it: spaces, a dateline's dash, quotation marks, the possessive ending."""
    text = " ".join(text.split()).strip(' ,"“”')
    for tail in ("'s", "’s"):
        text = text.removesuffix(tail)
    return text
