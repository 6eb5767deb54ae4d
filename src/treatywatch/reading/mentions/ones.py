"""Agreements that "one" stands for, with another side: "a treaty with Fiji … one with Peru", "Chile has had one"."""

from collections.abc import Sequence

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Span
from treatywatch.reading.grammar import noun_arguments, subjects
from treatywatch.reading.mentions.mention import Mention

_ONES = frozenset({"one", "another", "that"})
_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr"})
_SIDES = frozenset({"state", "demonym", "place", "organisation"})
_NEXT_TO = 1  # sentences


def ones(page: Parsed, mentions: Sequence[Mention], names: Sequence[Name]) -> list[Mention]:
    """The words that stand for another agreement of the kind just named, told by whom it is with or who has it."""
    found = []
    for word in page.words:
        if word.lower not in _ONES or word.dep not in _PLACES:
            continue
        model = _named_before(page, word, mentions)
        codes = _codes(page, noun_arguments(page, word.i, "with", "between"), names) or _holders(page, word, names)
        if model is not None and codes:
            found.append(_like(model, word, codes))
    return found


def _named_before(page: Parsed, word: Word, mentions: Sequence[Mention]) -> Mention | None:
    before = [m for m in mentions if m.head < word.i and m.weight != "anaphor" and not m.plural]
    last = max(before, key=lambda m: m.head, default=None)
    return last if last is not None and word.sentence - page.words[last.head].sentence <= _NEXT_TO else None


def _holders(page: Parsed, word: Word, names: Sequence[Name]) -> tuple[str, ...]:
    """ "Chile has had one since June"."""
    verb = page.words[word.head]
    if word.lower != "one" or word.dep != "dobj" or verb.lemma != "have":
        return ()
    return _codes(page, subjects(page, verb.i), names)


def _codes(page: Parsed, words: Sequence[int], names: Sequence[Name]) -> tuple[str, ...]:
    starts = [page.words[i].start for i in words]
    told = [n for n in names if n.kind in _SIDES and any(n.start <= start < n.end for start in starts)]
    return tuple(sorted({code for name in told for code in name.codes}))


def _like(model: Mention, word: Word, codes: tuple[str, ...]) -> Mention:
    return Mention(
        head=word.i,
        span=Span(word.start, word.end),
        name=model.form,
        form=model.form,
        weight=model.weight,
        proper=False,
        definite=word.lower == "that",
        plural=False,
        fresh=False,
        content=frozenset(),
        parties=codes,
        year=None,
        one_sided=True,
    )
