"""Steps at home taken for consent, and entry into force before its condition is met."""

from collections.abc import Iterator

from treatywatch.law.check.finding import Asked, Finding, finding
from treatywatch.law.entry import entry_of
from treatywatch.law.states import continuator
from treatywatch.law.status.span import sides_of
from treatywatch.law.when import NEVER, place
from treatywatch.model import Step

_HANDED_OVER = frozenset({Step.EXCHANGED, Step.DEPOSITED})
_AT_HOME = frozenset({Step.RATIFIED, Step.APPROVED, Step.SUBMITTED})


def chamber_ratified(asked: Asked) -> Iterator[Finding]:
    """Ratifications said of a chamber, committee, court or electorate."""
    for act in asked.done():
        if act.step is Step.RATIFIED and act.domestic:
            yield finding("chamber-ratified", act)


def in_force_on_home_steps(asked: Asked) -> Iterator[Finding]:
    """A bilateral agreement said to be in force though one side only is known to have ratified, at home."""
    done = asked.done()
    force = [act for act in done if act.step is Step.IN_FORCE]
    home = [act for act in done if act.step in _AT_HOME and any(place(act)[0] <= place(one)[1] for one in force)]
    if not (asked.facts.bilateral and force and home) or any(act.step in _HANDED_OVER for act in done):
        return
    ready = {continuator(code) for act in home for code in act.parties}
    if not sides_of(asked.facts) <= ready:
        yield finding("in-force-on-home-steps", *force, *home, parties=tuple(sorted(sides_of(asked.facts))))


def in_force_before_rule(asked: Asked) -> Iterator[Finding]:
    """An entry into force reported for a day before the agreement's own rule is met by the acts known."""
    entry = entry_of(asked.facts, asked.done())
    if entry is None or entry.first >= NEVER:
        return
    for act in asked.done():
        if act.step is Step.IN_FORCE and not act.domestic and len(act.parties) != 1 and place(act)[1] < entry.first:
            yield finding("in-force-before-rule", act, *entry.acts, parties=act.parties)
