"""Days told in turn with a verb that stands once: "Chile ratified it in 2019 and Peru in 2020"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from treatywatch.language.dates import TimeExpression
from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.actor import Actor
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.dating import Dates
from treatywatch.reading.lists import gapped

_JOINING = frozenset({",", ";", "and", "but", "while"})
_LONGEST = 14


class Turn(NamedTuple):
    """One of several days: whose it is, or of which agreements (``(cluster, word)``), where that changes with it.

    Without a day it is dated as the verb itself is, or as the word ``at`` that the parser joined to it.
    """

    date: TimeExpression | None
    agreements: tuple[tuple[int, int], ...] = ()
    actors: tuple[Actor, ...] = ()
    at: int | None = None


def told_in_turn(page: Parsed, dates: Dates, arguments: Arguments, head: int) -> list[Turn]:
    """What the verb ``head`` itself tells, and what else it tells with days that follow one another behind it.

    Where nobody and no agreement is named between two days, a noun that stands beside the verb may still be meant.
    """
    turns: list[Turn] = []
    for (before, first), (words, date) in pairwise(dates.behind(head)):
        between = page.words[before[-1].i + 1 : words[0].i]
        turn = _turn(page, arguments, between, date)
        if turn is None:
            break
        turns += [Turn(first)] * (not turns)
        turns.append(turn)
    return turns or [Turn(None), *_beside(page, arguments, head)]


def _beside(page: Parsed, arguments: Arguments, head: int) -> list[Turn]:
    """ "Concluded a convention in 1867 and a treaty": agreements that the parser joined to the verb itself."""
    listed = ((tuple(arguments.agreement_of(i)), i) for i in gapped(page, head))
    return [Turn(None, agreements, at=i) for agreements, i in listed if agreements]


def day_of_each(page: Parsed, dates: Dates, actors: Sequence[Actor], head: int) -> dict[str, TimeExpression]:
    """The day of each party that has its own: "Chile (2019) and Peru (2020)", "in 2019 and 2020 respectively"."""
    found = {code: date for a in actors if (date := dates.in_brackets(a.word)) is not None for code in a.codes}
    behind = [date for _, date in dates.behind(head)]
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
    actors = tuple(actor for actor in map(arguments.actors.of, nouns) if actor.codes and actor.kind != "place")
    return Turn(date, (), actors) if actors else None


def _joins(between: Sequence[Word]) -> bool:
    """ ", and Peru in", "and the Malabo Convention on": no verb of its own."""
    joined = 1 < len(between) <= _LONGEST and between[0].lower in _JOINING
    return joined and not any(word.pos in {"VERB", "AUX"} for word in between)


def _is_first_part(page: Parsed, word: Word) -> bool:
    """Whether a noun is only the first part of what the next one names."""
    return word.dep in {"compound", "poss"} and page.words[word.head].pos in {"NOUN", "PROPN"}
