"""Which states and organisations are spoken of where an agreement is."""

from collections import defaultdict
from collections.abc import Sequence

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed
from treatywatch.reading.mentions.mention import Mention

_NEXT_TO = 1  # sentences


def spoken_around(page: Parsed, mentions: Sequence[Mention], names: Sequence[Name]) -> list[Mention]:
    """``mentions`` with the codes of those who are named in their sentence, the one before and the one behind it."""
    told: dict[int, set[str]] = defaultdict(set)
    for name in names:
        if name.codes and (words := page.between(name.start, name.end)):
            told[words[0].sentence].update(name.codes)
    return [mention._replace(around=_near(page.words[mention.head].sentence, told)) for mention in mentions]


def _near(sentence: int, told: dict[int, set[str]]) -> frozenset[str]:
    numbers = range(sentence - _NEXT_TO, sentence + _NEXT_TO + 1)
    return frozenset[str]().union(*(told.get(number, ()) for number in numbers))
