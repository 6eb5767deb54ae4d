"""The words to quote for an event, and where it took place."""

from collections.abc import Sequence

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed
from treatywatch.model import Span
from treatywatch.reading.grammar import children, clause_of, is_infinitive
from treatywatch.reading.nouns import MONTHS
from treatywatch.reading.patterns import AnyTrigger

_INFINITIVES = frozenset({"xcomp", "acl", "relcl", "ccomp", "advcl"})
_SEPARATE = frozenset({"ccomp", "advcl", "parataxis", "relcl"})


def clause_span(page: Parsed, trigger: AnyTrigger, agreements: Sequence[int]) -> Span:
    """The clause that tells the step: the trigger's, widened to the agreement named in the same sentence."""
    words = page.sentences[page.words[trigger.head].sentence]
    verb = clause_of(page, trigger.head)
    inside = [i for i in (*_clause_words(page, verb), *_governing(page, verb)) if words[0] <= i <= words[-1]]
    inside += [i for i in trigger.words if i in words] + [i for i in agreements if i in words]
    first, last = min(inside), max(inside)
    while last > first and page.words[last].pos == "PUNCT" and page.words[last].text not in {")", '"', "”"}:
        last -= 1
    while first < last and (page.words[first].pos == "PUNCT" or page.words[first].dep in {"cc", "mark"}):
        first += 1
    return Span(page.words[first].start, page.words[last].end)


def _governing(page: Parsed, verb: int) -> list[int]:
    """ "Peru was the sixth to ratify it": an infinitive is quoted with the finite verb above it and its subject."""
    found: list[int] = []
    while is_infinitive(page, page.words[verb]) and not children(page, verb, "nsubj", "nsubjpass"):
        above = clause_of(page, page.words[verb].head)
        if above == verb or page.words[verb].dep not in _INFINITIVES:
            break
        subjects = children(page, above, "nsubj", "nsubjpass")
        found += [above, *(i for subject in subjects for i in page.subtree(subject.i))]
        verb = above
    return found


def _clause_words(page: Parsed, verb: int) -> list[int]:
    """The verb and what hangs on it, without clauses of their own that stand beside it."""
    found, todo = [], [verb]
    while todo:
        at = todo.pop()
        found.append(at)
        for child in page.words[at].children:
            word = page.words[child]
            if word.dep == "conj" and word.pos in {"VERB", "AUX"}:
                continue
            if (
                at == verb
                and word.dep in _SEPARATE
                and any(page.words[c].dep in {"nsubj", "nsubjpass"} for c in word.children)
            ):
                continue
            todo.append(child)
    return found


def place_of(page: Parsed, head: int, names: Sequence[Name]) -> str | None:
    """Where the step was taken: a capitalised place behind "in" or "at" that hangs on the step's own words."""
    for preposition in children(page, head, "prep"):
        if preposition.lower not in {"in", "at"}:
            continue
        for noun in children(page, preposition.i, "pobj"):
            name = next((n for n in names if n.start <= noun.start < n.end), None)
            if name is not None and name.kind in {"place", "state"}:
                return page.text[name.start : name.end]
            if (
                noun.pos == "PROPN"
                and noun.lower not in MONTHS
                and name is None
                and not any(ch.isdigit() for ch in noun.text)
            ):
                first = min(page.subtree(noun.i)[0], noun.i)
                words = [w for w in page.words[first : noun.i + 1] if w.pos == "PROPN"]
                return page.text[words[0].start : noun.end] if words else None
    return _visited(page, head, names)


def _visited(page: Parsed, head: int, names: Sequence[Name]) -> str | None:
    """The place of the visit during which it happens: "signed during his visit to Oslo"."""
    for preposition in children(page, head, "prep"):
        if preposition.lower not in {"during", "on", "at"}:
            continue
        for visit in children(page, preposition.i, "pobj"):
            if visit.lemma not in {"visit", "trip", "summit", "meeting", "talk", "ceremony"}:
                continue
            for to in children(page, visit.i, "prep"):
                name = next((n for n in names if to.end <= n.start <= to.end + 5 and n.kind == "place"), None)
                if to.lower in {"to", "in", "at"} and name is not None:
                    return page.text[name.start : name.end]
    return None
