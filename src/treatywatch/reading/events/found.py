"""An event before the page's agreements are settled, and how two accounts of one event become one."""

from collections.abc import Iterable
from typing import NamedTuple

from treatywatch.language.names import house_of
from treatywatch.model import Ground, Modality, Span, Step

_EXITS = frozenset({Step.DENOUNCED, Step.SUSPENDED})


class Found(NamedTuple):
    """An event before the page's agreements are settled.

    ``cluster`` numbers its agreement, ``when`` is what dates it in the text's own words, ``grounds`` are the words that
    it was read from; ``severally`` tells that it is said of each of a few ("both parliaments"), ``of_many`` that more
    act than are named ("nearly 100 nations"), ``afar`` that its words name no agreement, so that the one spoken of was
    taken; ``of_nobody`` that nobody is said to take the step ("rejoining it", "it was approved"); ``yearless`` is a day
    whose year the page does not tell (``--06-12``).
    """

    cluster: int
    kind: Step
    modality: Modality
    parties: tuple[str, ...]
    body: str | None
    date: str | None
    place: str | None
    span: Span
    head: int
    rule: str
    known_actor: bool
    when: str | None = None
    grounds: tuple[Ground, ...] = ()
    severally: bool = False
    of_many: bool = False
    afar: bool = False
    of_nobody: bool = False
    yearless: str | None = None


def merged(events: Iterable[Found]) -> list[Found]:
    """One event per agreement, kind, parties and modality, dates that contain one another taken as one."""
    kept: list[Found] = []
    for event in events:
        twin = next((i for i, other in enumerate(kept) if _same(event, other)), None)
        if twin is None:
            kept.append(event)
        else:
            kept[twin] = _better(kept[twin], event)
    return kept


def _same(a: Found, b: Found) -> bool:
    if (a.cluster, a.kind, a.modality) != (b.cluster, b.kind, b.modality):
        return False
    if a.body and b.body and a.body != b.body:
        return False
    if a.kind in _EXITS and _is_by_house(a) != _is_by_house(b):
        return False  # parliament's vote to suspend a treaty suspends nothing yet
    if a.parties != b.parties:
        return False
    if a.when and b.when and not (a.date and b.date) and a.when.lower() != b.when.lower():
        return False  # "ratified it on June 20 … ratified it again on Thursday", on a page without a date
    return a.date is None or b.date is None or a.date.startswith(b.date) or b.date.startswith(a.date)


def _is_by_house(event: Found) -> bool:
    return event.body is not None and house_of(event.body, event.parties) is not None


def _better(a: Found, b: Found) -> Found:
    """The account that tells more: its agreement, a longer date, known parties; the earlier when they tell the same."""

    def told(found: Found) -> tuple[int, int, int, int]:
        return (not found.afar, len(found.date or ""), len(found.parties), bool(found.body))

    best = max((a, b), key=told)
    other = b if best is a else a
    return best._replace(
        body=best.body or other.body,
        place=best.place or other.place,
        parties=best.parties or other.parties,
        yearless=None if best.date else best.yearless or other.yearless,
    )
