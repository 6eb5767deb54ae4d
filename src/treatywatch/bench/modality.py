"""Modality where the event is given: mentions in news that people have marked as actual, planned, possible or negated.

The mentions are those of English Wikinews pages in the MEANTIME corpus (NewsReader, CC BY 4.0), one a line of
``data/annotated/meantime_modality4.jsonl``: ``text`` (tokens between spaces), ``mention_tokens``, ``modality``.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from treatywatch.language.parse import Parsed, parse
from treatywatch.model import InputError, Modality
from treatywatch.reading.modality import modality_of

FILE = Path("data", "annotated", "meantime_modality4.jsonl")


class Mention(msgspec.Struct, frozen=True):
    """One marked mention: its sentence, the places of its tokens in it, and what the people who read it said."""

    text: str
    mention_tokens: tuple[int, ...]
    modality: Modality


class Judged(NamedTuple):
    """What was marked, and what the reader says of the same words."""

    mention: Mention
    read: Modality


def figures(shared: Path) -> dict[str, float]:
    """Macro-averaged F1 over the four modalities, and accuracy; nothing when the data are not there."""
    if not (shared / FILE).exists():
        return {}
    judged = judge(shared)
    scores = [f1(judged, modality) for modality in Modality]
    right = sum(one.mention.modality is one.read for one in judged)
    return {"modality macro-F1": sum(scores) / len(scores), "modality accuracy": right / len(judged)}


def judge(shared: Path) -> tuple[Judged, ...]:
    """Every mention with the reader's own answer, in the file's order.

    Raises InputError when a line is no such mention.
    """
    mentions = _mentions(shared / FILE)
    parsed: dict[str, Parsed] = {}
    for mention in mentions:
        if mention.text not in parsed:
            parsed[mention.text] = parse(mention.text)
    return tuple(Judged(mention, _read(parsed[mention.text], mention)) for mention in mentions)


def f1(judged: Sequence[Judged], modality: Modality) -> float:
    """F1 of one modality: the harmonic mean of how often it is given rightly and how much of it is found."""
    counts = Counter((one.mention.modality is modality, one.read is modality) for one in judged)
    both = counts[True, True]
    return 2 * both / (2 * both + counts[True, False] + counts[False, True]) if both else 0.0


def _mentions(path: Path) -> tuple[Mention, ...]:
    try:
        return tuple(msgspec.json.decode(line, type=Mention) for line in path.read_bytes().splitlines() if line.strip())
    except msgspec.ValidationError as error:
        raise InputError(f"{path}: {error}") from error


def _read(page: Parsed, mention: Mention) -> Modality:
    """The reader's answer for the mention's last word that tells something: its verb, or else its last word."""
    starts = _starts(mention.text)
    words = [
        word
        for place in mention.mention_tokens
        if place < len(starts)
        for word in page.between(starts[place], starts[place] + 1)
    ]
    if not words:
        return Modality.ACTUAL
    verbs = [word for word in words if word.pos == "VERB"]
    return modality_of(page, (verbs or words)[-1].i)


def _starts(text: str) -> list[int]:
    """Offset of every token of a text whose tokens stand between single spaces."""
    starts, at = [], 0
    for token in text.split(" "):
        starts.append(at)
        at += len(token) + 1
    return starts
