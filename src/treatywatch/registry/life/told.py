"""One page's report of one step, with whose step it is made comparable between pages."""

from collections.abc import Iterator

import msgspec

from treatywatch.language.names import successor
from treatywatch.law.steps import step_law
from treatywatch.model import Event, Mandate, Modality, Step

_WHOLE_ACTORS = frozenset({"all_parties", "conference", "depositary"})


class Told(msgspec.Struct, frozen=True):
    """A step as one page tells it.

    ``ref`` is (page digest, number of the assertion on the page): the order of refs is the order of everything.
    ``parties`` are as told, or all parties of a bilateral agreement where the step is theirs together.
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

    @property
    def actors(self) -> frozenset[str]:
        """The parties under the codes of today, so that the Soviet Union's and Russia's acts meet."""
        return frozenset(successor(code, "9999") for code in self.parties)


def told(ref: tuple[str, int], event: Event, parties: frozenset[str], published: str | None) -> Iterator[Told]:
    """The report of ``event``, one for each party where each acts for itself.

    ``parties`` are the agreement's, in codes of today.
    """
    for side in _sides(event, parties):
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
        )


def _sides(event: Event, parties: frozenset[str]) -> list[tuple[str, ...]]:
    law = step_law(event.kind)
    own = {successor(code, "9999") for code in event.parties}
    together = law.actor in _WHOLE_ACTORS or event.kind is Step.SIGNED
    if together and len(parties) == 2 and own <= parties and len(own) < 2:
        return [tuple(sorted(parties))]
    if law.scope == "per_party" and len(own) > 1 and event.kind is not Step.BREACHED:
        return [(code,) for code in sorted(event.parties)]
    return [tuple(sorted(event.parties))]
