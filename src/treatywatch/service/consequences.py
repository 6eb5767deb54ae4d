"""What an answer to an open question would make of an agreement's status."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from treatywatch.law.status import AgreementStatus, status
from treatywatch.registry import Registry
from treatywatch.service.facts import brief


def stages_if_dated(registry: Registry, key: str, fact: str, days: Sequence[str], today: date) -> tuple[str, ...]:
    """The agreement's stage for each day that a step may have; none when it is the same whichever day."""
    told = brief(registry, key)
    asked = {name for name, entry in told.entries.items() if entry.fact == fact}
    found = []
    for day in days:
        acts = [replace(act, done=day) if act.id in asked else act for act in told.acts]
        found.append(_words(status(told.facts, acts, today)))
    return tuple(f"{day}: {words}" for day, words in zip(days, found, strict=True)) if len(set(found)) > 1 else ()


def stage_words(registry: Registry, key: str, today: date) -> str:
    """The agreement's stage on a day, and since when."""
    told = brief(registry, key)
    return _words(status(told.facts, told.acts, today))


def _words(answer: AgreementStatus) -> str:
    stage = answer.stage.replace("_", " ")
    return f"{stage} since {answer.since}" if answer.since else stage
