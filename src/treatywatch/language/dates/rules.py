"""The wording of time expressions: rules as data, joined into one pattern."""

import re
from functools import cache
from typing import NamedTuple

import msgspec

from treatywatch.language.dates.expression import Kind
from treatywatch.model.data import load_data
from treatywatch.model.problem import RuleFileError

_GROUP = re.compile(r"\(\?P(<|=)(\w+)(>|\))")
_NAME = re.compile(r"\$([A-Za-z_]+)")
_BLANK = re.compile(r"\(\?<[=!][^)]*\)|\[[^\]]*\]| ")
_GAP = r"(?:\s[^\S\n]?)"
_YEAR = r"(?:1[5-9]|2[01])\d\d(?!\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?"


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"not_": "not"}):
    """One way to write time. ``examples`` must be found as marked, in ``not_`` the rule must find nothing."""

    name: str
    kind: Kind
    pattern: str
    examples: tuple[str, ...]
    not_: tuple[str, ...]
    gives: dict[str, str | float] = {}
    note: str = ""


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All rules of a language, with the words and the part patterns that they name."""

    source: str
    words: dict[str, dict[str, str | float]]
    patterns: dict[str, str]
    rules: tuple[Rule, ...]


class Joined(NamedTuple):
    """All rules as one pattern.

    ``parts[n]`` lists the parts of rule ``n`` as ``(part, group)``. The outer group of rule ``n`` is named ``rule_n``.
    """

    pattern: re.Pattern[str]
    rules: tuple[Rule, ...]
    parts: tuple[tuple[tuple[str, int], ...], ...]


def rule_file(language: str = "en") -> RuleFile:
    """The rules of ``language`` as written. Raises RuleFileError when the file is malformed."""
    found: RuleFile = load_data("treatywatch.language.dates", f"data/{language}.yaml", RuleFile)
    return found


@cache
def joined(language: str = "en") -> Joined:
    """The rules of ``language`` in one alternation, the first that fits being the one that counts."""
    file = rule_file(language)
    named = _named(file)
    sources = [f"(?P<rule_{number}>{_source(rule, number, named)})" for number, rule in enumerate(file.rules)]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(sources)})(?!\w)(?![.,:]\d)", re.IGNORECASE)
    parts: list[list[tuple[str, int]]] = [[] for _ in file.rules]
    for group, index in pattern.groupindex.items():
        part, _, number = group.rpartition("_")
        if part != "rule":
            parts[int(number)].append((part.rstrip("_"), index))
    return Joined(pattern, file.rules, tuple(tuple(found) for found in parts))


@cache
def words(name: str, language: str = "en") -> dict[str, str | float]:
    """A list of words with what each means, lower case."""
    return rule_file(language).words[name]


def _named(file: RuleFile) -> dict[str, str]:
    named = {name: _either(list(table)) for name, table in file.words.items()}
    for name in ("month", "weekday"):
        spelled = [form for word in file.words[name] for form in (word.capitalize(), word.upper())]
        named[name.capitalize()] = f"(?-i:{_either(spelled)})"
    named["n"] = f"(?:{named['number']}|\\d{{1,3}})"
    named["d"], named["year"] = _DAY, _YEAR
    return named | file.patterns


def _either(table: list[str]) -> str:
    return "(?:" + "|".join(re.escape(word).replace("\\ ", " ") for word in sorted(table, key=len, reverse=True)) + ")"


def _source(rule: Rule, number: int, named: dict[str, str]) -> str:
    pattern = rule.pattern
    # three times, since a part may name another
    for _ in range(3):
        pattern = _NAME.sub(lambda found: named.get(found[1], found[0]), pattern)
    pattern = _BLANK.sub(_gap, pattern)
    pattern = _GROUP.sub(lambda found: f"(?P{found[1]}{found[2]}_{number}{found[3]}", pattern)
    try:
        re.compile(pattern)
    except re.error as error:
        raise RuleFileError(f"language/dates/data: rule {rule.name}: the pattern does not compile: {error}") from error
    return pattern


def _gap(found: re.Match[str]) -> str:
    """Any white space for a blank; one character of it where the width must be fixed."""
    return _GAP if found[0] == " " else found[0].replace(" ", r"\s")
