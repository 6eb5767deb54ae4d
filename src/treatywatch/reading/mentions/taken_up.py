"""Nouns that point back to an agreement whose name has them: "signed the Grain Initiative … the initiative"."""

from collections.abc import Sequence

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Span
from treatywatch.reading.grammar import children
from treatywatch.reading.mentions.mention import Mention

_POINTING = frozenset({"the", "this", "that"})


def taken_up(page: Parsed, named: Sequence[Mention], mentions: Sequence[Mention]) -> list[Mention]:
    """The later places where the noun of one of ``named`` stands alone behind "the", in no other of ``mentions``.

    For agreements that only what is done to them tells to be ones: their nouns name other things elsewhere.
    """
    first = {
        page.words[mention.head].lemma.lower(): mention
        for mention in reversed(named)
        if mention.proper or mention.content
    }
    if not first:
        return []
    taken = [(mention.span.start, mention.span.end) for mention in mentions]
    return [
        _pointing(model, word)
        for word in page.words
        if (model := first.get(word.lemma.lower())) is not None and word.i > model.head
        if _stands_alone(page, word) and not any(start <= word.start < end for start, end in taken)
    ]


def _stands_alone(page: Parsed, word: Word) -> bool:
    before = children(page, word.i, "det", "amod", "compound", "nmod", "poss")
    return word.pos in {"NOUN", "PROPN"} and len(before) == 1 and before[0].lower in _POINTING


def _pointing(model: Mention, word: Word) -> Mention:
    return model._replace(
        head=word.i,
        span=Span(word.start, word.end),
        name=word.text,
        weight="anaphor",
        proper=False,
        definite=True,
        content=frozenset(),
        parties=(),
        year=None,
        made=None,
        short=True,
    )
