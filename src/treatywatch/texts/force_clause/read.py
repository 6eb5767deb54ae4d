"""From the words of an entry-into-force clause to rules that the law computes with."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from treatywatch.language.dates import TimeExpression, find_dates
from treatywatch.law.force import Acts, After, AllOf, AnyOf, Deeds, Delay, Fixed, ForceRule, Late, OnCondition, Rule
from treatywatch.texts.force_clause.clause import Doubt, ForceClause, doubt
from treatywatch.texts.force_clause.conditions import conditional
from treatywatch.texts.force_clause.delays import find_delay
from treatywatch.texts.force_clause.triggers import find_trigger
from treatywatch.texts.numbers import number_pattern, ordinal_pattern

_SENTENCE = re.compile(r"(?:[^.;\n]|\.(?=\d)|(?<=\d)\.(?=\s*[a-z])|\n(?!\s*\n))+(?:[.;]|\n|$)")
_SHALL = r"(?:shall|will|does|has|have|is\s+to|to)\b[^.;]{0,140}?"
_ENTERS = re.compile(
    rf"(?:{_SHALL})?\b(?:ent(?:er(?:s|ed)?)|com(?:es?|ing)|came)\s*in\s*to\s*(?:force|effect|operation)|"
    rf"{_SHALL}\b(?:take\s*effect|become\s*effective|be\s*in\s*force\s*(?:from|as)|be\s*effective)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:amendments?|denunciation|withdrawal|termination|suspension|reservations?|declarations?)\b", re.IGNORECASE
)
_LATER_PARTY = re.compile(
    r"\b(?:for|with\s+respect\s+to|in\s+respect\s+of|as\s+regards)\s+(?:each|every|any|a|all|those|the)\b"
    r"(?:[^.;]{0,200}?(?:after|subsequent|later|thereafter)|\s+other\b)|\bsubsequently\b|subsequent\s+to\s+th",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[,;]?\s*\band\s+(?:shall\s+|will\s+|to\s+)?(?:thereafter\s+)?(?:be|remain|continue|stay)\s+(?:valid|in\s+(?:force|effect))",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\b(?:on|upon|from|at|when|once|immediately|as\s+of|after|with\s+effect\s+from|following|by|as\s+soon\s+as)\b",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\b(?:such|any|an)?\s*other\s+(?:date|period|time|day)\s+as\s+[^.;]{0,30}(?:agree|decide)|unless\s+(?:otherwise\s+agreed|the\s+"
    r"parties\s+agree\s+otherwise)|\bor\s+(?:on|after)\s+(?:such|any|another)\s+(?:other\s+)?(?:date|period)[^.;]{0,40}agree",
    re.IGNORECASE,
)
_PROVISIONAL = re.compile(
    r"(?:provision\w+|temporar\w+)[^.;]{0,12}appli\w+|appli\w+[^.;]{0,20}?(?:provision\w+|temporar\w+)", re.IGNORECASE
)
_THEREAFTER = re.compile(
    r"\b(?:and\s+)?thereafter[^.;]{0,10}\bfor\b|\band,?\s+for\s+(?:each|any|every)\b", re.IGNORECASE
)
_OPENS = re.compile(r"\W*(?:\d+\W+)?(?:upon|on|from|with|when|once|as\s+soon\s+as)\b", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:shall|will)\s+(?:enter|come)\s*in\s*to\s*force", re.IGNORECASE)
_MADE = re.compile(r"(?:signed|done|dated|adopted)\b[^.;]{0,40}$", re.IGNORECASE)
_SIGNED = re.compile(r"\bwhen\s+signed\b", re.IGNORECASE)
_TIME = re.compile(
    rf"(?:{number_pattern()}|{ordinal_pattern()})\s*(?:\(\w+\)\s*)?(?:day|week|month|year)", re.IGNORECASE
)
_FALLBACK = re.compile(r"\b(?:or,?\s+)?failing\s+(?:that|which)|\botherwise,?\s+(?:on|it)\b", re.IGNORECASE)
_FLOOR = re.compile(
    r"(?:but\s+)?(?:in\s+no\s+case|not|no)\s+(?:earlier|sooner)\s+than|but\s+not\s+before|provided\s+that\s+[^.;]{0,20}no\s+earlier",
    re.IGNORECASE,
)
_WHICHEVER = re.compile(
    r"whichever\s+(?:date\s+)?(?:is\s+|occurs\s+|comes\s+)?(?:the\s+)?(earlie[rs]t?|later|latest|first|sooner|last)",
    re.I,
)


class _Read(NamedTuple):
    rule: Rule
    only: bool
    name: str


def read_force_clause(text: str, *, amendments: bool = False) -> ForceClause:
    """The rules that an entry-into-force clause lays down, and what of it was not understood. Never raises.

    Sentences about withdrawals and the like are no such clause, nor are those about amendments unless ``amendments``.
    What is not understood gives a doubt with its place and never a guess: no rule rather than a wrong one.
    """
    entries: list[tuple[_Read, str]] = []
    doubts: list[Doubt] = []
    late: Late | None = None
    for start, sentence in _sentences(text):
        found = _ENTERS.search(sentence)
        if not found or _elsewhere(sentence[: found.start() + 12], amendments):
            continue
        own = _own_late(sentence)
        if own is not None or _about_later(sentence, found.start()):
            late = late or own
            continue
        main = _LATER_PARTY.split(sentence[: _end(sentence, found.end())])[0] if late else sentence
        read = _entry(main[: _end(main, found.end())], found.end())
        late = late or _thereafter(sentence)
        if read is None:
            doubts.append(_unread(text, start, sentence))
        elif read.rule not in [known.rule for known, _ in entries]:
            entries.append((read, sentence))
    return _clause(text, entries, doubts, late)


def _clause(text: str, entries: list[tuple[_Read, str]], doubts: list[Doubt], late: Late | None) -> ForceClause:
    agreed = bool(_AGREED.search(text))
    provisional = _provisional(text)
    rules = tuple(
        ForceRule(read.rule, late, provisional, consenting_only=read.only, or_agreed=agreed) for read, _ in entries
    )
    if len(rules) > 1:
        message = f"the clause gives {len(rules)} rules, and it is not clear which one holds"
        doubts.append(doubt("two-readings", message, "decide for one of them", 0, len(text)))
    if not rules and not doubts:
        message = "no entry into force is found in this clause"
        doubts.append(doubt("clause-not-understood", message, "write the rule by hand", 0, len(text)))
    return ForceClause(rules, tuple(doubts), tuple(read.name for read, _ in entries))


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for found in _SENTENCE.finditer(text):
        yield found.start(), found[0]


def _elsewhere(subject: str, amendments: bool) -> bool:
    said = {word.lower()[:9] for word in _ELSEWHERE.findall(subject)}
    return bool(said - {"amendment"} if amendments else said)


def _end(sentence: str, after: int) -> int:
    """Where the entry into force ends and the duration begins."""
    found = _ENDS.search(sentence, after)
    return found.start() if found else len(sentence)


def _unread(text: str, start: int, sentence: str) -> Doubt:
    return doubt(
        "clause-not-understood",
        f"not understood: {' '.join(sentence.split())[:120]!r}",
        "write the rule by hand",
        start,
        min(start + len(sentence), len(text)),
    )


def _about_later(sentence: str, verb: int) -> bool:
    return bool(_LATER_PARTY.search(sentence[:verb]))


def _own_late(sentence: str) -> Late | None:
    """The delay of a later party, of a sentence that speaks of such parties only."""
    found = _ENTERS.search(sentence)
    return _late(sentence[found.end() :]) if found and _about_later(sentence, found.start()) else None


def _thereafter(sentence: str) -> Late | None:
    found = re.search(
        r"\b(?:and\s+)?thereafter[^.;]{0,10}\bfor\b|\band,?\s+for\s+(?:each|any|every)\b", sentence, re.IGNORECASE
    )
    return _late(sentence[found.start() :]) if found else None


def _late(text: str) -> Late | None:
    if delay := find_delay(text):
        return Late(delay.delay)
    return Late(Delay()) if re.search(r"\b(?:on|from|upon)\s+the\s+date\s+of", text, re.IGNORECASE) else None


def _entry(sentence: str, after: int) -> _Read | None:
    """The rule of one sentence, whose verb ends at ``after``."""
    rest = sentence[after:]
    delay = find_delay(rest)
    day = _day(rest)
    if day is not None and (delay is None or day.start < delay.start):
        return _dated(rest, day)
    body = _AGAIN.split(_FLOOR.split(rest)[0])[0]
    if day is not None and not _FLOOR.search(rest):
        return None
    trigger = find_trigger(body[delay.end :] if delay else body) or find_trigger(body)
    if trigger is None or not (delay or _AT_ONCE.search(body)):
        return _preceding(sentence[:after], rest)
    if _two_numbers(body):
        return None
    if delay is None and _TIME.search(body[: trigger.start]):
        return None  # a time that no wording of the table reads ("at the close of the third week after …")
    rule: Rule = After(trigger.acts, delay.delay) if delay else trigger.acts
    if (floor := _floor(rest)) is not None:
        rule = AllOf((rule, floor))
    elif _FLOOR.search(rest):
        return None
    return _Read(_signed_too(rule, body), bool(_those(rest)), trigger.name)


def _two_numbers(body: str) -> bool:
    """Whether a proviso asks for a number of its own beside that of the main condition."""
    main, _, proviso = body.partition("provided")
    found = [trigger for part in (main, proviso) if (trigger := find_trigger(part))]
    return len(found) == 2 and all(one.acts.count is not None for one in found)


def _preceding(before: str, rest: str) -> _Read | None:
    """A delay or condition told before the verb ("thirty days after the deposit …, it shall enter into force")."""
    delay = find_delay(before)
    if rest.strip(" .;,\n"):
        return None
    if delay and (trigger := find_trigger(before[delay.end :])):
        return _Read(After(trigger.acts, delay.delay), False, trigger.name)
    if _OPENS.match(before) and not _TIME.search(before) and (trigger := find_trigger(before)):
        return _Read(trigger.acts, False, trigger.name)
    return None


def _signed_too(rule: Rule, body: str) -> Rule:
    if isinstance(rule, Acts) and rule.act is Deeds.RATIFICATION and _SIGNED.search(body):
        return AllOf((rule, Acts(Deeds.SIGNATURE)))
    return rule


def _those(rest: str) -> bool:
    return bool(re.search(r"in\s+relation\s+to\s+(?:those|these)|for\s+those\b|between\s+those\b", rest, re.IGNORECASE))


def _day(text: str) -> TimeExpression | None:
    whole = (one for one in find_dates(text) if one.kind == "day" and one.year and one.month and one.day)
    return next(
        (one for one in whole if not re.search(r"(?:signed|done|dated|adopted)\b[^.;]{0,40}$", text[: one.start])), None
    )


def _dated(rest: str, day: TimeExpression) -> _Read | None:
    fixed = f"{day.year:04}-{day.month:02}-{day.day:02}"
    if re.search(r"(?:after|before|until|prior\s+to|earlier\s+than)\s*$", rest[: day.start], re.IGNORECASE):
        return None
    if which := _WHICHEVER.search(rest):
        trigger = find_trigger(rest[day.end :])
        pieces = (Fixed(fixed), trigger.acts) if trigger else None
        kind = AllOf if which[1].lower().startswith(("late", "last")) else AnyOf
        return _Read(kind(pieces), False, "whichever") if pieces else None
    main, _, other = _split(rest)
    rule, only = conditional(main, day, fixed)
    if rule is None:
        return None
    if other:
        otherwise = _entry(other, 0)
        if otherwise is None or not isinstance(rule, OnCondition):
            return None
        rule = msgspec.structs.replace(rule, otherwise=otherwise.rule)
    return _Read(rule, only, "fixed-date")


def _split(rest: str) -> tuple[str, str, str]:
    found = _FALLBACK.search(rest)
    return (rest[: found.start()], found[0], rest[found.end() - 3 :]) if found else (rest, "", "")


def _floor(rest: str) -> Rule | None:
    """The day before which the agreement never enters into force."""
    found = _FLOOR.search(rest)
    if not found:
        return None
    tail = rest[found.end() :]
    if day := _day(tail):
        return Fixed(f"{day.year:04}-{day.month:02}-{day.day:02}")
    delay = find_delay(tail)
    if delay and re.search(r"open\w*\s+for\s+signature", tail[delay.end :], re.IGNORECASE):
        return After(Acts(Deeds.OPENING), delay.delay)
    return None


def _provisional(text: str) -> Rule | None:
    found = _PROVISIONAL.search(text)
    if not found:
        return None
    tail = text[found.end() : found.end() + 160]
    if re.match(r"[^.;]{0,60}?\b(?:signature|signing|signed)\b", tail, re.IGNORECASE):
        return Acts(Deeds.SIGNATURE)
    if (day := _day(tail)) is not None:
        return Fixed(f"{day.year:04}-{day.month:02}-{day.day:02}")
    return None
