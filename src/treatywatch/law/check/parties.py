"""Codes that name nobody, and acts of states that did not exist on the day."""

from collections.abc import Iterator

from treatywatch.law.check.finding import Asked, Finding, finding
from treatywatch.law.states import lifetime, state_lives
from treatywatch.law.when import EVER, place


def unknown_party(asked: Asked) -> Iterator[Finding]:
    """Acts of parties whose code is neither among the codes given nor in the table of states."""
    if asked.codes is None:
        return
    for act in asked.acts:
        strange = tuple(code for code in act.parties if code not in asked.codes and code not in state_lives())
        if strange:
            yield finding("unknown-party", act, parties=strange)


def before_the_state(asked: Asked) -> Iterator[Finding]:
    """Acts dated wholly before the first day of a state that does them."""
    for act in asked.done():
        young = tuple(code for code in act.parties if place(act) != EVER and place(act)[1] < lifetime(code)[0])
        if young:
            yield finding("before-the-state", act, parties=young)


def after_the_state(asked: Asked) -> Iterator[Finding]:
    """Acts dated wholly after the last day of a state that does them."""
    for act in asked.done():
        ended = tuple(code for code in act.parties if place(act)[0] > lifetime(code)[1])
        if ended:
            yield finding("after-the-state", act, parties=ended)
