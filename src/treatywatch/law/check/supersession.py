"""Replacements that leave some parties behind, or that go in a circle."""

from collections.abc import Iterator

from treatywatch.law.check.finding import Asked, Finding, finding
from treatywatch.law.status.span import sides_of


def not_shared(asked: Asked) -> Iterator[Finding]:
    """Earlier agreements of which a party did not make this one."""
    new = sides_of(asked.facts)
    for key in sorted(asked.facts.supersedes):
        old = asked.others.get(key)
        if old is not None and new and (behind := sides_of(old) - new):
            yield finding("supersession-not-shared", parties=tuple(sorted(behind)))


def circle(asked: Asked) -> Iterator[Finding]:
    """This agreement, when following what it replaces leads back to it."""
    seen: set[str] = set()
    ahead = list(asked.facts.supersedes)
    while ahead:
        key = ahead.pop()
        if key == asked.facts.key:
            yield finding("supersession-circle")
            return
        if key not in seen and key in asked.others:
            seen.add(key)
            ahead += asked.others[key].supersedes
