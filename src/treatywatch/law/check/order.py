"""Acts in an order that cannot be: before the signature, before the agreement, before a notice has run."""

from collections.abc import Iterator

from treatywatch.law.act import Act
from treatywatch.law.check.finding import Asked, Finding, finding
from treatywatch.law.states import continuator
from treatywatch.law.steps import step_law
from treatywatch.law.when import EVER, later, place
from treatywatch.model import Step

_BEGINNING = frozenset({Step.SIGNED, Step.ADOPTED})
_OWN_RULE = frozenset({Step.RATIFIED})


def ratified_before_signed(asked: Asked) -> Iterator[Finding]:
    """Ratifications that lie wholly before the same state's signature."""
    for act in asked.done():
        if act.step is Step.RATIFIED and not act.domestic and act.takes_back is None:
            signed = [one for one in asked.done() if one.step is Step.SIGNED and _shares(one, act)]
            if signed and all(place(act)[1] < place(one)[0] for one in signed):
                yield finding("ratified-before-signed", act, *signed, parties=act.parties)


def before_what_it_needs(asked: Asked) -> Iterator[Finding]:
    """Steps that lie wholly before each of the steps of which they need one.

    Where a signature or adoption would do, one must be known: else what is needed may only not have been told.
    """
    for act in asked.done():
        if act.step in _OWN_RULE or act.succeeds is not None or place(act) == EVER:
            continue
        needs = step_law(act.step).requires
        needed = [one for one in asked.done() if one.step in needs and not one.domestic and _concerns(one, act)]
        begun = not _BEGINNING & set(needs) or any(one.step in _BEGINNING for one in needed)
        if needed and begun and all(place(act)[1] < place(one)[0] for one in needed):
            yield finding("before-what-it-needs", act, *needed, parties=act.parties)


def party_before_agreement(asked: Asked) -> Iterator[Finding]:
    """A party's own entry into force before that of the agreement."""
    force = [act for act in asked.done() if act.step is Step.IN_FORCE and not asked.facts.bilateral]
    whole = [act for act in force if not act.parties]
    for act in force:
        if len(act.parties) == 1 and whole and all(place(act)[1] < place(one)[0] for one in whole):
            yield finding("party-before-agreement", act, *whole, parties=act.parties)


def left_before_notice_ran(asked: Asked) -> Iterator[Finding]:
    """Departures that took effect before the notice that the agreement asks for had run."""
    rule = asked.facts.exit
    if rule is None:
        return
    for act in asked.done():
        if act.step is Step.WITHDRAWN and act.takes_back is None and not act.domestic and place(act) != EVER:
            notices = [one for one in asked.done() if one.step is Step.DENOUNCED and _shares(one, act)]
            given = [one for one in notices if not one.domestic and place(one)[0] <= place(act)[1]]
            last = min(given, key=place, default=None)
            if last is not None and place(act)[1] < later(place(last)[0], rule.months, rule.days):
                yield finding("left-before-notice-ran", act, last)


def _shares(one: Act, other: Act) -> bool:
    return bool({continuator(code) for code in one.parties} & {continuator(code) for code in other.parties})


def _concerns(one: Act, other: Act) -> bool:
    return not one.parties or not other.parties or _shares(one, other)
