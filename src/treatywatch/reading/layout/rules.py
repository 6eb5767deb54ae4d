"""The rules of page furniture: wording as data, compiled once for each language."""

import re
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from treatywatch.model import BlockLabel, RuleFileError
from treatywatch.model.data import load_data

Part = Literal["line", "lead", "tail", "photo", "link", "list", "beside", "under", "end"]
Where = Literal["anywhere", "top", "first"]


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"not_": "not"}):
    """One way in which pages write what is not their own text.

    ``part`` and ``where`` say how and where the ``patterns`` are tried (see the head of the file of rules);
    ``examples`` must get the ``label``, ``not_`` are lines that must stay as they are.
    """

    name: str
    part: Part
    label: BlockLabel
    patterns: tuple[str, ...]
    examples: tuple[str, ...]
    not_: tuple[str, ...]
    where: Where = "anywhere"
    note: str = ""


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All rules of a language, and the lists of words that their patterns name."""

    source: str
    words: dict[str, tuple[str, ...]]
    rules: tuple[Rule, ...]


class Compiled(NamedTuple):
    """A rule ready to be tried."""

    rule: Rule
    pattern: re.Pattern[str]


def rule_file(language: str = "en") -> RuleFile:
    """The rules of ``language`` as written. Raises RuleFileError when the file is malformed."""
    found: RuleFile = load_data("treatywatch.reading.layout", f"rules/{language}.yaml", RuleFile)
    return found


@cache
def rules(part: Part, language: str = "en") -> tuple[Compiled, ...]:
    """The rules that are tried in one way, in the order of the file."""
    file = rule_file(language)
    return tuple(Compiled(rule, _compile(rule, file.words)) for rule in file.rules if rule.part == part)


def _compile(rule: Rule, words: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    pattern = "|".join(rule.patterns)
    # twice, since a list may name another list
    for _ in range(2):
        pattern = re.sub(r"\$([a-z]+)", lambda found: "|".join(words.get(found[1], (found[0],))), pattern)
    try:
        return re.compile(pattern)
    except re.error as error:
        raise RuleFileError(f"reading/layout/rules: rule {rule.name}: a pattern does not compile: {error}") from error
