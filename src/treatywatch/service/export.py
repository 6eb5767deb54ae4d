"""Everything that a registry holds, one agreement at a time: what other programs are given."""

from collections.abc import Iterator

import msgspec

from treatywatch.model import Modality
from treatywatch.registry import Line, Registry
from treatywatch.service.answers import Entry, Related, Said
from treatywatch.service.said import related, statements
from treatywatch.service.shaping import entry


class HeldDocument(msgspec.Struct, frozen=True):
    """A document behind an agreement: where it came from, and the hash of its text (SHA-256).

    ``recorded`` is when the registry learned what it says, ``assertions`` how much of that is about the agreement.
    """

    id: str
    sha256: str
    url: str | None
    publisher: str | None
    published: str | None
    title: str | None
    recorded: str
    assertions: int


class Holding(msgspec.Struct, frozen=True):
    """All that is held of one agreement, each thing with its sources.

    ``timeline`` has happened; ``expected`` is planned, possible or denied; ``fulfilled`` was so and has been reported
    as done since; ``rejected`` a person holds not to be so, and
    ``rejected_related`` and ``rejected_statements`` likewise. ``passing`` marks what is only mentioned.
    """

    key: str
    name: str
    form: str
    laterality: str
    parties: tuple[str, ...]
    aliases: tuple[str, ...]
    year: str | None
    unresolved: bool
    passing: bool
    timeline: tuple[Entry, ...]
    expected: tuple[Entry, ...]
    fulfilled: tuple[Entry, ...]
    rejected: tuple[Entry, ...]
    related: tuple[Related, ...]
    statements: tuple[Said, ...]
    documents: tuple[HeldDocument, ...]
    rejected_related: tuple[Related, ...] = ()
    rejected_statements: tuple[Said, ...] = ()


def holdings(registry: Registry) -> Iterator[Holding]:
    """Every agreement by key, with those only mentioned in passing; one in memory at a time."""
    for line in sorted(registry.lines(passing=True), key=lambda line: line.key):
        yield _holding(registry, line)


def _holding(registry: Registry, line: Line) -> Holding:
    steps = registry.steps(line.key)
    to_come = [step for step in steps if step.modality is not Modality.ACTUAL]
    return Holding(
        key=line.key,
        name=line.name,
        form=line.form,
        laterality=line.laterality,
        parties=line.parties,
        aliases=tuple(name for name, _ in registry.names(line.key) if name != line.name),
        year=line.year,
        unresolved=line.unresolved,
        passing=line.passing,
        timeline=tuple(entry(step) for step in steps if step.modality is Modality.ACTUAL),
        expected=tuple(entry(step) for step in to_come if not step.fulfilled),
        fulfilled=tuple(entry(step) for step in to_come if step.fulfilled),
        rejected=tuple(map(entry, registry.rejected(line.key))),
        related=related(registry, line.key),
        statements=statements(registry, line.key),
        rejected_related=related(registry, line.key, rejected=True),
        rejected_statements=statements(registry, line.key, rejected=True),
        documents=_documents(registry, line.key),
    )


def _documents(registry: Registry, key: str) -> tuple[HeldDocument, ...]:
    return tuple(
        HeldDocument(
            id=page.id,
            sha256=page.sha256,
            url=page.url,
            publisher=page.publisher,
            published=page.published,
            title=page.title,
            recorded=page.recorded,
            assertions=said,
        )
        for page, said in registry.pages(key)
    )
