"""Where the kinds of fact meet: a document in, a Reading out."""

from collections.abc import Mapping, Sequence
from itertools import compress
from typing import NamedTuple

from treatywatch.model import Agreement, Document, Event, Explained, Modality, Reading, Relation, Span, Statement, Step
from treatywatch.reading.actors import Actors
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.credence import believable, credence, signs_of
from treatywatch.reading.events.build import Reader
from treatywatch.reading.events.dating import Dates
from treatywatch.reading.events.found import Found, merged
from treatywatch.reading.events.mandate import mandate_of
from treatywatch.reading.grounds import because, told_by
from treatywatch.reading.instruments import agreements_of
from treatywatch.reading.mentions.find import find_mentions
from treatywatch.reading.mentions.known import known_mentions, long_made
from treatywatch.reading.mentions.resolve import Coreference, resolve
from treatywatch.reading.named import Named
from treatywatch.reading.page import Page, open_page, open_pages
from treatywatch.reading.publisher import publisher_of
from treatywatch.reading.relations.find import Related, find_relations, relating, replaced_heads
from treatywatch.reading.relevance import speaks_of_agreements
from treatywatch.reading.settle import each_share, settled_parties
from treatywatch.reading.speech import Speech, attribution, speeches, statements

READER = "7"


def read(document: Document) -> Reading:
    """What ``document`` says about international agreements.

    A pure function: the same document gives the same reading. Never raises on a document; what could not be read is
    a problem in the reading.
    """
    return explain(document).reading


def explain(document: Document) -> Explained:
    """What ``document`` says, as :func:`read` gives it, with the words that each fact was read from.

    Steps that a careful reader would hardly find on the page are no part of the reading; they stand beside it.
    """
    return _told(open_page(document)) if speaks_of_agreements(document.text) else _untold(document)


def explain_all(documents: Sequence[Document]) -> list[Explained]:
    """What :func:`explain` gives for each of ``documents``, which are parsed together: that takes less time."""
    speaking = [speaks_of_agreements(document.text) for document in documents]
    pages = iter(open_pages(list(compress(documents, speaking))))
    return [
        _told(next(pages)) if speaks else _untold(document)
        for document, speaks in zip(documents, speaking, strict=True)
    ]


def _untold(document: Document) -> Explained:
    return Explained(Reading(document.id, document.sha256, READER))


def _told(page: Page) -> Explained:
    found = _find(page)
    return _explained(found, [believable(credence(signs)) for signs in found.signs])


def weighed(document: Document) -> tuple[tuple[Event, frozenset[str]], ...]:
    """Every step read on ``document``, those not believed among them, with the signs by which each is weighed."""
    if not speaks_of_agreements(document.text):
        return ()
    found = _find(open_page(document))
    return tuple((_event(found, event), signs) for event, signs in zip(found.events, found.signs, strict=True))


class _Findings(NamedTuple):
    """What was found on a page, its agreements settled; ``signs`` are those of each of ``events``.

    ``unsure`` says of some of ``agreements`` why they may be none, ``found`` holds the events before they were settled.
    """

    page: Page
    coreference: Coreference
    agreements: Mapping[int, Agreement]
    unsure: Mapping[int, str]
    said: tuple[Speech, ...]
    found: list[Found]
    events: list[Found]
    signs: list[frozenset[str]]
    related: list[Related]


def _find(page: Page) -> _Findings:
    parsed, names = page.parsed, page.names
    publisher = publisher_of(page.document)
    known = known_mentions(parsed.text)
    mentions = find_mentions(parsed, names, known, long_made(page.anchor), page.anchor)
    wordings = relating(parsed)
    coreference = resolve(parsed, mentions, replaced_heads(parsed, wordings, [mention.head for mention in mentions]))
    named = Named(parsed, names, [(mention.span, mention.parties) for mention in mentions])
    actors = Actors(parsed, named, publisher.voice, publisher.home)
    arguments = Arguments(parsed, coreference, actors)
    titles = [mention.span for cluster in coreference.clusters for mention in cluster.mentions]
    dates = Dates(parsed, page.dates, page.anchor, titles)
    found = Reader(parsed, names, coreference, dates, actors, page.filed, page.lead).events()
    related = find_relations(parsed, arguments, wordings)
    agreements, unsure = agreements_of(page, coreference, named, found, related, publisher.pair)
    said = speeches(parsed, names) if agreements else ()
    events = merged(_settled(found, agreements, _today(page), publisher.home))
    return _Findings(
        page=page,
        coreference=coreference,
        agreements=agreements,
        unsure=unsure,
        said=said,
        found=found,
        events=events,
        signs=[signs_of(parsed, coreference, actors, event, unsure.get(event.cluster, "")) for event in events],
        related=related,
    )


