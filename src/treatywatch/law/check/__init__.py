"""What cannot be or looks wrong in what is told of an agreement."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.agreement import AgreementFacts
from treatywatch.law.check import consent, dates, order, parties, supersession
from treatywatch.law.check.finding import Asked, CheckRule, Finding, check_rules

__all__ = ["CHECKS", "CheckRule", "Finding", "check", "check_rules"]

CHECKS: dict[str, Callable[[Asked], Iterator[Finding]]] = {
    "no-date": dates.no_date,
    "in-the-future": dates.in_the_future,
    "two-dates": dates.two_dates,
    "unknown-party": parties.unknown_party,
    "before-the-state": parties.before_the_state,
    "after-the-state": parties.after_the_state,
    "ratified-before-signed": order.ratified_before_signed,
    "before-what-it-needs": order.before_what_it_needs,
    "party-before-agreement": order.party_before_agreement,
    "left-before-notice-ran": order.left_before_notice_ran,
    "chamber-ratified": consent.chamber_ratified,
    "in-force-on-home-steps": consent.in_force_on_home_steps,
    "in-force-before-rule": consent.in_force_before_rule,
    "supersession-not-shared": supersession.not_shared,
    "supersession-circle": supersession.circle,
}
"""The function of each rule in ``rules.yaml``."""


def check(
    facts: AgreementFacts,
    acts: Iterable[Act],
    today: date,
    codes: Container[str] | None = None,
    others: Mapping[str, AgreementFacts] | None = None,
) -> tuple[Finding, ...]:
    """Everything that cannot be or looks wrong, impossible things first, each with its rule, article and acts.

    ``codes`` are the codes of all known states and organisations (None: not checked); ``others`` the agreements that
    ``facts.supersedes`` may name, by key. Nothing is corrected; any acts are answered.
    """
    asked = Asked(facts, tuple(sorted(acts, key=lambda act: act.id)), today, codes, others or {})
    found = {one for rule in CHECKS.values() for one in rule(asked)}
    return tuple(sorted(found, key=lambda one: (not one.sure, one.rule, one.acts)))
