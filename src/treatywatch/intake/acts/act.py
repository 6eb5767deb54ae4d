"""One row of a register as a page of its own, with what it says."""

import hashlib
import re
from functools import cache

import msgspec

from treatywatch.language.names import find_names
from treatywatch.model import Agreement, Document, Event, Modality, Reading, Span, Step
from treatywatch.model.data import load_data

REGISTER = "register-1"
"""The reader of every reading that comes from a register: by it a register's word is told from the news."""

_URL = re.compile(r"https?://\S+")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of ``words.yaml``: what registers call acts, and what agreements are called."""

    source: str
    acts: dict[str, Step]
    forms: tuple[str, ...]


class Act(msgspec.Struct, frozen=True):
    """An official act: who did what to which agreement on which day, and which register says so.

    ``state`` is a party's code, or None for an act of the agreement as a whole. ``row`` is the row as the file has it,
    ``heading`` the file's first line, ``where`` the file and line.
    """

    agreement: str
    state: str | None
    step: Step
    date: str
    source: str
    row: str
    heading: str
    where: str

    def page(self) -> Document:
        """The row under its heading as a page; the same row gives the same page, wherever it stands."""
        text = f"{self.heading}\n{self.row}"
        link = _URL.search(self.source)
        return Document(
            id=f"register:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}",
            text=text,
            url=link[0] if link else None,
            publisher=self.source,
            title=self.agreement,
            path=self.where,
        )

    def reading(self, name: str, parties: tuple[str, ...]) -> Reading:
        """What the row says, of the agreement called ``name`` between ``parties`` (none when they are not known)."""
        page = self.page()
        span = Span(len(self.heading) + 1, len(page.text))
        event = Event(
            agreement="a1",
            kind=self.step,
            modality=Modality.ACTUAL,
            parties=(self.state,) if self.state else (),
            body=None,
            date=self.date,
            place=None,
            attributed_to=self.source,
            evidence=self.row,
            span=span,
            rules=("register-row",),
        )
        agreement = Agreement("a1", name, form(name), parties, mentions=(span,))
        return Reading(page.id, page.sha256, REGISTER, agreements=(agreement,), events=(event,))


@cache
def words() -> Words:
    """The words that registers use, read once."""
    return load_data("treatywatch.intake.acts", "words.yaml", Words)


def form(name: str) -> str:
    """What kind of instrument a title names: its first word for one, or else an agreement."""
    lower = name.casefold()
    places = {each: lower.find(each) for each in words().forms}
    found = [each for each, place in places.items() if place >= 0]
    return min(found, key=lambda each: (places[each], -len(each))) if found else "agreement"


def sides(name: str) -> tuple[str, ...]:
    """The parties that a title names, where it names two or more."""
    codes = {code for found in find_names(name) if found.kind in {"state", "organisation"} for code in found.codes}
    return tuple(sorted(codes)) if len(codes) > 1 else ()


def from_register(reader: str) -> bool:
    """Whether what this reader read is a register's word."""
    return reader.startswith("register-")
