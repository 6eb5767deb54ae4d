"""Which agreement a wording means that names none: the one of its sentence, or the one the page is about."""

from treatywatch.language.parse import Parsed
from treatywatch.reading.grammar import clause_of
from treatywatch.reading.mentions.resolve import Coreference
from treatywatch.reading.patterns import AnyTrigger

_REACH = 4  # sentences


def inside(page: Parsed, coreference: Coreference, trigger: AnyTrigger) -> list[tuple[int, int]]:
    """``(cluster, word)`` of the first two agreements named anywhere below the trigger's words."""
    below = {i for word in trigger.words for i in _phrase(page, word)}
    heads = coreference.heads_between(min(below), max(below))
    return [(number, head) for head, number in heads if head in below][:2]


def _phrase(page: Parsed, i: int) -> list[int]:
    """A word and all below it, without what relative clauses say of its nouns on the way."""
    found, todo = list[int](), [i]
    while todo:
        at = todo.pop()
        found.append(at)
        noun = page.words[at].pos in {"NOUN", "PROPN"}
        todo += [c for c in page.words[at].children if not (noun and page.words[c].dep == "relcl")]
    return found


def from_context(page: Parsed, coreference: Coreference, trigger: AnyTrigger, *, strict: bool) -> list[tuple[int, int]]:
    """The agreement that the trigger's sentence names nearest to it, or (unless ``strict``) the one spoken of.

    An agreement long in being, or one that only a later clause names, gives way to the one spoken of.
    """
    words = page.sentences[page.words[trigger.head].sentence]
    ranked = sorted(
        (_remoteness(page, coreference, head, number, trigger.head), head, number)
        for head, number in coreference.heads_between(words[0], words[-1])
    )
    if ranked:
        remote, head, number = ranked[0]
        if strict or not any(remote[:2]):
            return [(number, head)]
    if strict:
        return []
    before = coreference.before(trigger.head, reach=_REACH)
    if before is None:
        before = coreference.main()
    return [] if before is None else [(before, trigger.head)]


def _remoteness(page: Parsed, coreference: Coreference, at: int, number: int, head: int) -> tuple[bool, bool, int]:
    """How far an agreement named at the word ``at`` lies from a wording that names none: one told before it first."""
    before = at < head or clause_of(page, at) == clause_of(page, head)
    return coreference.clusters[number].old, not before, abs(at - head)


def main_but(coreference: Coreference, trigger: AnyTrigger, subjects: list[int]) -> list[tuple[int, int]]:
    """The agreement that the page is about, those that the trigger's own words or ``subjects`` name left out."""
    own = {coreference.named(i) for i in (trigger.head, *trigger.words, *subjects)}
    main = coreference.main(but=own)
    return [] if main is None else [(main, trigger.head)]
