"""Talks of two states on a page that names what they agreed long ago: on an agreement that has no name yet."""

from collections.abc import Iterator, Sequence

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Span
from treatywatch.reading.grammar import children
from treatywatch.reading.mentions.known import known_parties
from treatywatch.reading.mentions.mention import Mention
from treatywatch.reading.mentions.nouns import nouns

_SIDES = frozenset({"state", "demonym"})
_PAIR = 2


def talks_on_new(page: Parsed, found: Sequence[Mention], names: Sequence[Name], today: str | None) -> list[Mention]:
    """Mentions of what is being negotiated, where nothing but the talks tells of it.

    "Peru sends a delegation to Santiago for peace talks. The Lima Accord with Chile, signed in 2000, …": the two talk
    of what comes after the old one. Talks with a subject ("talks on fish") are on that.
    """
    old = [frozenset(sides) for mention in found if (sides := _long_ago(mention, today)) is not None]
    taken = [(mention.span.start, mention.span.end) for mention in found]
    return [
        made
        for word in page.words
        if _is_talks(word) and not any(start <= word.start < end for start, end in taken)
        if (made := _on_new(page, word, names, old)) is not None
    ]


def _is_talks(word: Word) -> bool:
    return word.tag == "NNS" and word.lemma in nouns().talks


def _long_ago(mention: Mention, today: str | None) -> tuple[str, ...] | None:
    """The sides, as far as its mention tells them, of an agreement made in a year before the last; None for others."""
    made = mention.made or mention.year
    aged = mention.old or (made is not None and today is not None and int(made) < int(today[:4]) - 1)
    sides = mention.parties or known_parties().get(mention.known or "", ())
    of_all = mention.known is not None and not sides
    return sides if aged and not of_all else None


def _on_new(page: Parsed, word: Word, names: Sequence[Name], old: Sequence[frozenset[str]]) -> Mention | None:
    kinds = [w for w in children(page, word.i, "compound", "amod") if w.lower in nouns().of_talks]
    sides = frozenset(_sides(page, word, names))
    told = [sides, *(pair for pair in old if kinds)] if any(pair <= sides or sides <= pair for pair in old) else []
    pair = next((tuple(sorted(pair)) for pair in told if len(pair) == _PAIR and sides <= pair), None)
    if pair is None or any(w.lower in nouns().on for w in children(page, word.i, "prep")):
        return None
    start = kinds[0].start if kinds else word.start
    return Mention(
        head=word.i,
        span=Span(start, word.end),
        name=page.text[start : word.end],
        form="talks",
        weight="strong",
        proper=False,
        definite=False,
        plural=False,
        fresh=True,
        content=frozenset(w.lower for w in kinds),
        parties=pair,
        year=None,
    )


def _sides(page: Parsed, word: Word, names: Sequence[Name]) -> Iterator[str]:
    """The states named below the noun: "the talks going on between Chile and Peru", "Chile's talks with Peru"."""
    below = [page.words[i] for i in page.subtree(word.i)]
    for name in names:
        if name.kind in _SIDES and any(name.start <= w.start < name.end for w in below):
            yield from name.codes[:1]
