"""Rules as JSON, checked field by field. In YAML files they have the same shape and are read with ``load_data``."""

import msgspec

from treatywatch.law.force.rule import Deeds, ForceRule, Instrument
from treatywatch.model import RuleFileError, from_json, is_partial_date, to_json

_ALLOWED = {"act": Deeds, "instruments": Instrument}


def rule_to_json(rule: ForceRule) -> str:
    """The rule as one line of JSON."""
    return to_json(rule)


def rule_from_json(line: str | bytes, where: str = "rule") -> ForceRule:
    """One JSON object as a rule; ``where`` names its file and line for the message.

    Raises RuleFileError naming the place, the field and what is allowed there.
    """
    try:
        rule = from_json(line, ForceRule)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RuleFileError(f"{where}: {error}{_allowed(str(error))}") from error
    for day in _days(msgspec.to_builtins(rule)):
        if not is_partial_date(day):
            raise RuleFileError(f"{where}: {day!r} is no day of the calendar - at a field `date` or `by`")
    return rule


def _allowed(message: str) -> str:
    for field, kind in _ALLOWED.items():
        if f".{field}`" in message or f".{field}[" in message:
            return f"; allowed: {', '.join(kind)}"
    if ".rule`" in message or "`rule`" in message:
        return "; allowed kinds of rule: acts, after, agreed, all_of, any_of, fixed, on_condition"
    return ""


def _days(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [word for key, word in value.items() if key in ("date", "by") and isinstance(word, str)]
        return own + [day for one in value.values() for day in _days(one)]
    if isinstance(value, list | tuple):
        return [day for one in value for day in _days(one)]
    return []
