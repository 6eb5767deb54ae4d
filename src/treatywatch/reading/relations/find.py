"""How one agreement bears on another: replaces, amends, implements or extends it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from treatywatch.language.parse import Parsed
from treatywatch.model import Modality, RelationType, Span
from treatywatch.model.data import load_data
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.modality import modality_of
from treatywatch.reading.patterns import Index, Trigger, find_triggers, index_rules


class RelationRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"not_": "not", "from_": "from"}):
    """One wording of a relation: where the newer (``from_``) and the older agreement (``to``) stand."""

    name: str
    type: RelationType
    words: tuple[str, ...]
    from_: tuple[str, ...]
    to: tuple[str, ...]
    examples: tuple[str, ...]
    not_: tuple[str, ...]


class _RuleFile(msgspec.Struct, frozen=True):
    source: str
    rules: tuple[RelationRule, ...]


class Related(NamedTuple):
    """A relation between two clusters of a page, with the word that names the older."""

    type: RelationType
    newer: int
    older: int
    named_at: int
    modality: Modality
    span: Span
    head: int
    rule: str


@lru_cache(maxsize=1)
def relation_rules() -> tuple[RelationRule, ...]:
    """All rules, in the order of the file."""
    return load_data("treatywatch.reading.relations", "rules/en.yaml", _RuleFile).rules


@lru_cache(maxsize=1)
def _index() -> Index[RelationRule]:
    return index_rules(relation_rules())


def relating(page: Parsed) -> list[Trigger[RelationRule]]:
    """The wordings of relations in the page."""
    return find_triggers(page, _index())


def replaced_heads(page: Parsed, wordings: Sequence[Trigger[RelationRule]], heads: Sequence[int]) -> dict[int, int]:
    """For each of ``heads`` (nouns that name agreements) that a verb of replacing speaks of, that verb."""
    found: dict[int, int] = {}
    for trigger in wordings:
        if trigger.rule.type is RelationType.SUPERSEDES and trigger.rule.name == "supersedes":
            end = page.sentences[page.words[trigger.head].sentence][-1]
            found.update({head: trigger.head for head in heads if trigger.head < head <= end})
    return found


def find_relations(page: Parsed, arguments: Arguments, wordings: Sequence[Trigger[RelationRule]]) -> list[Related]:
    """The relations that the page tells, in text order, each pair and type once."""
    found: dict[tuple[RelationType, int, int], Related] = {}
    for trigger in wordings:
        replaces = trigger.rule.type is RelationType.SUPERSEDES
        older = (arguments.replaced if replaces else arguments.agreements)(trigger, trigger.rule.to)
        newer = arguments.agreements(trigger, trigger.rule.from_)
        for number, word in older:
            for other, _ in newer[:1]:
                if other != number:
                    related = Related(
                        trigger.rule.type, other, number, word, modality_of(page, trigger.head),
                        _span(page, trigger.head, word, number, arguments), trigger.head, trigger.rule.name,
                    )  # fmt: skip
                    found.setdefault((related.type, other, number), related)
    return sorted(found.values(), key=lambda r: (r.span, r.type, r.older))


def _span(page: Parsed, head: int, word: int, cluster: int, arguments: Arguments) -> Span:
    """From the verb to the end of the older agreement's name, or the name alone where a list goes on."""
    name = next(
        (
            m.span
            for m in arguments.coreference.clusters[cluster].mentions
            if m.span.start <= page.words[word].start < m.span.end
        ),
        Span(page.words[word].start, page.words[word].end),
    )
    verb = page.words[head]
    if verb.sentence == page.words[word].sentence:
        return Span(min(verb.start, name.start), max(verb.end, name.end))
    return name
