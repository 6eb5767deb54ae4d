"""Points for and against two papers being one, each with its reason."""

from functools import cache
from itertools import product

import msgspec

from treatywatch.model.data import load_data
from treatywatch.registry.identity.profile import Profile
from treatywatch.registry.identity.sighting import Window
from treatywatch.registry.identity.wording import same_word, weight

_PACKAGE = __name__.rpartition(".")[0]


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
        *_names(one, other),
        *_topics(one, other),
        *_births(one, other),
        *_happenings(one, other),
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
        return [reason("parties_within", f"the parties of one ({shown}) are among the other's")]
    if a & b and len(a) == len(b) == 2:
        return [reason("other_pair", f"one between {_and(a)}, the other between {_and(b)}")]
    if a & b:
        return [reason("parties_overlap", f"only {shown} in common")]
    return [reason("other_parties", "no party in common")]


def _and(codes: frozenset[str]) -> str:
    return " and ".join(sorted(codes))


def _names(one: Profile, other: Profile) -> list[Reason]:
    acronyms = one.acronyms & other.acronyms
    found = [reason("same_acronym", f"both called {min(acronyms)}")] if acronyms else []
    pairs = [_shared(a, b) for a, b in product(_sorted(one), _sorted(other))]
    if not pairs:
        return found
    points, words = max(pairs, key=lambda pair: pair[0])
    if points > 0:
        found.append(Reason("shared_words", round(points, 3), f"both called “{words}”"))
    elif not acronyms and not one.topics & other.topics:
        found.append(Reason("unshared_words", round(points, 3), "their names have no telling word in common"))
    return found


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
    return [reason("other_topic", f"one on {min(one.topics)}, the other on {min(other.topics)}")]


def _births(one: Profile, other: Profile) -> list[Reason]:
    """The mean over the pages of both sides, so that one wrong date does not decide."""
    if not one.born or not other.born:
        return []
    votes = [(_birth(a, b), one.born[a] * other.born[b]) for a, b in product(sorted(one.born), sorted(other.born))]
    count = sum(n for _, n in votes)
    points = sum(weights().points[feature] * n for feature, n in votes) / count
    feature = max(votes, key=lambda vote: (vote[1], vote[0]))[0]
    words = "made at the same time" if points > 0 else "made at different times"
    return [Reason(feature, round(points, 3), words)]


def _birth(a: Window, b: Window) -> str:
    gap = max((max(a[0], b[0]) - min(a[1], b[1])).days, 0)
    if gap == 0:
        narrow = max((a[1] - a[0]).days, (b[1] - b[0]).days) < 400
        return "same_birth" if narrow else "compatible_birth"
    if gap <= 60:
        return "near_birth"
    return "apart_birth" if gap <= 730 else "other_birth"


def _happenings(one: Profile, other: Profile) -> list[Reason]:
    shared = sorted(one.happened & other.happened)
    if not shared:
        return []
    kind, _, day = shared[0]
    return [reason("shared_happening", f"both {kind.replace('_', ' ')} on {day}", min(len(shared), 2))]


def _genera(one: Profile, other: Profile) -> list[Reason]:
    if one.genus != other.genus:
        return [reason("other_genus", f"one is a {one.genus} paper, the other a {other.genus} paper")]
    return [] if one.genus == "main" else [reason("same_rare_genus", f"both a {one.genus}")]
