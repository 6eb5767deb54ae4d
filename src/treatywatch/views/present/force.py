"""Entry-into-force rules, and what they give, in words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from treatywatch.law.force import Acts, After, Agreed, AllOf, AnyOf, Delay, Fixed, ForceRule, OnCondition, Rule
from treatywatch.views.present.words import Told

if TYPE_CHECKING:
    from treatywatch.service.force import ForceAnswer, Outcome
    from treatywatch.texts.final_clauses import FinalClause


def force_lines(answer: "ForceAnswer") -> Iterator[Told]:
    """Each reading of the clause with what it gives, then what the clause says of its end."""
    for outcome in answer.outcomes:
        yield from _outcome(outcome)
    if answer.ending:
        yield from _ending(answer.ending)


def _outcome(outcome: "Outcome") -> Iterator[Told]:
    yield Told("rule", rule_words(outcome.rule), ())
    for name, force in (("in force", outcome.force), ("provisional", outcome.provisional)):
        if force and force.date:
            yield Told(force.date, name, force.because)
        elif force:
            lacking = tuple(f"missing: {word}" for word in force.missing)
            yield Told("not yet" if lacking else "unknown", name, (*lacking, *force.because))


def rule_words(rule: ForceRule) -> str:
    """A whole rule as one sentence without its full stop."""
    words = _words(rule.entry)
    if rule.consenting_only:
        words += ", between those that have consented by then"
    if rule.late:
        words += f"; for later parties {_delay(rule.late.delay)} their own consent"
    if rule.provisional:
        words += f"; provisionally from {_words(rule.provisional)}"
    return words + ("; or on a day the parties agree" if rule.or_agreed else "")


def _words(rule: Rule) -> str:
    match rule:
        case Fixed(date=day):
            return day
        case After(what=what, delay=delay):
            return f"{_delay(delay)} {_words(what)}"
        case AllOf(rules=rules):
            return f"the latest of: {'; '.join(_words(one) for one in rules)}"
        case AnyOf(rules=rules):
            return f"the earliest of: {'; '.join(_words(one) for one in rules)}"
        case OnCondition():
            other = f", otherwise {_words(rule.otherwise)}" if rule.otherwise else ""
            by = f" by {rule.by}" if rule.by else " by then"
            return f"{rule.date}, provided there is {_words(rule.condition)}{by}{other}"
        case Agreed():
            return "a day agreed by the parties"
        case Acts():
            return _acts(rule)


def _acts(rule: Acts) -> str:
    words = f"{rule.act} of {rule.of}" if rule.of else str(rule.act)
    share = f"{rule.share:.0%} of the {rule.pool}" if rule.share else ""
    number = str(rule.count) if rule.count else ""
    if number and share:
        number = f"{number} or {share}, whichever is {'smaller' if rule.lesser else 'larger'}"
    named = ", ".join(rule.named)
    if number or share:
        words += f" by {number or share}" + (
            f", {'besides' if rule.besides else 'among them'} {named}" if named else ""
        )
    elif named:
        words += f" by {named}"
    elif rule.act not in ("exchange", "opening for signature"):
        words += f" by all {rule.pool if rule.pool != 'named' else 'that are listed'}"
    if rule.excepted:
        words += f" but {', '.join(rule.excepted)}"
    return words + (f" holding {rule.weight.share:.0%} of {rule.weight.of}" if rule.weight else "")


def _delay(delay: Delay) -> str:
    parts = [
        f"{count} {unit if count != 1 else unit[:-1]}"
        for unit, count in (("years", delay.years), ("months", delay.months), ("days", delay.days))
        if count
    ]
    if not delay.first_of_month:
        return f"{' and '.join(parts)} after" if parts else "on"
    month = "first day of the month" if delay.first_of_month == 1 else f"first day of month {delay.first_of_month}"
    return f"{month} after {' and '.join(parts)} after" if parts else f"{month} after"


def _ending(ending: "FinalClause") -> Iterator[Told]:
    if ending.term:
        yield Told("term", _delay(ending.term).removesuffix(" after"), ())
    if ending.indefinite:
        yield Told("term", "without end", ())
    if ending.until:
        yield Told("until", ending.until, ())
    if ending.renewal:
        yield Told("renewal", _renewal(ending), ())
    if ending.leave:
        notice = f"{_delay(ending.notice)} notice" if ending.notice else "by notice"
        yield Told("exit", notice, ())
    if ending.supersession:
        part = " in part" if ending.supersession.partly else ""
        yield Told(f"{ending.supersession.mode}", f"{ending.supersession.what}{part}", ())


def _renewal(ending: "FinalClause") -> str:
    renewal = ending.renewal
    period = _delay(renewal.period).removesuffix(" after") if renewal and renewal.period else ""
    notice = (
        f", unless notice is given {_delay(renewal.opt_out).removesuffix(' after')} before"
        if (renewal and renewal.opt_out)
        else ""
    )
    return f"automatic, {f'by {period}' if period else 'without end'}{notice}"
