"""Our rules in the notation of the rows that they are compared with."""

from typing import Any

from treatywatch.law.force import Acts, After, AllOf, AnyOf, Deeds, Delay, Fixed, ForceRule, OnCondition, Rule
from treatywatch.model import to_json
from treatywatch.texts.final_clauses import FinalClause, read_final_clause
from treatywatch.texts.force_clause import read_force_clause

_ENTRY = ("entry_into_force", "amendment", "provisional_application")
_TRIGGERS = {
    "exchange_of_notes_completed": Deeds.EXCHANGE,
    "exchange_of_notifications": Deeds.EXCHANGE,
    "exchange_of_instruments": Deeds.EXCHANGE,
    "receipt_of_last_notification": Deeds.NOTIFICATION,
    "last_notification": Deeds.NOTIFICATION,
    "notification": Deeds.NOTIFICATION,
    "nth_notification": Deeds.NOTIFICATION,
    "secretariat_notification_all_complete": Deeds.NOTIFICATION,
    "last_deposit": Deeds.DEPOSIT,
    "nth_deposit": Deeds.DEPOSIT,
    "all_named": Deeds.DEPOSIT,
    "share_of_members": Deeds.DEPOSIT,
    "nth_ratification": Deeds.RATIFICATION,
    "ratification": Deeds.RATIFICATION,
}


def value_of(rule: ForceRule) -> tuple[str, str | None]:
    """Kind and value of a rule as the rows of trade agreements write them."""
    return _value(rule.entry)


def _value(entry: Rule) -> tuple[str, str | None]:
    match entry:
        case Fixed(date=day) | OnCondition(date=day):
            return "fixed_date", day
        case AllOf(rules=rules) | AnyOf(rules=rules):
            return _value(next((one for one in rules if isinstance(one, Fixed)), rules[0]))
        case After(delay=delay) if delay.first_of_month:
            return "first_of_month", str(delay.first_of_month)
        case After(delay=delay):
            return "days_after", str(delay.days)
        case Acts(act=Deeds.SIGNATURE):
            return "on_signature", None
        case Acts(act=Deeds.EXCHANGE | Deeds.NOTIFICATION):
            return "on_exchange", None
    return "other", None


def final_clause_right(text: str, due: dict[str, Any]) -> tuple[str | None, bool]:
    """What was read of a final clause (None: not understood), and whether it is what the row's rule says."""
    if due["clause"] in _ENTRY:
        rule = read_force_clause(text, amendments=due["clause"] == "amendment").rule
        return (to_json(rule), _entry_right(rule, due)) if rule else (None, False)
    read = read_final_clause(text)
    return (None, False) if read.doubts else (to_json(read), _ending_right(read, due))


def _entry_right(rule: ForceRule, due: dict[str, Any]) -> bool:
    entry, provisional = rule.entry, rule.provisional
    if due.get("provisional_from") and not (isinstance(provisional, Acts) and provisional.act is Deeds.SIGNATURE):
        return False
    if "fixed" in due:
        return _value(entry) == ("fixed_date", due["fixed"]) and _condition_right(entry, due)
    acts, delay = _parts(entry)
    if acts is None or delay != _delay(due.get("delay", {})):
        return False
    wanted = _TRIGGERS.get(due.get("trigger", ""))
    count = due.get("n", due.get("min_deposits", acts.count))
    return (wanted is None or acts.act is wanted) and acts.count == count and bool(acts.weight) == ("weight" in due)


def _condition_right(entry: Rule, due: dict[str, Any]) -> bool:
    return isinstance(entry, OnCondition) == ("condition" in due)


def _parts(entry: Rule) -> tuple[Acts | None, Delay]:
    match entry:
        case Acts():
            return entry, Delay()
        case After(what=Acts() as acts, delay=delay):
            return acts, delay
        case AllOf(rules=rules):
            return _parts(rules[0])
    return None, Delay()


def _delay(raw: dict[str, Any]) -> Delay:
    plain = {name: value for name, value in raw.items() if name != "then"}
    return Delay(**plain, **({"first_of_month": 1} if "then" in raw else {}))


def _ending_right(read: FinalClause, due: dict[str, Any]) -> bool:
    supersession = read.supersession
    match due["clause"]:
        case "supersession" | "priority" | "incorporation":
            partly = due.get("mode") == "partial" or due["clause"] == "priority"
            return supersession is not None and supersession.partly == partly
        case "termination" if "of" in due:
            return supersession is not None and supersession.mode == "ends"
        case "termination":
            return read.leave and (read.notice or Delay()) == _delay(due.get("effect", {}))
    return _lasting_right(read, due)


def _lasting_right(read: FinalClause, due: dict[str, Any]) -> bool:
    term, renewal = due.get("term"), due.get("renewal")
    notice = due.get("termination", {}).get("notice")
    length = (read.indefinite and read.term is None) if term == "indefinite" else read.term == _maybe(term)
    again = (
        (read.renewal is None)
        if renewal is None
        else read.renewal is not None
        and (
            read.renewal.period == (None if renewal["period"] == "indefinite" else _delay(renewal["period"]))
            and read.renewal.opt_out == _maybe(renewal.get("opt_out_notice"))
        )
    )
    return length and again and read.notice == _maybe(notice) and bool(read.until) == ("until" in due)


def _maybe(raw: dict[str, Any] | None) -> Delay | None:
    return _delay(raw) if raw else None
