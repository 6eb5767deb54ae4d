"""The tables of one agreement's page as files."""

from collections.abc import Callable, Iterator

from treatywatch.model import InputError
from treatywatch.service.answers import Quote
from treatywatch.service.whole import Whole
from treatywatch.views.web.tables import Table, table

_QUOTE = ("quote", "publisher", "published", "attributed_to", "url", "document")


def agreement_table(found: Whole, name: str) -> Table:
    """The table of that name. Raises InputError naming those that there are."""
    if name not in _TABLES:
        raise InputError(f"{name[:40]!r} is no table of an agreement: write one of {', '.join(_TABLES)}")
    headings, rows = _TABLES[name]
    return table(f"{found.portrait.dossier.key}-{name}", headings, rows(found))


def _steps(found: Whole) -> Iterator[tuple[object, ...]]:
    told = found.portrait.dossier
    for entry in (*told.timeline, *told.expected, *told.rejected):
        step = (entry.kind, entry.modality, entry.date, entry.parties, entry.body, entry.place, "; ".join(entry.differ))
        yield from ((*step, entry.fact, *_quoted(source)) for source in entry.sources)


def _states(found: Whole) -> Iterator[tuple[object, ...]]:
    for one in found.participation.states:
        deeds = (one.signed.date if one.signed else None, one.consent.date if one.consent else None)
        yield (one.state, one.name, one.status, *deeds, one.in_force, one.until)


def _next(found: Whole) -> Iterator[tuple[object, ...]]:
    for one in found.answer.next.steps:
        yield (one.party, one.step, one.must, one.body, one.by or one.within, one.law, one.says)


def _related(found: Whole) -> Iterator[tuple[object, ...]]:
    for one in found.portrait.dossier.related:
        bears = (one.type, "on the other" if one.outward else "of the other", one.key, one.name, one.modality)
        yield from ((*bears, source.fact, *_quoted(source)) for source in one.sources)


def _statements(found: Whole) -> Iterator[tuple[object, ...]]:
    for said in found.portrait.dossier.statements:
        yield (said.speaker, said.office, said.direct, said.source.fact, *_quoted(said.source))


def _sources(found: Whole) -> Iterator[tuple[object, ...]]:
    for one in found.portrait.dossier.documents:
        yield (one.id, one.title, one.publisher, one.published, one.url, one.assertions, one.copy_of, one.sha256)


def _quoted(source: Quote) -> tuple[object, ...]:
    return (source.quote, source.publisher, source.published, source.attributed_to, source.url, source.document)


_TABLES: dict[str, tuple[tuple[str, ...], Callable[[Whole], Iterator[tuple[object, ...]]]]] = {
    "steps": (("step", "modality", "date", "parties", "body", "place", "differ", "fact", *_QUOTE), _steps),
    "states": (("code", "state", "status", "signed", "consent", "in_force", "until"), _states),
    "next": (("party", "step", "must", "body", "by", "law", "says"), _next),
    "related": (("relation", "which", "agreement", "name", "modality", "fact", *_QUOTE), _related),
    "statements": (("speaker", "office", "direct", "fact", *_QUOTE), _statements),
    "sources": (("document", "title", "publisher", "published", "url", "assertions", "copy_of", "sha256"), _sources),
}
