"""What an entry-into-force clause lays down, and what it gives on the acts told in a file."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from treatywatch.law.force import (
    Circle,
    Deed,
    Force,
    ForceRule,
    entry_into_force,
    provisional_application,
)
from treatywatch.model import InputError, is_partial_date
from treatywatch.texts.final_clauses import FinalClause, read_final_clause
from treatywatch.texts.force_clause import Doubt, read_force_clause

T = TypeVar("T")


class Outcome(msgspec.Struct, frozen=True):
    """One reading of the clause as a rule, with what it gives; ``force`` is None when no acts were told."""

    rule: ForceRule
    force: Force | None = None
    provisional: Force | None = None


class ForceAnswer(msgspec.Struct, frozen=True):
    """A clause read: its ``outcomes``, one for each reading, what it says of its ``ending``, and what is in doubt."""

    clause: str
    outcomes: tuple[Outcome, ...]
    ending: FinalClause | None
    doubts: tuple[Doubt, ...]


def force_of(clause: str, events: str | None = None) -> ForceAnswer:
    """The rules of a clause (its words, a file that holds them, or ``-`` for standard input).

    ``events`` names a file of JSON Lines: acts (``party``, ``act``, ``date``, and where needed ``instrument`` and
    ``organisation``) and, on a line of their own, who is concerned (``parties``, ``signatories``, ``members``).
    Raises InputError naming file, line and field when an event cannot be used, or when a file cannot be read.
    """
    text = _clause(clause)
    told = _events(events) if events else None
    read = read_force_clause(text)
    ending = read_final_clause(text)
    doubts = read.doubts if read.rules or ending.doubts else ()
    return ForceAnswer(
        clause=text,
        outcomes=tuple(_outcome(rule, told) for rule in read.rules),
        ending=None if ending.doubts else ending,
        doubts=doubts,
    )


def _outcome(rule: ForceRule, told: tuple[list[Deed], Circle] | None) -> Outcome:
    if told is None:
        return Outcome(rule)
    return Outcome(rule, entry_into_force(rule, *told), provisional_application(rule, *told))


def _clause(given: str) -> str:
    if given == "-":
        return sys.stdin.read()
    try:
        return Path(given).read_bytes().decode("utf-8", "replace") if Path(given).is_file() else given
    except (OSError, ValueError):
        return given  # too long for a file's name: the words of the clause themselves


def _events(name: str) -> tuple[list[Deed], Circle]:
    try:
        lines = Path(name).read_bytes().splitlines()
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: the events cannot be read: {error}") from error
    return _told(name, ((number, line) for number, line in enumerate(lines, 1) if line.strip()))


def _told(name: str, lines: Iterable[tuple[int, bytes]]) -> tuple[list[Deed], Circle]:
    deeds: list[Deed] = []
    circle = Circle()
    for number, line in lines:
        where = f"{name}:{number}"
        raw = _object(line, where)
        if raw.keys() & set(Circle.__struct_fields__):
            circle = _as(raw, Circle, where)
        else:
            deeds.append(_deed(raw, where))
    return deeds, circle


def _object(line: bytes, where: str) -> dict[str, object]:
    try:
        return msgspec.json.decode(line, type=dict[str, object])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{where}: {error}; write one JSON object a line") from error


def _deed(raw: dict[str, object], where: str) -> Deed:
    deed = _as(raw, Deed, where)
    if deed.date is not None and not is_partial_date(deed.date):
        raise InputError(f"{where}: {deed.date!r} is no date in the field date; write YYYY, YYYY-MM or YYYY-MM-DD")
    return deed


def _as(raw: dict[str, object], kind: type[T], where: str) -> T:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise InputError(f"{where}: {error}; {_ALLOWED[kind]}") from error


_ALLOWED: dict[Any, str] = {
    Deed: "an act has party, act (signature, ratification, deposit, notification, exchange, opening for signature) and "
    "date, and may have instrument (ratification, acceptance, approval, accession, succession, formal confirmation, "
    "definitive signature) and organisation (true or false)",
    Circle: "who is concerned is told by parties, signatories and members, each a list of codes",
}
