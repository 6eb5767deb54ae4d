"""Mentions in the plural that name several agreements, one by one: by their years, or by the other side of each."""

import re
from collections.abc import Sequence

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed
from treatywatch.reading.mentions.mention import Mention

_YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b")
_SEVERAL = 2


def by_year(page: Parsed, mention: Mention) -> list[Mention]:
    """One mention for each instrument of a pair: "the Oslo and Madrid Declarations of 1990 and 1991" are two."""
    years = _YEAR.findall(mention.name)
    if not mention.plural or len(years) < _SEVERAL or years[0] == years[1]:
        return [mention]
    inside = [w.i for w in page.between(mention.span.start, mention.span.end) if w.i < mention.head]
    heads = [mention.head, *reversed(inside)]
    return [mention._replace(head=head, year=year, plural=False) for head, year in zip(heads, years, strict=False)]


def by_side(page: Parsed, mentions: Sequence[Mention], names: Sequence[Name]) -> list[Mention]:
    """``mentions`` with one for each state in "its treaties with Chile and Peru": what it has with each of them.

    Only for the last mention of the page: a later one may take up all of them together. A name of their own ("the Suva
    Accords with Chile and Peru") makes them one set.
    """
    return [*mentions[:-1], *(one for mention in mentions[-1:] for one in _each_side(page, mention, names))]


def _each_side(page: Parsed, mention: Mention, names: Sequence[Name]) -> list[Mention]:
    """One for each state behind "with"; that of the first has the head of all, the others their state's last word."""
    if not (mention.plural and mention.one_sided and mention.definite) or mention.proper:
        return [mention]
    sides = [n for n in names if n.kind == "state" and page.words[mention.head].end < n.start < mention.span.end]
    codes = [code for name in sides for code in name.codes[:1]]
    if len(codes) < _SEVERAL or len(set(codes)) < len(codes) or set(codes) != set(mention.parties):
        return [mention]
    last = [page.between(name.start, name.end)[-1].i for name in sides]
    heads = (mention.head, *last[1:])
    return [mention._replace(head=head, parties=(code,), plural=False) for head, code in zip(heads, codes, strict=True)]
