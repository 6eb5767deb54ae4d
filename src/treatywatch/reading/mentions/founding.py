"""Organisations that stand for the treaty that founded them: "joined NATO", "accession to the EU", "EU membership"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from treatywatch.language.agreements import known_agreements
from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.model.data import load_data
from treatywatch.reading.grammar import children
from treatywatch.reading.mentions.mention import Mention
from treatywatch.reading.mentions.nouns import nouns


class _Founding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/founding.yaml``: the treaties by organisation, and the verbs and nouns with their prepositions."""

    source: str
    treaties: dict[str, str]
    verbs: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]
    behind: frozenset[str]


class Founded(NamedTuple):
    """Where an organisation stands for its treaty: the ``key`` that the treaty is known by, and its ``title``."""

    start: int
    end: int
    key: str
    title: str


def founding(page: Parsed, names: Sequence[Name]) -> Iterator[Founded]:
    """The organisations that somebody is said to join or leave, as their treaties."""
    data = load_data("treatywatch.reading.mentions", "data/founding.yaml", _Founding)
    for name in names:
        treaty = next((data.treaties[code] for code in name.codes if code in data.treaties), None)
        if treaty is None or name.kind != "organisation":
            continue
        words = page.between(name.start, name.end)
        if words and _is_joined(page, words[-1], data):
            yield Founded(name.start, name.end, _keys()[treaty], treaty)


@lru_cache(maxsize=1)
def _keys() -> dict[str, str]:
    return {name: agreement.name for agreement in known_agreements() for name in agreement.names}


def titled(mention: Mention, joined: Sequence[Founded]) -> Mention:
    """The mention under the treaty's title where it is one of ``joined``; the organisation is no party to its own."""
    title = next((each.title for each in joined if each.start == mention.span.start), None)
    if title is None:
        return mention
    content = frozenset(title.lower().split()) - nouns().colourless
    return mention._replace(name=title, parties=(), content=content)


def _is_joined(page: Parsed, word: Word, data: _Founding) -> bool:
    above = page.words[word.head]
    if word.dep in {"compound", "nmod"} and above.i > word.i:
        return above.lemma in data.behind
    if word.dep == "dobj":
        return "" in data.verbs.get(above.lemma, ()) and not _in_doing(page, above)
    if word.dep != "pobj":
        return False
    return any(above.lower in (data.verbs | data.nouns).get(each.lemma, ()) for each in _over(page, above))


def _over(page: Parsed, preposition: Word) -> Iterator[Word]:
    """What a preposition hangs on: "withdraw from", "pull out of", "took the country out of"."""
    for each in page.ancestors(preposition.i):
        yield each
        if each.pos not in {"ADP", "ADV", "PART", "SCONJ"}:
            return


def _in_doing(page: Parsed, verb: Word) -> bool:
    """ "joined the EU in calling for talks": nobody becomes a member."""
    return any(children(page, prep.i, "pcomp") for prep in children(page, verb.i, "prep"))
