"""Ids that outlive a run: the same fact has the same id whenever, and wherever, it is told."""

from collections import Counter
from collections.abc import Iterable
from uuid import UUID, uuid5

from treatywatch.registry import Source, TimelineStep

_SPACE = UUID("6f1d3c52-0e6b-5b0a-9a57-2d9a5f1c7e10")


def lasting_id(*parts: str) -> str:
    """A ``urn:uuid:`` made of these words alone."""
    return f"urn:uuid:{uuid5(_SPACE, chr(31).join(parts))}"


def first_fact(steps: Iterable[TimelineStep]) -> str:
    """The fact of the place that was recorded first, which no later page can change; empty without any."""
    sources: list[Source] = [source for step in steps for source in step.sources]
    return min(((source.page.recorded, source.fact or "") for source in sources), default=("", ""))[1]


def last_told(steps: Iterable[TimelineStep]) -> str:
    """When the last place, or the last decision on it, was recorded (ISO 8601, UTC); empty without any."""
    told = [source.page.recorded for step in steps for source in step.sources]
    return max([*told, *(word.recorded for step in steps for word in step.decided)], default="")


def apart(names: Iterable[tuple[str, ...]], keys: Iterable[str]) -> list[str]:
    """An id for each name; where a sentence tells of several agreements or parties, ``keys`` keep their ids apart."""
    names = list(names)
    uses = Counter(names)
    return [lasting_id(*name, *([key] if uses[name] > 1 else [])) for name, key in zip(names, keys, strict=True)]
