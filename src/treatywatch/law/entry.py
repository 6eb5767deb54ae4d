"""What an agreement's own rule makes of the acts: its day of entry into force, and that of each later party."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from treatywatch.law.act import Act
from treatywatch.law.agreement import AgreementFacts
from treatywatch.law.force import (
    Acts,
    After,
    Circle,
    Deeds,
    Delay,
    Fixed,
    Force,
    ForceRule,
    Rule,
    deeds_of,
    entry_into_force,
)
from treatywatch.law.states import continuator, organisations
from treatywatch.law.when import FIRST, NEVER, place, text
from treatywatch.model import Step

_CONSENT = frozenset({Step.SIGNED, Step.RATIFIED, Step.ACCEDED, Step.DEPOSITED, Step.EXCHANGED})
_GOING = frozenset({Step.WITHDRAWN, Step.DENOUNCED})


class Entry(msgspec.Struct, frozen=True):
    """The first and last day on which the rule can be met (``NEVER`` when it is not), and the acts that met it.

    ``trigger`` is the day that later parties are later than. ``missing`` says in words what the rule still needs.
    ``signature_binds`` when signing alone is consent.
    """

    first: int = NEVER
    last: int = NEVER
    acts: tuple[Act, ...] = ()
    trigger: int = NEVER
    missing: str = ""
    signature_binds: bool = False


def entry_of(facts: AgreementFacts, acts: Iterable[Act]) -> Entry | None:
    """What the agreement's rule gives on the acts, which must be done ones; None when the clause is not known.

    Consent that was given up before the rule was met does not count towards it.
    """
    if facts.force is None:
        return None
    rule, own = facts.force, [_continued(act) for act in acts]
    first, _ = _range(_computed(facts, rule, own))
    standing = _standing(own, first)
    force = _computed(facts, rule, standing)
    first, last = _range(force)
    return Entry(
        first,
        last,
        _deciding(standing, last),
        trigger=_range(_computed(facts, ForceRule(_trigger(rule.entry)), standing))[1],
        missing="; ".join(force.missing),
        signature_binds=_on_signature(_trigger(rule.entry)),
    )


def joining_of(facts: AgreementFacts, entry: Entry | None, begins: int = NEVER) -> Callable[[str, int], int]:
    """From a party's code and day of consent to its own day of entry by the agreement's rule; at once when it has none.

    ``begins`` is the agreement's own day of entry: where too few of the deposits are known to tell when the rule was
    met, it had been met by then, and whoever consents later is late.
    """
    if facts.force is None or facts.force.late is None or entry is None:
        return lambda _party, consent: consent
    late = facts.force.late
    turn = min(begins, entry.trigger if late.than == "trigger" else entry.first)
    return lambda _party, consent: consent if consent <= turn else _delayed(consent, late.delay)


@lru_cache(maxsize=1 << 14)
def _delayed(day: int, delay: Delay) -> int:
    value = text(day)
    return day if value is None else _range(entry_into_force(ForceRule(After(Fixed(value), delay)), ()))[0]


def _continued(act: Act) -> Act:
    codes = tuple([continuator(code) for code in act.parties])
    return act if codes == act.parties else replace(act, parties=codes)


def _computed(facts: AgreementFacts, rule: ForceRule, acts: Sequence[Act]) -> Force:
    sides = tuple(sorted({continuator(code) for code in facts.parties}))
    signed = {code for act in acts if act.step is Step.SIGNED and not act.domestic for code in act.parties}
    circle = Circle(parties=sides, signatories=sides or tuple(sorted(signed)))
    return entry_into_force(rule, deeds_of(acts, organisations()), circle)


def _range(force: Force) -> tuple[int, int]:
    if force.date is not None:
        day = date.fromisoformat(force.date).toordinal()
        return day, day
    if force.missing and force.earliest is None:
        return NEVER, NEVER
    first = date.fromisoformat(force.earliest).toordinal() if force.earliest else FIRST
    return first, date.fromisoformat(force.latest).toordinal() if force.latest else NEVER


def _standing(acts: Sequence[Act], met: int) -> list[Act]:
    """The acts without consent that its party gave up before the day on which the rule would have been met."""
    gone = {code: place(act)[1] for act in acts if _gives_up(act) and place(act)[1] < met for code in act.parties}
    return [act for act in acts if act.step not in _CONSENT or not _given_up(act, gone)] if gone else list(acts)


def _gives_up(act: Act) -> bool:
    return not act.domestic and (act.takes_back in _CONSENT or (act.step in _GOING and act.takes_back is None))


def _given_up(act: Act, gone: dict[str, int]) -> bool:
    return len(act.parties) == 1 and act.step is not Step.SIGNED and place(act)[0] < gone.get(act.parties[0], FIRST)


def _trigger(rule: Rule) -> Rule:
    return _trigger(rule.what) if isinstance(rule, After) else rule


def _on_signature(rule: Rule) -> bool:
    return isinstance(rule, Acts) and rule.act is Deeds.SIGNATURE


def _deciding(acts: Sequence[Act], met: int) -> tuple[Act, ...]:
    """The last acts of consent before the rule was met: those of one day."""
    before = [act for act in acts if act.step in _CONSENT and not act.domestic and place(act)[1] <= met]
    last = max((place(act)[1] for act in before), default=NEVER)
    return tuple(act for act in before if place(act)[1] == last) if met < NEVER else ()
