"""Where two texts were run together without a stop: "…third countries Ministers shake hands…"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from treatywatch.model.data import load_yaml

_SEAM = re.compile(r"(?<![\w’'-])([a-z][\w’'-]*|[\w’'-]*\d[\w’'-]*|[A-Z][\w’'-]+)[”\"’')]? (?=[“\"‘]?[A-Z])")

_FIRST_WORDS = re.compile(r"[“\"‘]?(\w+) (\w)")


@cache
def seam_words(name: str) -> frozenset[str]:
    """One of the lists of words by which texts that were run together are told apart."""
    listing: Any = load_yaml("treatywatch.reading.layout", "rules/seams.yaml")
    return frozenset(listing[name])


def seams(text: str) -> Iterator[int]:
    """Offsets at which a new text may begin: a capital after a lower-case word that does not lead on to a name."""
    leads_on = seam_words("leads_on")
    for found in _SEAM.finditer(text):
        if found[1][0].islower() and found[1] not in leads_on:
            yield found.end()


def opening(text: str) -> int | None:
    """Offset of the first word after a seam that can only open a sentence ("The talks", "He", "According"), or None."""
    openers, leads_on = seam_words("openers"), seam_words("leads_on")
    for found in _SEAM.finditer(text):
        word = _FIRST_WORDS.match(text, found.end())
        if word is not None and word[1] in openers and (found[1] not in leads_on or word[2].islower()):
            return found.end()
    return None


def caption_start(text: str) -> int | None:
    """Offset at which a caption begins that was run together with the heading before it, or None.

    What follows must say what is seen ("shake hands", "poses") or only name who is seen, and what precedes must be a
    clause of its own.
    """
    verbs = seam_words("finite_verbs")
    for at in seams(text):
        before = text[:at].split()
        if len(before) >= 5 and not verbs.isdisjoint(before) and _is_caption(text[at:].split()):
            return at
    return None


def _is_caption(words: list[str]) -> bool:
    if words[0].lower() in {"file", "pictured:"}:
        return True
    seen, leads_on = seam_words("seen_in_pictures"), seam_words("leads_on")
    bare = [word.strip(".,") for word in words]
    if len(words) >= 4 and not seen.isdisjoint(bare[1:]):
        return True
    return len(words) >= 2 and all(word[:1].isupper() or word in leads_on for word in bare)
