"""Agreements of others than states: "the Memorandum of Understanding between Acme Corporation and Globex Ltd"."""

import re
from collections.abc import Sequence

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed
from treatywatch.model.data import load_yaml
from treatywatch.reading.mentions.title import Title

_SIDES = re.compile(r"\b(?:between|among)\s+(?:the\s+)?(?P<one>[A-Z].*?),?\s+and\s+(?:the\s+)?(?P<other>[A-Z].*)", re.S)


def is_between_others(text: str, title: Title, names: Sequence[Name]) -> bool:
    """Whether the title names its two sides, and neither is a state, an organisation or an organ of one."""
    sides = _SIDES.search(text, title.name_start, title.end)
    if sides is None:
        return False
    spans = (sides.span("one"), sides.span("other"))
    return not any(start <= name.start < end for start, end in spans for name in names)


def is_at_home(page: Parsed, title: Title) -> bool:
    """Whether a word in the title tells that parties or chambers of one state made it: "a bipartisan budget deal"."""
    words = load_yaml("treatywatch.reading.mentions", "data/nouns.yaml")["at_home"]
    return any(word.lower in words for word in page.between(title.start, title.end))
