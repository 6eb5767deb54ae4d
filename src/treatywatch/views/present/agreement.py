"""What is known of agreements, for people."""

from collections.abc import Iterable

from treatywatch.service.answers import DocumentLine, Dossier, Entry, Quote, Related, Said, Summary, Timeline
from treatywatch.views.present.words import (
    Told,
    according,
    actors,
    joined,
    mandate_words,
    quoted,
    speaker,
    step_words,
)

_INWARD = {
    "supersedes": "superseded by",
    "amends": "amended by",
    "implements": "implemented by",
    "extends": "extended by",
}
_SHOWN = 6


def line(summary: Summary) -> Told:
    """The agreement as one entry of a list: when its last step was, what it is, and how to ask for more."""
    step, date = summary.last or ("", None)
    return Told(
        when=date or "",
        what=joined(summary.name, summary.form, party_words(summary.parties)),
        quotes=(
            joined(
                step.replace("_", " "),
                _counted(summary.documents, "document"),
                _counted(summary.conflicts, "conflict") if summary.conflicts else None,
                summary.key,
            ),
        ),
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def party_words(parties: tuple[str, ...]) -> str:
    """The codes of the parties; of many, the first few and how many more."""
    more = len(parties) - _SHOWN
    return ", ".join(parties[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def title(dossier: Dossier) -> str:
    """The agreement in one line."""
    return joined(dossier.name, dossier.form, party_words(dossier.parties), dossier.key)


def happenings(entries: Iterable[Entry]) -> list[Told]:
    """Timeline entries in the order given, each with every place that tells of it and where those differ."""
    return [
        Told(
            when=entry.date or "",
            what=joined(
                step_words(entry.kind, entry.modality),
                actors(entry.parties, entry.body),
                entry.place,
                mandate_words(entry.mandate),
            ),
            quotes=(*map(cited, entry.sources), *(f"sources differ: {words}" for words in entry.differ)),
        )
        for entry in entries
    ]


def bearings(related: Iterable[Related]) -> list[Told]:
    """Relations, read from the agreement's own side."""
    return [
        Told("", f"{step_words(_bears(each), each.modality)} {each.name}", tuple(map(cited, each.sources)))
        for each in related
    ]


def sayings(statements: Iterable[Said]) -> list[Told]:
    """Who says what about the agreement."""
    return [
        Told(each.source.published or "", speaker(each.speaker, each.office), (cited(each.source),))
        for each in statements
    ]


def pages(documents: Iterable[DocumentLine]) -> list[Told]:
    """The documents, each with where it came from and how much it says."""
    return [
        Told(
            each.published or "",
            joined(each.title, each.publisher, each.url or each.path, each.id, _counted(each.assertions, "assertion")),
            (),
        )
        for each in documents
    ]


def cited(quote: Quote) -> str:
    """A quote with where it stands and whom the page names as its source."""
    source = quote.publisher or quote.path
    where = joined(source, quote.published, quote.document, according(quote.attributed_to))
    return f"{quoted(quote.quote)} [{where}]"


def timeline_record(timeline: Timeline) -> dict[str, object]:
    """A timeline for programs: one object an agreement, one entry a step, with its sources."""
    return {
        "key": timeline.key,
        "name": timeline.name,
        "parties": timeline.parties,
        "documents": timeline.documents,
        "timeline": [_step_record(entry) for entry in timeline.entries],
        "undated": [_step_record(entry) for entry in timeline.undated],
    }


def _step_record(entry: Entry) -> dict[str, object]:
    return {
        "kind": entry.kind,
        "parties": entry.parties,
        "date": entry.date,
        "place": entry.place,
        "body": entry.body,
        "sources": [{"document": each.document, "quote": each.quote} for each in entry.sources],
    }


def _bears(related: Related) -> str:
    return related.type if related.outward else _INWARD[related.type]
