"""Agreements of others than states: "the Memorandum of Understanding between Acme Corporation and Globex Ltd"."""

import re
from collections.abc import Sequence

from treatywatch.language.names import Name
from treatywatch.reading.mentions.title import Title

_SIDES = re.compile(r"\b(?:between|among)\s+(?:the\s+)?(?P<one>[A-Z].*?),?\s+and\s+(?:the\s+)?(?P<other>[A-Z].*)", re.S)


def is_between_others(text: str, title: Title, names: Sequence[Name]) -> bool:
    """Whether the title names its two sides, and neither is a state, an organisation or an organ of one."""
    sides = _SIDES.search(text, title.name_start, title.end)
    if sides is None:
        return False
    spans = (sides.span("one"), sides.span("other"))
    return not any(start <= name.start < end for start, end in spans for name in names)
