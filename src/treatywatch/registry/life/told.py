"""One page's report of one step, with whose step it is made comparable between pages."""

import hashlib
from collections.abc import Iterator

import msgspec

from treatywatch.language.names import successor
from treatywatch.law.steps import step_law
from treatywatch.model import Event, Mandate, Modality, Step, View, Word, to_json

_WHOLE_ACTORS = frozenset({"all_parties", "conference", "depositary"})


class Told(msgspec.Struct, frozen=True):
    """A step as one page tells it.

    ``ref`` is (page digest, number of the assertion on the page): the order of refs is the order of everything.
    ``parties`` are as told, or all parties of a bilateral agreement where the step is theirs together. ``fact`` is the
    report's id: it depends on the page's content and the place and nothing else. ``words`` are people's words on it;
    ``held`` names the fields that these set, by the decision with the number ``decision``; ``misread`` is what the
    machine read where a person reads something else. ``yearless`` is a day that the page gives without its year.
    """

    ref: tuple[str, int]
    kind: Step
    modality: Modality
    parties: tuple[str, ...]
    body: str | None
    date: str | None
    place: str | None
    mandate: Mandate | None
    published: str | None
    fact: str = ""
    words: tuple[Word, ...] = ()
    held: frozenset[str] = frozenset()
    decision: int = 0
    misread: View | None = None
    origin: str = ""
    yearless: str | None = None

    @property
    def completed(self) -> str | None:
        """The date whose year follows from other pages; None where the page tells it all, or a person decided."""
        return self.date if self.yearless and "date" not in self.held else None

    @property
    def witness(self) -> str:
        """Whose word the report is: pages that are copies of one story are one witness."""
        return self.origin or self.ref[0]

    @property
    def actors(self) -> frozenset[str]:
        """The parties under the codes of today, so that the Soviet Union's and Russia's acts meet."""
        return frozenset(successor(code, "9999") for code in self.parties)


class Spoken(msgspec.Struct, frozen=True):
    """A person's word on a report: meant for the one with this ``fact``, or else for that of the ``side``."""

    fact: str
    side: tuple[str, ...]
    word: Word


def told(
    ref: tuple[str, int],
    event: Event,
    parties: frozenset[str],
    published: str | None,
    name: str = "",
    spoken: tuple[Spoken, ...] = (),
    origin: str = "",
) -> Iterator[Told]:
    """The report of ``event``, one for each party where each acts for itself, with the words spoken on each.

    ``parties`` are the agreement's, in codes of today; ``name`` is what the page calls it.
    """
    sides = {side: fact_id(ref[0], name, event, side) for side in _sides(event, parties)}
    for side, fact in sides.items():
        yield Told(
            ref=ref,
            kind=event.kind,
            modality=event.modality,
            parties=side,
            body=event.body,
            date=event.date,
            place=event.place,
            mandate=event.mandate,
            published=published,
            fact=fact,
            words=tuple(one.word for one in spoken if _meant(one, side, sides)),
            origin=origin,
            yearless=event.yearless,
        )


def fact_id(page: str, name: str, event: Event, side: tuple[str, ...]) -> str:
    """The id of what one place on one page tells of one side: 12 hex digits, from content alone.

    ``page`` is the page's digest, ``name`` what it calls the agreement.
    """
    what = (page, event.span, name, event.kind, event.modality, side, event.date, event.place, event.body)
    return hashlib.sha256(to_json(what).encode("utf-8")).hexdigest()[:12]


def _meant(one: Spoken, side: tuple[str, ...], sides: dict[tuple[str, ...], str]) -> bool:
    """Whether a word is meant for the report of ``side``: by id, else by side, else for every side."""
    if one.fact in sides.values():
        return sides[side] == one.fact
    return side == one.side or one.side not in sides


def _sides(event: Event, parties: frozenset[str]) -> list[tuple[str, ...]]:
    law = step_law(event.kind)
    own = {successor(code, "9999") for code in event.parties}
    together = law.actor in _WHOLE_ACTORS or event.kind is Step.SIGNED
    if together and len(parties) == 2 and own <= parties and len(own) < 2:
        return [tuple(sorted(parties))]
    if law.scope == "per_party" and len(own) > 1 and event.kind is not Step.BREACHED:
        return [(code,) for code in sorted(event.parties)]
    return [tuple(sorted(event.parties))]