def _explained(every: _Findings, believed: Sequence[bool]) -> Explained:
    """The reading without what is not believed: steps, and agreements that may be none with what is said of them."""
    page, kept = every.page, list(compress(every.events, believed))
    told = {event.cluster for event in kept}
    agreements = {n: each for n, each in every.agreements.items() if n in told or n not in every.unsure}
    found = every._replace(agreements=agreements)
    related = [r for r in found.related if {r.newer, r.older} <= agreements.keys()]
    spoken = _spoken(page, found.said, [event for event in found.found if not event.afar], agreements)
    reading = Reading(
        id=page.document.id,
        document=page.document.sha256,
        reader=READER,
        agreements=tuple(agreements.values()),
        events=tuple(_event(found, event) for event in kept),
        relations=tuple(_relation(found, relation) for relation in related),
        statements=tuple(_statement(found, speech) for speech in spoken),
        blocks=page.blocks,
    )
    return Explained(
        reading,
        events=tuple(because(event.grounds, _source(found, event.head)) for event in kept),
        relations=tuple(because(told_by(page.parsed, r.head), _source(found, r.head)) for r in related),
        statements=tuple(because((), speech) for speech in spoken),
        doubted=tuple(_event(every, each) for each, sure in zip(every.events, believed, strict=True) if not sure),
    )


def _today(page: Page) -> str | None:
    """The day of the page; where it is unknown, the present for a page that names a state of the present alone."""
    named = {code for name in page.names for code in name.codes}
    return page.anchor or ("9999" if "RUS" in named and "SUN" not in named else None)


def _settled(
    found: list[Found], agreements: Mapping[int, Agreement], today: str | None, home: tuple[str, ...]
) -> list[Found]:
    kept = [(event, agreements[event.cluster]) for event in found if event.cluster in agreements]
    return [
        event._replace(parties=parties)
        for event, agreement in kept
        for parties in each_share(event, agreement, settled_parties(event, agreement.parties, today, home))
    ]


def _event(found: _Findings, event: Found) -> Event:
    source = _source(found, event.head)
    return Event(
        agreement=found.agreements[event.cluster].key,
        kind=event.kind,
        modality=event.modality,
        parties=event.parties,
        body=event.body,
        date=event.date,
        place=event.place,
        attributed_to=source.speaker if source else None,
        evidence=event.span.quote(found.page.document.text),
        span=event.span,
        mandate=mandate_of(found.page, event),
        rules=(event.rule,),
        yearless=None if event.date else event.yearless,
    )


def _relation(found: _Findings, related: Related) -> Relation:
    source = _source(found, related.head)
    return Relation(
        type=related.type,
        from_=found.agreements[related.newer].key,
        to=found.agreements[related.older].key,
        to_name=_name_at(found, related) or found.agreements[related.older].name,
        modality=related.modality,
        attributed_to=source.speaker if source else None,
        evidence=related.span.quote(found.page.document.text),
        span=related.span,
        rules=(related.rule,),
    )


def _name_at(found: _Findings, related: Related) -> str | None:
    start = found.page.parsed.words[related.named_at].start
    spans: list[Span] = [m.span for m in found.coreference.clusters[related.older].mentions]
    return next((s.quote(found.page.document.text) for s in spans if s.start <= start < s.end), None)


def _source(found: _Findings, head: int) -> Speech | None:
    """Whose word the text gives for what the word ``head`` tells."""
    start = found.page.parsed.words[head].start
    return attribution(found.said, start, start + 1)


def _spoken(
    page: Page, said: tuple[Speech, ...], found: list[Found], agreements: Mapping[int, Agreement]
) -> tuple[Speech, ...]:
    """What people and bodies say, on a page that speaks of an agreement, that is a statement about one."""
    if not agreements:
        return ()
    steps = (event for event in found if event.cluster in agreements and _is_fact(event))
    facts = tuple((event.span.start, event.span.end) for event in steps)
    about = tuple((span.start, span.end) for agreement in agreements.values() for span in agreement.mentions)
    lead = page.parsed.sentence_span(page.lead)[1] if page.parsed.sentences else 0
    return statements(page.parsed.text, said, facts, about, lead)


def _is_fact(event: Found) -> bool:
    """Whether who tells of a step only gives its source: what may come, and who broke it, are views."""
    return event.modality is not Modality.POSSIBLE and event.kind is not Step.BREACHED


def _statement(found: _Findings, speech: Speech) -> Statement:
    return Statement(
        speaker=speech.speaker,
        office=speech.office,
        direct=speech.direct,
        quote=found.page.document.text[speech.content[0] : speech.content[1]],
        span=Span(*speech.content),
        agreement=_spoken_of(found, speech),
        rules=(speech.rule,),
    )


def _spoken_of(found: _Findings, speech: Speech) -> str | None:
    words = found.page.parsed.between(*speech.content)
    if not words:
        return None
    told = found.coreference.heads_between(words[0].i, words[-1].i)
    inside = [number for _, number in told if number in found.agreements]
    number = inside[0] if inside else found.coreference.before(words[0].i)
    return found.agreements[number].key if number is not None and number in found.agreements else None
