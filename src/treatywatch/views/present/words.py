"""Steps, actors and mandates as people read them."""

import calendar
from typing import NamedTuple

from treatywatch.model import Mandate, Modality


class Told(NamedTuple):
    """One fact for people: when (empty where unknown or without meaning), what, and the words that say so."""

    when: str
    what: str
    quotes: tuple[str, ...]


def joined(*parts: str | None) -> str:
    """The parts that are there, with a dot between."""
    return " · ".join(part for part in parts if part)


def step_words(kind: str, modality: Modality) -> str:
    """A step with its modality unless it has happened: ``in force``, ``signed (planned)``."""
    words = kind.replace("_", " ")
    return words if modality is Modality.ACTUAL else f"{words} ({modality.value})"


def actors(parties: tuple[str, ...], body: str | None) -> str:
    """Who acted: the codes of the parties, and the organ where it is named."""
    return ", ".join(parties) + (f" ({body})" if parties and body else body or "")


def mandate_words(mandate: Mandate | None) -> str | None:
    """What an authorisation still allows to change, and who may."""
    return f"{mandate.who or 'someone'} may still change: “{mandate.allows}”" if mandate else None


def according(source: str | None) -> str | None:
    """Whom the text names as its source."""
    return f"according to {source}" if source else None


def without_year(day: str | None) -> str | None:
    """A day that a page gives without its year (``--06-12``)."""
    if day is None:
        return None
    month, number = day[2:].split("-")
    return f"gives {int(number)} {calendar.month_name[int(month)]}, other pages the year"


def speaker(name: str, office: str | None) -> str:
    """Who speaks, with the office."""
    return f"{name}, {office}" if office else name


def quoted(words: str) -> str:
    """Words of a page on one line, between quotation marks."""
    return f"“{' '.join(words.split())}”"
