"""Wordings as data: sequences of words with alternatives and gaps, found in a parsed page."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import RuleFileError

_ELEMENT = re.compile(r"(?P<mark>\^?)(?P<forms>[^/?]+?)(?:/(?P<pos>[VNA]))?(?P<optional>\??)")
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "compound", "attr", "conj", "ROOT", "appos", "pcomp"})


_PARTICLES = frozenset({"away", "aside"})  # "was backing away from the pact": hung on the verb as adverbs


class Wording(Protocol):
    """What a rule of any kind must have to be found: a name and its alternative patterns."""

    @property
    def name(self) -> str:
        """The rule's name."""

    @property
    def words(self) -> tuple[str, ...]:
        """The alternative patterns."""


R = TypeVar("R", bound=Wording)


class Element(NamedTuple):
    """One place of a pattern: the forms that may stand there, or a gap of up to ``gap`` words."""

    forms: frozenset[str]
    pos: str
    head: bool
    optional: bool
    gap: int


class Trigger(NamedTuple, Generic[R]):
    """A wording found: its rule, the word whose grammar gives the roles, and all its words."""

    rule: R
    head: int
    words: tuple[int, ...]


class Pattern(NamedTuple, Generic[R]):
    """One wording of a rule, the ``number``-th of all.

    In ``needed`` are, for each place behind the first that no text may lack, its forms.
    """

    number: int
    rule: R
    elements: tuple[Element, ...]
    needed: tuple[frozenset[str], ...]


AnyTrigger = Trigger[Any]
Index = Mapping[str, Mapping[str, Sequence[Pattern[R]]]]
"""Patterns by the word that starts them, then by another that they need, "" where they need none."""


def index_rules(rules: Iterable[R]) -> Index[R]:
    """The wordings of the rules, indexed. Raises RuleFileError naming the rule whose pattern is malformed."""
    index: dict[str, dict[str, list[Pattern[R]]]] = {}
    wordings = ((rule, words) for rule in rules for words in rule.words)
    for number, (rule, words) in enumerate(wordings):
        elements = compile_pattern(words, rule.name)
        needed = tuple(element.forms for element in elements[1:] if not element.optional)
        for form in elements[0].forms:
            by_other = index.setdefault(form, {})
            for other in max(needed, key=_shortest, default=("",)):  # longer words are rarer
                by_other.setdefault(other, []).append(Pattern(number, rule, elements, needed))
    return index


def _shortest(forms: frozenset[str]) -> int:
    return min(map(len, forms))


def compile_pattern(pattern: str, rule: str) -> tuple[Element, ...]:
    """The pattern's elements. Raises RuleFileError when one is malformed or the pattern starts with a gap."""
    elements = tuple(_element(part, rule) for part in pattern.split())
    if not elements or elements[0].gap:
        raise RuleFileError(f"rule {rule}: pattern {pattern!r} must start with a word")
    return elements


def _element(part: str, rule: str) -> Element:
    if part.startswith(".."):
        if not part[2:].isdigit():
            raise RuleFileError(f"rule {rule}: gap {part!r} must be '..' and a number of words")
        return Element(frozenset(), "", head=False, optional=True, gap=int(part[2:]))
    match = _ELEMENT.fullmatch(part)
    if match is None:
        raise RuleFileError(f"rule {rule}: {part!r} is no word, alternatives, gap or /V /N /A")
    return Element(
        frozenset(match["forms"].split("|")), match["pos"] or "", bool(match["mark"]), bool(match["optional"]), 0
    )


def find_triggers(page: Parsed, index: Index[R]) -> list[Trigger[R]]:
    """Every wording of every rule in the page, longest first where they share their head."""
    found: dict[tuple[str, int], Trigger[R]] = {}
    for word in page.words:
        for form in (word.lemma,) if word.lemma == word.lower else (word.lemma, word.lower):
            if form not in index:
                continue
            for _, rule, elements, _ in _possible(index[form], page.forms[word.sentence]):
                words = _match(page, elements, 0, word.i, page.sentences[word.sentence][-1])
                if words is not None and not _is_phrasal(page, words) and not _holds_another_act(page, words):
                    trigger = Trigger(rule, _head(page, elements, words), tuple(words))
                    best = found.get((rule.name, trigger.head))
                    if best is None or len(best.words) < len(trigger.words):
                        found[rule.name, trigger.head] = trigger
    return sorted(found.values(), key=lambda t: (t.head, -len(t.words)))


def _possible(by_other: Mapping[str, Sequence[Pattern[R]]], forms: Set[str]) -> list[Pattern[R]]:
    """Of patterns that start alike those whose other words are all among ``forms``, in their order."""
    near = [pattern for other in ("", *(by_other.keys() & forms)) for pattern in by_other.get(other, ())]
    found = [pattern for pattern in near if not any(map(forms.isdisjoint, pattern.needed))]
    if len(found) < 2:
        return found
    numbered = {pattern.number: pattern for pattern in found}
    return [numbered[number] for number in sorted(numbered)]


def _is_phrasal(page: Parsed, words: list[int]) -> bool:
    """Whether one verb was found of a phrasal verb that means something else ("break up" is not "break")."""
    beside = (page.words[c] for c in page.words[words[0]].children)
    return len(words) == 1 and any(w.dep == "prt" or (w.dep == "advmod" and w.lower in _PARTICLES) for w in beside)


def _holds_another_act(page: Parsed, words: list[int]) -> bool:
    """ "was put on hold in May and came back into force": no "put … into force", for another verb lies between."""
    between = (page.words[i] for i in range(words[0] + 1, words[-1]) if i not in words)
    return any(w.dep == "conj" and w.head in words and w.tag in {"VBD", "VBZ", "VBP"} for w in between)


def _match(page: Parsed, elements: tuple[Element, ...], nth: int, at: int, last: int) -> list[int] | None:
    """The words from ``at`` to ``last`` that fit the elements from the ``nth`` on, or None."""
    if nth == len(elements):
        return []
    element = elements[nth]
    if element.gap:
        for skip in range(element.gap + 1):
            found = _match(page, elements, nth + 1, at + skip, last)
            if found is not None:
                return found
        return None
    if at <= last and _fits(page.words[at], element):
        found = _match(page, elements, nth + 1, at + 1, last)
        if found is not None:
            return [at, *found]
    return _match(page, elements, nth + 1, at, last) if element.optional else None


def _fits(word: Word, element: Element) -> bool:
    if word.lower not in element.forms and word.lemma not in element.forms:
        return False
    if element.pos == "V":
        return word.pos in {"VERB", "AUX"} or word.tag.startswith("VB")
    if element.pos == "N":
        return word.pos in {"NOUN", "PROPN"} or (word.tag == "VBG" and word.dep in _NOMINAL)
    if element.pos == "A":
        return word.pos == "ADJ" or word.tag in {"VBN", "JJ"}
    return True


def _head(page: Parsed, elements: tuple[Element, ...], words: list[int]) -> int:
    marked = next((element for element in elements if element.head), None)
    if marked is not None:
        return next(i for i in words if _fits(page.words[i], marked))
    verb = next((i for i in words if page.words[i].pos in {"VERB", "AUX"}), None)
    return words[0] if verb is None or elements[0].pos == "N" else verb
