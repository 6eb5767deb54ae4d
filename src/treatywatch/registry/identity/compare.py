"""Points for and against two papers being one, each with its reason."""

from collections import Counter
from datetime import date
from functools import cache
from itertools import product

import msgspec

from treatywatch.model.data import load_data
from treatywatch.registry.identity.profile import Profile
from treatywatch.registry.identity.sighting import Window
from treatywatch.registry.identity.wording import related, same_word, weight

_PACKAGE = __name__.rpartition(".")[0]
TELLING = -1.0  # words that many subjects share are no subject
_MONTH = 31
_SOON = 60  # days from talks to what they led to
_YEAR = 400  # days: a window no longer than a year and the slack around it


class Weights(msgspec.Struct, frozen=True):
    """The table of ``weights.yaml``."""

    source: str
    threshold: float
    margin: float
    points: dict[str, float]
    common_word: float
    word: float


class Reason(msgspec.Struct, frozen=True):
    """One feature that speaks for (positive points) or against two papers being one."""

    feature: str
    points: float
    words: str


@cache
def weights() -> Weights:
    """The weights, read once."""
    return load_data(_PACKAGE, "data/weights.yaml", Weights)


def compare(one: Profile, other: Profile) -> tuple[Reason, ...]:
    """Why ``one`` and ``other`` are or are not the same agreement; symmetric. The sum of the points decides."""
    found = (
        *_ruled(one, other),
        *_known(one, other),
        *_pages(one, other),
        *_parties(one, other),
        *(names := _names(one, other)),
        *_topics(one, other),
        *_births(one, other),
        *_happenings(one, other, _two_subjects(one, other, names)),
        *_genera(one, other),
    )
    return tuple(reason for reason in found if reason.points)


def total(reasons: tuple[Reason, ...]) -> float:
    """The sum of the points."""
    return sum(reason.points for reason in reasons)


def reason(feature: str, words: str, times: float = 1.0) -> Reason:
    """The reason named in the table, so many times."""
    return Reason(feature, round(weights().points[feature] * times, 3), words)


def _ruled(one: Profile, other: Profile) -> list[Reason]:
    """What people decided: it outranks all else."""
    same = sorted(words for number, side, words in one.rulings & other.rulings if side == "same")
    apart = sorted(
        words
        for number, side, words in one.rulings
        if (number, {"one": "other", "other": "one"}.get(side, ""), words) in other.rulings
    )
    return [
        *(reason("ruled_same", f"held to be one by {words}") for words in same[:1]),
        *(reason("ruled_apart", f"kept apart by {words}") for words in apart[:1]),
    ]


def _known(one: Profile, other: Profile) -> list[Reason]:
    if not one.known or not other.known:
        return []
    if one.best_known == other.best_known:
        return [reason("same_known", f"both name the {one.best_known}")]
    return [reason("other_known", f"one is the {one.best_known}, the other the {other.best_known}")]


def _pages(one: Profile, other: Profile) -> list[Reason]:
    shared = one.pages & other.pages
    if not shared or (one.known and one.best_known == other.best_known):
        return []
    share = len(shared) / min(len(one.pages), len(other.pages))
    return [reason("same_page", "the same page speaks of both as two", share)]


def _parties(one: Profile, other: Profile) -> list[Reason]:
    a, b = one.parties, other.parties
    if not a or not b:
        return []
    shown = ", ".join(sorted(a & b))
    if a == b:
        return [reason("same_parties", f"same parties ({shown})")]
    if a <= b or b <= a:
        if min(len(a), len(b)) == 2:
            return [reason("pair_within", f"the two parties of one ({shown}) are among the other's")]
        return [reason("parties_within", f"the parties of one ({shown}) are among the other's")]
    if a & b and len(a) == len(b) == 2:
        return [reason("other_pair", f"one between {_and(a)}, the other between {_and(b)}")]
    if a & b:
        return [reason("parties_overlap", f"only {shown} in common")]
    if len(a) == len(b) == 1:
        return [reason("one_each", f"told of {min(a)} on the one side, of {min(b)} on the other")]
    return [reason("other_parties", "no party in common")]


def _and(codes: frozenset[str]) -> str:
    return " and ".join(sorted(codes))


def _names(one: Profile, other: Profile) -> list[Reason]:
    acronyms = one.acronyms & other.acronyms
    found = [reason("same_acronym", f"both called {min(acronyms)}")] if acronyms else []
    compared = [(_shared(a, b), a, b) for a, b in product(_sorted(one), _sorted(other))]
    pairs = [pair for pair, a, b in compared if pair[0] > 0 or _placed(a, one) == _placed(b, other)]
    if not pairs:
        return found
    points, words = max(pairs, key=lambda pair: pair[0])
    if points > 0:
        found.append(Reason("shared_words", round(points, 3), f"both called “{words}”"))
    elif not acronyms and not related(one.topics, other.topics):
        found.append(Reason("unshared_words", round(points, 3), "their names have no telling word in common"))
    return found


