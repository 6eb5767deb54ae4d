"""The wording of time expressions: rules as data, compiled and sorted by the words they begin with."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from treatywatch.language.dates.expression import Kind
from treatywatch.model.data import load_data
from treatywatch.model.problem import RuleFileError

_NAME = re.compile(r"\$([A-Za-z_]+)")
_BLANK = re.compile(r"\(\?<[=!][^)]*\)|\[[^\]]*\]| ")
_GAP = r"(?:\s[^\S\n]{0,12})"
_YEAR = r"(?:1[5-9]|2[01])\d\d(?!\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th|ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)?"
_FIGURES = re.compile(rf"{_YEAR}|\d{{1,3}}(?:\w|[.,]?\s{{0,13}}[^\W\d_]|[.,]?\s?[-–—/.&])")
_END = r"(?!\w)(?![.,:]\d)"

FIGURE = "$figure"
"""Stands, among the words with which an expression begins, for all that begin with a digit."""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"not_": "not"}):
    """One way to write time. ``examples`` must be found as marked, in ``not_`` the rule must find nothing.

    With ``follows`` the rule is tried only right after an expression of such a kind, with ``not_after`` not where that
    pattern ends.
    """

    name: str
    kind: Kind
    begins: tuple[str, ...]
    pattern: str
    examples: tuple[str, ...]
    not_: tuple[str, ...]
    gives: dict[str, str | float] = {}
    follows: tuple[Kind, ...] = ()
    not_after: str = ""
    note: str = ""


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All rules of a language, with the words, openings and part patterns that they name."""

    source: str
    words: dict[str, dict[str, str | float]]
    openings: dict[str, tuple[str, ...]]
    patterns: dict[str, str]
    rules: tuple[Rule, ...]


class Compiled(NamedTuple):
    """A rule ready to be tried; ``parts`` are its named groups as ``(part, group)``."""

    rule: Rule
    pattern: re.Pattern[str]
    not_after: re.Pattern[str] | None
    parts: tuple[tuple[str, int], ...]


def rule_file(language: str = "en") -> RuleFile:
    """The rules of ``language`` as written. Raises RuleFileError when the file is malformed."""
    found: RuleFile = load_data("treatywatch.language.dates", f"data/{language}.yaml", RuleFile)
    return found


@cache
def compiled(language: str = "en") -> tuple[Compiled, ...]:
    """The rules of ``language`` in the order in which they are tried."""
    file = rule_file(language)
    named = _named(file)
    return tuple(_compile(rule, named) for rule in file.rules)


@cache
def by_opening(language: str = "en") -> dict[str, tuple[Compiled, ...]]:
    """The rules to try at each word, lower case, and under ``FIGURE`` those for a word that begins with a digit."""
    table: dict[str, list[Compiled]] = {}
    for one in compiled(language):
        for word in dict.fromkeys(_openings(one.rule, rule_file(language))):
            table.setdefault(word, []).append(one)
    return {word: tuple(rules) for word, rules in table.items()}


def may_begin(text: str, at: int, first: str) -> bool:
    """Whether an expression can begin at ``at`` with the word ``first``: a quick look before the rules are tried.

    Only "the", which is everywhere, and figures, which fill tables, are looked at.
    """
    if first == "the":
        return _after_the().match(text, at + len(first)) is not None
    return not first[0].isdigit() or _FIGURES.match(text, at) is not None


@cache
def _after_the() -> re.Pattern[str]:
    file = rule_file()
    found = _either([*file.openings["after_the"], *file.words["ordinal"]])
    return re.compile(rf"\s\s{{0,12}}(?:\d|(?:{found})\b)", re.IGNORECASE)


@cache
def words(name: str, language: str = "en") -> dict[str, str | float]:
    """A list of words with what each means, lower case."""
    return rule_file(language).words[name]


def _openings(rule: Rule, file: RuleFile) -> Iterator[str]:
    for word in rule.begins:
        name = word.removeprefix("$")
        if word in (FIGURE, name):
            yield word
        elif name in file.openings:
            yield from file.openings[name]
        elif name in file.words:
            yield from (re.split(r"\W", entry)[0] for entry in file.words[name])
        else:
            raise RuleFileError(f"language/dates/data: rule {rule.name}: begins with {word}, which is no list of words")


def _named(file: RuleFile) -> dict[str, str]:
    named = {name: _either(list(table)) for name, table in file.words.items()}
    for name in ("month", "weekday"):
        spelled = [form for word in file.words[name] for form in (word.capitalize(), word.upper())]
        named[name.capitalize()] = f"(?-i:{_either(spelled)})"
    named["d"], named["year"] = _DAY, _YEAR
    return named | file.patterns


def _either(table: list[str]) -> str:
    longest = sorted(table, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace("\\ ", " ").replace("'", "['’]") for word in longest) + ")"


def _compile(rule: Rule, named: dict[str, str]) -> Compiled:
    source = rule.pattern
    # four times, since a part may name another
    for _ in range(4):
        source = _NAME.sub(lambda found: named.get(found[1], found[0]), source)
    try:
        pattern = re.compile(f"(?:{_BLANK.sub(_gap, source)}){_END}", re.IGNORECASE)
        not_after = re.compile(f"(?:{_BLANK.sub(_gap, rule.not_after)})$", re.IGNORECASE) if rule.not_after else None
    except re.error as error:
        raise RuleFileError(f"language/dates/data: rule {rule.name}: the pattern does not compile: {error}") from error
    return Compiled(
        rule, pattern, not_after, tuple((part.rstrip("_"), group) for part, group in pattern.groupindex.items())
    )


def _gap(found: re.Match[str]) -> str:
    """Any white space for a blank; one character of it where the width must be fixed."""
    return _GAP if found[0] == " " else found[0].replace(" ", r"\s")
