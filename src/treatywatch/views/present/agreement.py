"""What is known of agreements, for people."""

from collections.abc import Iterable, Sequence

from treatywatch.model import FIELDS
from treatywatch.service.answers import (
    DocumentLine,
    Dossier,
    Entry,
    Quote,
    Related,
    Said,
    Summary,
    Timeline,
    independent,
)
from treatywatch.views.present.decisions import machine_words, verdict
from treatywatch.views.present.words import (
    Told,
    according,
    actors,
    joined,
    mandate_words,
    quoted,
    speaker,
    step_words,
    without_year,
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
    """Timeline entries in the order given, each with every place that tells of it and where those differ.

    Each ends with the id by which people decide on it; where several places tell of it, each of these has its own.
    """
    return [_happening(entry, step_words(entry.kind, entry.modality)) for entry in entries]


def rejections(entries: Iterable[Entry]) -> list[Told]:
    """What pages tell and people hold not to be so."""
    return [_happening(entry, f"rejected: {step_words(entry.kind, entry.modality)}") for entry in entries]


def _happening(entry: Entry, step: str) -> Told:
    several = len(entry.sources) > 1
    return Told(
        when=entry.date or "",
        what=joined(
            step, actors(entry.parties, entry.body), entry.place, mandate_words(entry.mandate), entry.fact or None
        ),
        quotes=(
            *(words for source in entry.sources for words in _told(source, several)),
            *(f"sources differ: {words}" for words in entry.differ),
            *verdicts(entry),
        ),
    )


def verdicts(entry: Entry) -> list[str]:
    """People's words on an entry, and beside them what it would be without."""
    machine = [machine_words(entry.machine)] if entry.machine and _otherwise(entry) else []
    return [*(verdict(word) for word in entry.decided if not word.here), *machine]


def _otherwise(entry: Entry) -> bool:
    return any(getattr(entry, field) != getattr(entry.machine, field) for field in FIELDS)


def _told(source: Quote, several: bool) -> list[str]:
    """A source, and what a person read there in the machine's stead."""
    lines = [cited(source, source.fact if several else None)]
    if source.reread:
        lines += [f"  {verdict(word)}" for word in source.reread.words]
        lines += [f"  {machine_words(source.reread.machine)}"] if source.reread.machine else []
    return lines


def bearings(related: Iterable[Related], rejected: bool = False) -> list[Told]:
    """Relations, read from the agreement's own side, each with the id by which people decide on it and their words."""
    return [_bearing(each, "rejected: " if rejected else "") for each in related]


def _bearing(each: Related, before: str) -> Told:
    several = len(each.sources) > 1
    machine = each.machine and f"the pages alone give: {step_words(each.machine.type, each.machine.modality)}"
    otherwise = each.machine and (each.machine.type, each.machine.modality) != (each.type, each.modality)
    return Told(
        "",
        joined(f"{before}{step_words(bears(each), each.modality)} {each.name}", each.fact or None),
        (
            *(cited(source, source.fact if several else None) for source in each.sources),
            *map(verdict, each.decided),
            *([machine] if machine and otherwise else []),
        ),
    )


def sayings(statements: Iterable[Said], rejected: bool = False) -> list[Told]:
    """Who says what about the agreement, each with the id by which people decide on it and their words."""
    return [_saying(each, "rejected: " if rejected else "") for each in statements]


def _saying(each: Said, before: str) -> Told:
    machine = each.machine and f"the page alone gives: {speaker(each.machine.speaker, each.machine.office)}"
    otherwise = each.machine and (each.machine.speaker, each.machine.office) != (each.speaker, each.office)
    return Told(
        each.source.published or "",
        joined(f"{before}{speaker(each.speaker, each.office)}", each.source.fact),
        (cited(each.source), *map(verdict, each.decided), *([machine] if machine and otherwise else [])),
    )


def pages(documents: Iterable[DocumentLine]) -> list[Told]:
    """The documents, each with where it came from and how much it says."""
    return [
        Told(
            each.published or "",
            joined(
                each.title,
                each.publisher,
                each.url or each.path,
                each.id,
                _counted(each.assertions, "assertion"),
                f"copy of {each.copy_of}" if each.copy_of else None,
            ),
            (),
        )
        for each in documents
    ]


def how_independent(documents: Sequence[DocumentLine]) -> str:
    """How many documents there are, and how many of these are stories of their own."""
    stories = independent(documents)
    count = _counted(len(documents), "document")
    return f"{count}, {stories} of them independent" if stories < len(documents) else count


def cited(quote: Quote, fact: str | None = None) -> str:
    """A quote with where it stands, whom the page names as its source, and the id of what it tells."""
    source = quote.publisher or quote.path
    whose, day = according(quote.attributed_to), without_year(quote.yearless)
    where = joined(source, quote.published, quote.document, whose, day, fact)
    return f"{quoted(quote.quote)} [{where}]"


def timeline_record(timeline: Timeline, *, everything: bool = False) -> dict[str, object]:
    """A timeline for programs: one object an agreement, one entry a step, with its sources.

    ``everything`` adds what else is said of the agreement, where the timeline holds it.
    """
    more = {"related": timeline.related, "statements": timeline.statements} if everything else {}
    return {
        "key": timeline.key,
        "name": timeline.name,
        "parties": timeline.parties,
        "documents": timeline.documents,
        "timeline": [_step_record(entry) for entry in timeline.entries],
        "undated": [_step_record(entry) for entry in timeline.undated],
        "rejected": [_step_record(entry) for entry in timeline.rejected],
        "outweighed": [_step_record(entry) for entry in timeline.outweighed],
        **more,
    }


def _step_record(entry: Entry) -> dict[str, object]:
    return {
        "kind": entry.kind,
        "parties": entry.parties,
        "date": entry.date,
        "place": entry.place,
        "body": entry.body,
        "sources": [
            {
                "document": each.document,
                "quote": each.quote,
                "fact": each.fact,
                "reread": each.reread,
                "yearless": each.yearless,
            }
            for each in entry.sources
        ],
        "fact": entry.fact,
        "decided": entry.decided,
        "machine": entry.machine,
    }


def bears(related: Related) -> str:
    """What the agreement does to the other, or the other does to it."""
    return related.type if related.outward else _INWARD[related.type]
