"""The people whom a page names, from the names found in it and from the capitals of its grammar."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.speech.lexicon import lexicon
from treatywatch.reading.speech.spans import Cover

_LONGEST = 6
_AFTER_SURNAME = frozenset({"Jr", "Sr", "II", "III", "IV"})
_WITHIN = frozenset({"compound", "amod", "nmod"})


class Person(NamedTuple):
    """One place where the page names a person, without title and possessive ending."""

    start: int
    end: int
    text: str


def people(parsed: Parsed, names: Sequence[Name]) -> tuple[Person, ...]:
    """Every place where a person is named, in text order.

    Those are the names of kind ``person``, widened to the whole run of capitals they stand in, and runs of two capitals
    or more that are no other name; a surname alone counts when the page has it with a first name elsewhere.
    """
    others = Cover((name.start, name.end) for name in names if name.kind != "person")
    known = [(name.start, name.end) for name in names if name.kind == "person"]
    told = Cover(known)
    found = {}
    for run in _runs(parsed):
        for part in _without_titles(run, others):
            span = (part[0].start, part[-1].end)
            named = len(part) > 1 or _is_titled(parsed, part[0])
            if told.touches(*span) or (named and _is_person(parsed, part)):
                found[span] = Person(*span, plain(parsed.text[slice(*span)]))
    runs = Cover(found)
    for span in known:
        if not runs.touches(*span):
            found[span] = Person(*span, plain(parsed.text[slice(*span)]))
    full = {person.text for person in found.values() if " " in person.text}
    found.update(_alone(parsed, {*map(surname, full), *map(first_name, full)}, Cover(found), others))
    return tuple(found[span] for span in sorted(found) if found[span].text)


def plain(text: str) -> str:
    """A person's name without possessive ending and with single spaces."""
    return re.sub(r"['’]s?$", "", " ".join(text.split()))


def surname(name: str) -> str:
    """The word by which a page speaks of the person again: the last, or the first where custom puts it first."""
    words = [word for word in name.split() if word.rstrip(".") not in _AFTER_SURNAME] or name.split()
    return words[0] if words[0] in lexicon().family_first else words[-1]


def first_name(name: str) -> str:
    """The first word of a name, by which some peoples and some pages speak of the person again."""
    return name.split(maxsplit=1)[0]


def _runs(parsed: Parsed) -> Iterator[tuple[Word, ...]]:
    run: list[Word] = []
    for word in parsed.words:
        hyphened = bool(run) and run[-1].text == "-" and run[-1].end == word.start
        proper = (
            word.pos == "PROPN"
            or hyphened
            or (bool(run) and word.text in {"-", "al", "bin", "de", "van", "von", "der"})
        )
        joined = proper and word.text != "," and (not run or _joins(parsed, run[-1], word))
        if not joined and run:
            yield tuple(run)
            run = []
        if proper and (joined or word.pos == "PROPN"):
            run.append(word)
    if run:
        yield tuple(run)


def _joins(parsed: Parsed, last: Word, word: Word) -> bool:
    return last.sentence == word.sentence and parsed.text[last.end : word.start] in {"", " ", "\n"}


def _without_titles(run: tuple[Word, ...], others: Cover) -> Iterator[tuple[Word, ...]]:
    """The run without what is a title, another name, or punctuation at its ends."""
    part: list[Word] = []
    while len(run) > 1 and run[0].lower in lexicon().date_words:
        run = run[1:]
    for word in run:
        taken = others.holds(word.start, word.end)
        if taken or {word.text, word.lower.rstrip(".")} & lexicon().title_words:
            if part:
                yield tuple(part)
            part = []
        elif part or word.text[0].isupper():
            part.append(word)
    while part and not part[-1].text[0].isalnum():
        part.pop()
    if part:
        yield tuple(part)


def _is_titled(parsed: Parsed, word: Word) -> bool:
    """ "WHO chief Tedros", "minister Rau": one capital right after a post."""
    before = parsed.words[word.i - 1] if word.i else word
    near = before.sentence == word.sentence and parsed.text[before.end : word.start] == " "
    return near and before.tag in {"NN", "NNP"} and before.lower in lexicon().person_nouns


def _is_person(parsed: Parsed, part: Sequence[Word]) -> bool:
    words = lexicon()
    barred = _barred()
    if any(word.lower in barred or word.lemma in barred for word in part):
        return False
    if " ".join(word.text for word in part) in words.outlets or any(
        any(c.isdigit() for c in word.text) for word in part
    ):
        return False
    if len(part) > _LONGEST:
        return False
    shouted = all(word.text.isupper() and len(word.text) > 2 for word in part)
    joined = any(parsed.words[c].dep == "cc" for c in part[-1].children)  # "Anna Berg and Carl Dahl asked"
    return not shouted and part[-1].text[:1].isupper() and (joined or part[-1].dep not in _WITHIN)


@cache
def _barred() -> frozenset[str]:
    """Nouns that no person's name holds."""
    words = lexicon()
    return words.body_nouns | words.topic_words | words.document_nouns | words.calendar_words | words.outlet_nouns


def _alone(parsed: Parsed, single: set[str], found: Cover, others: Cover) -> dict[tuple[int, int], Person]:
    """The words that stand alone for someone whom the page names in full elsewhere."""
    return {
        (word.start, word.end): Person(word.start, word.end, word.text)
        for word in parsed.words
        if word.text in single
        and word.pos == "PROPN"
        and not found.touches(word.start, word.end)
        and not others.touches(word.start, word.end)
    }