def _placed(content: list[str], side: Profile) -> bool:
    """Whether a name says where the paper was made: beside one that says what it is about, neither lacks anything."""
    return frozenset(content) in side.places


def _sorted(side: Profile) -> list[list[str]]:
    return sorted(sorted(content) for content in side.contents)


def _shared(a: list[str], b: list[str]) -> tuple[float, str]:
    """Points for what two names share, less those for what each has that the other lacks."""
    table = weights()
    shared = [word for word in a if any(same_word(word, other) for other in b)]
    both = _weigh(shared)
    shorter = min(_weigh(a), _weigh(b))
    apart = min(shorter - both, 1.0)
    points = table.points["shared_words"] * (both / shorter) * min(1.0, both)
    return points + table.points["unshared_words"] * apart, " ".join(shared)


def _weigh(words: list[str]) -> float:
    table = weights()
    return sum(weight(word, table.common_word, table.word) for word in words)


def _topics(one: Profile, other: Profile) -> list[Reason]:
    if not one.topics or not other.topics:
        return []
    shared = one.topics & other.topics
    if shared:
        return [reason("same_topic", f"both on {', '.join(sorted(shared))}")]
    if related(one.topics, other.topics):
        return []
    return [reason("other_topic", f"one on {min(one.topics)}, the other on {min(other.topics)}")]


def _births(one: Profile, other: Profile) -> list[Reason]:
    """The mean over the pages of both sides, so that one wrong date does not decide.

    Pages that tell when it was made outweigh those from which a time before or after follows: where both sides have
    some, these alone count.
    """
    a, b = _telling_births(one.born), _telling_births(other.born)
    if not a or not b:
        a, b = one.born, other.born
    if not a or not b:
        return _appeared(one, other)
    votes = [(_birth(x, y), a[x] * b[y]) for x, y in product(sorted(a), sorted(b))]
    count = sum(n for _, n in votes)
    points = sum(weights().points[feature] * n for feature, n in votes) / count
    feature = max(votes, key=lambda vote: (vote[1], vote[0]))[0]
    words = "made at the same time" if points > 0 else "made at different times"
    return [Reason(feature, round(points, 3), words)]


def _appeared(one: Profile, other: Profile) -> list[Reason]:
    """Where one side tells no time: whether its pages appeared about when the other was made, and were news of it."""
    known, vague = (one, other) if one.born else (other, one)
    days = [window[0] for window in _telling_births(known.born).elements()]
    near = [min((abs((day - made).days) for made in days), default=_YEAR) < _YEAR for day in vague.published.elements()]
    share = sum(near) / len(near) if near and not vague.born else 0.0
    return [reason("near_page", "told of about when the other was signed", share)] if share else []


def _telling_births(born: Counter[Window]) -> Counter[Window]:
    return Counter({window: count for window, count in born.items() if _days(window) < _YEAR})


def _days(window: Window) -> int:
    return (window[1] - window[0]).days


def _birth(a: Window, b: Window) -> str:
    gap = max((max(a[0], b[0]) - min(a[1], b[1])).days, 0)
    if gap == 0:
        return _compatible(a, b)
    if gap <= 60:
        return "near_birth"
    if max(_days(a), _days(b)) <= _MONTH:
        return "other_birth"
    return "apart_birth" if gap <= 730 else "other_birth"


def _compatible(a: Window, b: Window) -> str:
    """How well windows fit that overlap: an act told of soon after another page's signature is likely its sequel."""
    known, sequel = sorted((a, b), key=_days)
    if _days(sequel) < _YEAR:
        return "same_birth"
    if sequel[1] == date.max and _days(known) <= _MONTH and (known[1] - sequel[0]).days <= _SOON:
        return "next_birth"
    soon = _days(known) < _YEAR and (sequel[1] - known[0]).days < _YEAR
    return "soon_birth" if soon else "compatible_birth"


def _two_subjects(one: Profile, other: Profile, names: list[Reason]) -> bool:
    """Whether both names say what they are about, and say different things; a deal's name may be a nickname."""
    unshared = any(each.feature == "unshared_words" and each.points <= TELLING for each in names)
    return unshared and one.nicknamed == other.nicknamed


def _happenings(one: Profile, other: Profile, unshared: bool) -> list[Reason]:
    """Acts on the same day; between two subjects one such act counts nothing: states sign and ratify in bundles."""
    shared = sorted(one.happened & other.happened)
    times = min(len(shared), 2) - unshared
    if times <= 0:
        return []
    kind, _, day = shared[0]
    return [reason("shared_happening", f"both {kind.replace('_', ' ')} on {day}", times)]


def _genera(one: Profile, other: Profile) -> list[Reason]:
    if not one.genus or not other.genus:
        return []  # talks that may end in any kind of paper
    if one.genus != other.genus:
        return [reason("other_genus", f"one is a {one.genus} paper, the other a {other.genus} paper")]
    return [] if one.genus == "main" else [reason("same_rare_genus", f"both a {one.genus}")]
