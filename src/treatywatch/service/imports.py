"""Take readings and official acts of others into the registry, each page whole or not at all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from treatywatch.intake import documents, problem
from treatywatch.intake.acts import Act
from treatywatch.intake.acts.act import sides
from treatywatch.intake.files import Named, sorted_out
from treatywatch.model import Document, InputError, Problem, Reading, Span
from treatywatch.registry import Registry
from treatywatch.service.agreement_keys import AgreementKeys
from treatywatch.service.answers import Added
from treatywatch.service.pages import left_unread

_TOGETHER = 200  # pages in one transaction


class _Item(NamedTuple):
    """What is to be added, and where it was found."""

    where: str
    document: Document
    reading: Reading


def imported(registry: Registry, files: Sequence[str], *, strict: bool = False) -> Iterator[Added | Problem]:
    """Add the readings and acts that ``files`` hold; a problem names file, line and column of what cannot be taken in.

    A file is a table of acts (CSV), readings (JSON Lines), or pages that readings are of. What is there already is not
    added twice. With ``strict`` nothing is added when anything cannot be taken in. Raises InputError when standard
    input is named, RegistryError when the database refuses.
    """
    if "-" in files:
        raise InputError("import reads files twice, which standard input does not allow: name a file instead of -")
    problems = [each for each in _items(registry, files) if isinstance(each, Problem)] if strict else []
    if any(map(left_unread, problems)):
        yield from problems
        return
    waiting: list[_Item] = []
    for each in _items(registry, files):
        if isinstance(each, Problem):
            yield each
        else:
            waiting.append(each)
        if len(waiting) == _TOGETHER:
            yield from _all(registry, waiting)
            waiting.clear()
    yield from _all(registry, waiting)
    registry.refresh()


def _all(registry: Registry, items: Sequence[_Item]) -> Iterator[Added | Problem]:
    """Add items many at a time, and one by one from where a page among them was forgotten."""
    kept = 0
    with suppress(InputError):
        for new in registry.add_all((item.document, item.reading) for item in items):
            yield _added(items[kept].reading, new)
            kept += 1
    yield from (_alone(registry, item) for item in items[kept:])


def _alone(registry: Registry, item: _Item) -> Added | Problem:
    try:
        return _added(item.reading, registry.add(item.document, item.reading))
    except InputError as error:  # the page was forgotten
        return problem("forgotten", item.where, str(error))


def _added(reading: Reading, new: bool) -> Added:
    return Added(reading.id, new, len(reading.events) + len(reading.relations) + len(reading.statements))


def _items(registry: Registry, files: Sequence[str]) -> Iterator[_Item | Problem]:
    keys = AgreementKeys(registry)
    named = Named([], [])
    for each in sorted_out(files, named):
        yield _act(each, keys) if isinstance(each, Act) else each
    yield from _readings(registry, named)


def _act(act: Act, keys: AgreementKeys) -> _Item | Problem:
    found = keys.meant(act.agreement)
    if isinstance(found, str):
        return problem("no-such-agreement", f"{act.where} agreement", found)
    name, parties = (found.name, found.parties) if found else (act.agreement, sides(act.agreement))
    return _Item(act.where, act.page(), act.reading(name, parties))


def _readings(registry: Registry, named: Named) -> Iterator[_Item | Problem]:
    """The readings with their pages: those named with them, or else those that the registry holds."""
    waiting: dict[str, list[tuple[str, Reading]]] = defaultdict(list)
    for where, reading in named.readings:
        waiting[reading.document].append((where, reading))
    met: set[str] = set()
    for page in documents(named.pages) if named.pages else ():
        if isinstance(page, Problem):
            yield page
        elif page.sha256 in waiting:
            met.add(page.sha256)
            yield from (_fitted(where, page, reading) for where, reading in waiting[page.sha256])
        else:
            yield problem("reading-missing", page.path or page.id, f"no reading of the page {page.id!r} is named")
    for sha256, left in waiting.items():
        if sha256 not in met:
            yield from _known(registry.documents(sha256), left)


def _known(pages: tuple[Document, ...], left: Iterable[tuple[str, Reading]]) -> Iterator[_Item | Problem]:
    for where, reading in left:
        own = [page for page in pages if page.id == reading.id] or pages[:1]
        if not own:
            yield problem("text-missing", where, f"the page {reading.id!r} is not known")
        yield from (_fitted(where, page, reading) for page in own)


def _fitted(where: str, page: Document, reading: Reading) -> _Item | Problem:
    """The reading with its page, or what does not fit."""
    held = {agreement.key for agreement in reading.agreements}
    facts: list[tuple[Span, str, tuple[str, ...]]]
    facts = [(event.span, event.evidence, (event.agreement,)) for event in reading.events]
    facts += [(one.span, one.evidence, (one.from_, one.to)) for one in reading.relations]
    facts += [(one.span, one.quote, (one.agreement,) if one.agreement else ()) for one in reading.statements]
    for span, quote, keys in facts:
        if span.quote(page.text) != quote:
            return problem("does-not-fit", where, f"{quote[:60]!r} is not at its place in the text of {page.id!r}")
        if unknown := set(keys) - held:
            return problem("does-not-fit", where, f"the reading does not hold the agreement {min(unknown)[:60]!r}")
    return _Item(where, page, reading)
