"""Take these pages into the registry: the same reading as anywhere else, each page kept whole or not at all."""

from collections.abc import Iterator, Sequence
from datetime import date

from treatywatch.intake import MAX_BYTES, documents, problem
from treatywatch.model import Document, Problem
from treatywatch.reading import READER
from treatywatch.registry import Registry
from treatywatch.service.answers import Added
from treatywatch.service.computed import settle
from treatywatch.service.pages import PageRead, read_documents


def ingest(
    registry: Registry,
    sources: Sequence[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    jobs: int = 1,
    max_bytes: int | None = None,
) -> Iterator[Added | Problem]:
    """Add each page that ``sources`` name to ``registry``; the other arguments are those of ``read_pages``.

    A page that this reader has read before is not read again, so that an interrupted run is completed by the next. What
    follows from the pages together is worked out at the end, or else with the next question. Raises
    InputError for a ``published`` that is no date, RegistryError when the database refuses.
    """
    limit = max_bytes or MAX_BYTES
    found = documents(sources, published=published, publisher=publisher, url=url, max_bytes=limit)
    unread = (unless_held(registry, each) for each in found)
    return _all(registry, read_documents(unread, jobs=jobs))


def _all(registry: Registry, results: Iterator[PageRead | Added | Problem]) -> Iterator[Added | Problem]:
    for each in results:
        yield added(registry, each)
    settle(registry, date.today())


def unless_held(registry: Registry, found: Document | Problem) -> Document | Added | Problem:
    """A document that is still to be read; what is said of one that was forgotten, or read before."""
    if not isinstance(found, Document):
        return found
    if stone := registry.forgotten(found):
        told = f"forgotten on {stone.recorded[:10]} by {stone.who} because {stone.because}"
        return problem("forgotten", found.path or found.id, told)
    if registry.holds(found, READER):
        return Added(found.id, new=False, assertions=0)
    return found


def added(registry: Registry, result: PageRead | Added | Problem) -> Added | Problem:
    """Add a page that was read; what is no page stays what it is. Raises RegistryError when the database refuses."""
    if not isinstance(result, PageRead):
        return result
    reading = result.reading
    new = registry.add(result.document, reading)
    return Added(reading.id, new, len(reading.events) + len(reading.relations) + len(reading.statements))
