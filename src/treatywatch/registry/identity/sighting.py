"""One page's agreement with all that tells which agreement it is."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

import msgspec

from treatywatch.language.agreements import KnownAgreement
from treatywatch.language.names import successor
from treatywatch.model import Agreement, Event, Modality, Step, bounds, is_partial_date
from treatywatch.registry.identity.blocks import Block, blocks
from treatywatch.registry.identity.wording import Wording, genus, hosts, is_common, wordings

_BORN = frozenset({Step.SIGNED, Step.ADOPTED})
_AFTER = frozenset(
    {Step.RATIFIED, Step.IN_FORCE, Step.DEPOSITED, Step.EXCHANGED, Step.SUBMITTED, Step.APPROVED, Step.DENOUNCED}
)
_BEFORE = frozenset({Step.PROPOSED, Step.NEGOTIATED, Step.AUTHORISED, Step.INITIALLED})
_SLACK = 10  # days
_SLIP = 365  # days: a signature that is planned may be put off, and is hardly ever brought forward

Window = tuple[date, date]
Happening = tuple[str, tuple[str, ...], str]
Ref = tuple[str, int]


class Sighting(msgspec.Struct, frozen=True, dict=True):
    """An agreement as one page speaks of it.

    ``ref`` is the page's digest and the agreement's number on the page: the order of refs is the order of everything.
    ``born`` is when it was signed or adopted, as far as the page tells; ``happened`` are its acts with exact days.
    """

    ref: Ref
    name: str
    names: tuple[str, ...]
    wordings: tuple[Wording, ...]
    known: KnownAgreement | None
    form: str
    genus: str
    parties: frozenset[str]
    born: Window | None
    happened: frozenset[Happening]
    unresolved: bool
    told: bool
    published: date | None = None
    rulings: frozenset[tuple[int, str, str]] = frozenset()

    @property
    def page(self) -> str:
        """The digest of the page."""
        return self.ref[0]

    @cached_property
    def blocks(self) -> frozenset[Block]:
        """What it must share with another to be compared with it."""
        return blocks(self)

    @cached_property
    def block_names(self) -> frozenset[str]:
        """The names of its blocks, for one that its component has been found for."""
        return frozenset(block.name for block in self.blocks)


def sighting(
    ref: Ref,
    agreement: Agreement,
    events: Iterable[Event],
    published: str | None,
    rulings: frozenset[tuple[int, str, str]] = frozenset(),
) -> Sighting:
    """The sighting that a page's agreement with its events (of any kind) makes.

    ``published`` is the page's date, ``rulings`` people's decisions about the agreement: the number of each; whether
    all that bear it are the ``same``, or ``one`` is not the ``other``; in words.
    """
    own = tuple(events)
    parts = _parts(agreement)
    parties = _parties(agreement, own)
    years = frozenset(year for part in parts for year in part.years) | ({agreement.year} if agreement.year else set())
    known = _known(parts, parties, years)
    if known and known.year and not years:
        years = frozenset({known.year})
    if known and not known.parties:
        parties = frozenset()  # open to all: whom a page names with it are some of many
    return Sighting(
        ref=ref,
        name=agreement.name,
        names=(agreement.name, *agreement.aliases),
        wordings=parts,
        known=known,
        form=agreement.form,
        genus=genus(agreement.form, agreement.name),
        parties=parties,
        born=_born(own, parties, years, published),
        happened=_happened(own),
        unresolved=agreement.unresolved,
        told=any(event.modality in {Modality.ACTUAL, Modality.PLANNED} for event in own),
        published=bounds(published)[0] if published and is_partial_date(published) else None,
        rulings=rulings,
    )


def today(code: str) -> str:
    """The party that a code stands for now: the Soviet Union's agreements are Russia's."""
    return successor(code, "9999")


def _parts(agreement: Agreement) -> tuple[Wording, ...]:
    """All names taken apart, but for aliases that any agreement may have ("the trade deal") beside a telling name.

    A page that speaks of two agreements may mean the other one by such words.
    """
    own = wordings(agreement.name)
    if not any(part.content or part.known for part in own):
        return (*own, *(part for name in agreement.aliases for part in wordings(name)))
    return (*own, *(part for name in agreement.aliases for part in wordings(name) if _own_name(name, part)))


def _own_name(name: str, part: Wording) -> bool:
    return bool(part.known or part.acronyms) or not is_common(part.content) or name[:1].isupper()


def _parties(agreement: Agreement, events: tuple[Event, ...]) -> frozenset[str]:
    """The parties, or else the two that act together in some event; without mediators."""
    named = frozenset(today(code) for code in agreement.parties)
    acting = {frozenset(today(code) for code in event.parties) for event in events if len(event.parties) == 2}
    sides = named or (min(acting, key=sorted) if len(acting) == 1 else frozenset())
    return sides - hosts() if len(sides - hosts()) > 1 else sides


def _known(parts: tuple[Wording, ...], parties: frozenset[str], years: frozenset[str]) -> KnownAgreement | None:
    for part in parts:
        known = part.known
        if known is None:
            continue
        own = {today(code) for code in known.parties}
        apart = known.year is not None and any(abs(int(year) - int(known.year)) > 12 for year in years)
        if not apart and not (own and parties and not own & parties):
            return known
    return None


def _born(
    events: tuple[Event, ...], parties: frozenset[str], years: frozenset[str], published: str | None
) -> Window | None:
    if made := _made(events, parties, Modality.ACTUAL):
        return made
    if meant := _made(events, parties, Modality.PLANNED):
        return (meant[0], max(meant[1], _moved(meant[0], _SLIP)))
    if len(years) == 1:
        return bounds(min(years))
    first, last = date.min, date.max
    for event in events:
        day = event.date or published
        if day is None or event.modality is Modality.NEGATED:
            continue
        start, end = bounds(day)
        if event.kind in _BORN | _AFTER and event.modality is Modality.ACTUAL:
            last = min(last, end)
        elif event.kind in _BEFORE and event.modality in {Modality.ACTUAL, Modality.PLANNED}:
            first = max(first, _moved(start, -_SLACK))
    if last < date.max:
        return (date.min, last)  # a wide window on purpose: what follows from other acts is no day of signature
    return (first, last) if first > date.min else None


def _made(events: tuple[Event, ...], parties: frozenset[str], modality: Modality) -> Window | None:
    """The most exact time, and of these the last, that is told for its signature or adoption."""
    days = [one.date for one in events if one.date and one.modality is modality and _whole(one, parties)]
    return bounds(max(days, key=lambda day: (len(day), day))) if days else None


def _moved(day: date, days: int) -> date:
    """The day so many days later, as far as the calendar goes."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _whole(event: Event, parties: frozenset[str]) -> bool:
    """Whether the event is the signature or adoption of the agreement as such, not one more state's."""
    own = frozenset(today(code) for code in event.parties)
    return event.kind in _BORN and (not own or own == parties or (event.kind is Step.ADOPTED))


def _happened(events: tuple[Event, ...]) -> frozenset[Happening]:
    return frozenset(
        (event.kind.value, tuple(sorted({today(code) for code in event.parties})), event.date)
        for event in events
        if event.date and len(event.date) == 10 and event.modality in {Modality.ACTUAL, Modality.PLANNED}
    )
