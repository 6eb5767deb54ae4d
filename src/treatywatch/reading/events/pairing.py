"""Days told in turn with a verb that stands once: "Chile ratified it in 2019 and Peru in 2020"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from treatywatch.language.dates import TimeExpression
from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Step
from treatywatch.reading.actor import Actor
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.dating import Dates
from treatywatch.reading.lists import gapped

_JOINING = frozenset({",", ";", "and", "but", "while"})
_ONCE_MORE = frozenset({"again", "in", "on", "then", "also", "later"})
_BEFORE_A_NAME = frozenset({"det", "compound", "amod", "nummod", "nmod"})
_APART = frozenset({"npadvmod", "dep"})  # what the parser makes of a subject whose verb is left out
_ORGANS = frozenset({"organ", "office", "body"})
_LONGEST = 14


class Turn(NamedTuple):
    """One of several days: whose it is, or of which agreements (``(cluster, word)``), where that changes with it.

    Without a day it is dated as the verb itself is, or as the word ``at`` that the parser joined to it.
    """

    date: TimeExpression | None
    agreements: tuple[tuple[int, int], ...] = ()
    actors: tuple[Actor, ...] = ()
    at: int | None = None


def told_in_turn(page: Parsed, dates: Dates, arguments: Arguments, head: int, kind: Step) -> list[Turn]:
    """What the verb ``head`` itself tells, and what else it tells with days that follow one another behind it.

    Where nobody and no agreement is named between two days, a noun that stands beside the verb may still be meant; an
    agreement was then extended on each of the days.
    """
    behind = _behind(dates, head)
    turns = _after_object(page, dates, arguments, head, behind)
    for (before, first), (words, date) in pairwise(behind):
        between = page.words[before[-1].i + 1 : words[0].i]
        again = Turn(date) if kind is Step.EXTENDED and _is_once_more(between) else None
        turn = _turn(page, arguments, between, date) or again
        if turn is None:
            break
        turns += [Turn(first)] * (not turns)
        turns.append(turn)
    return turns or [Turn(None), *_beside(page, arguments, head)]


def _after_object(
    page: Parsed,
    dates: Dates,
    arguments: Arguments,
    head: int,
    behind: Sequence[tuple[list[Word], TimeExpression]],
) -> list[Turn]:
    """ "On Tuesday the Senate approved it and the House the day after": whoever stands behind what was done it to."""
    words, date = behind[0] if behind else ([], None)
    between = page.words[head + 1 : words[0].i] if words else ()
    opening = next((at for at, word in enumerate(between) if _is_apart(page, arguments, word, head)), None)
    while opening and between[opening - 1].dep in _BEFORE_A_NAME:
        opening -= 1
    if not opening or date is None:
        return []
    turn = _turn(page, arguments, between[opening - 1 :], date)
    ahead = [date for words, date in dates.beside_words(head) if words[0].i < head]
    return [Turn(ahead[-1] if ahead else None), turn] if turn is not None and turn.actors else []


def _behind(dates: Dates, head: int) -> list[tuple[list[Word], TimeExpression]]:
    return [(words, date) for words, date in dates.beside_words(head) if words[0].i > head]


def _is_apart(page: Parsed, arguments: Arguments, word: Word, head: int) -> bool:
    """Whether the word is one who may act, joined to the verb as no argument of it, or to an agreement as if another.

    "The treaty with Chile and the House": no state is taken for such, which the agreement may be with as well, unless
    a comma parts them.
    """
    actor = arguments.actors.of(word.i) if word.pos in {"NOUN", "PROPN"} else None
    if actor is None or not _acts(actor) or arguments.agreement_of(word.i):
        return False
    if word.head == head:
        return word.dep in _APART or word.dep == "conj"
    parted = page.words[word.i - 1].text in {",", ";"} and bool(arguments.agreement_of(word.head))
    return (parted and word.dep in {"conj", "appos"}) or (word.dep == "conj" and actor.kind in _ORGANS)


def _acts(actor: Actor) -> bool:
    return actor.kind != "place" and (bool(actor.codes) or actor.kind in _ORGANS)


def _is_once_more(between: Sequence[Word]) -> bool:
    """ ", again in", "and": nothing but the day is new."""
    return all(word.lower in _JOINING | _ONCE_MORE for word in between)


def _beside(page: Parsed, arguments: Arguments, head: int) -> list[Turn]:
    """ "Concluded a convention in 1867 and a treaty": agreements that the parser joined to the verb itself."""
    listed = ((tuple(arguments.agreement_of(i)), i) for i in gapped(page, head))
    return [Turn(None, agreements, at=i) for agreements, i in listed if agreements]


def day_of_each(page: Parsed, dates: Dates, actors: Sequence[Actor], head: int) -> dict[str, TimeExpression]:
    """The day of each party that has its own: "Chile (2019) and Peru (2020)", "in 2019 and 2020 respectively"."""
    found = {code: date for a in actors if (date := dates.in_brackets(a.word)) is not None for code in a.codes}
    behind = [date for _, date in _behind(dates, head)]
    if not found and len(actors) == len(behind) > 1 and _is_respective(page, head):
        found = {code: date for a, date in zip(actors, behind, strict=True) for code in a.codes}
    return found


def _is_respective(page: Parsed, head: int) -> bool:
    return any(page.words[i].lower == "respectively" for i in page.sentences[page.words[head].sentence])


def _turn(page: Parsed, arguments: Arguments, between: Sequence[Word], date: TimeExpression) -> Turn | None:
    """Of which agreements the words before a day tell, or else of whom; None when they tell of neither."""
    if not _joins(between):
        return None
    nouns = [word.i for word in between if word.pos in {"NOUN", "PROPN"} and not _is_first_part(page, word)]
    if agreements := tuple(hit for i in nouns for hit in arguments.agreement_of(i)):
        return Turn(date, agreements)
    actors = tuple(actor for actor in map(arguments.actors.of, nouns) if _acts(actor))
    return Turn(date, (), actors) if actors else None


def _joins(between: Sequence[Word]) -> bool:
    """ ", and Peru in", "and the Malabo Convention on": no verb of its own."""
    joined = 1 < len(between) <= _LONGEST and between[0].lower in _JOINING
    return joined and not any(word.pos in {"VERB", "AUX"} and word.dep != "case" for word in between)


def _is_first_part(page: Parsed, word: Word) -> bool:
    """Whether a noun is only the first part of what the next one names."""
    return word.dep in {"compound", "poss"} and page.words[word.head].pos in {"NOUN", "PROPN"}
