"""Pages that people with an account bring: read apart, shown, and only then taken into the registry."""

from datetime import date

import msgspec

from treatywatch.intake.fetch import Rules, fetch
from treatywatch.model import Document, InputError, Problem, to_json
from treatywatch.registry import Registry
from treatywatch.registry.accounts import Accounts, Act
from treatywatch.service.acting import Actor
from treatywatch.service.answers import Added
from treatywatch.service.apart import read_apart, read_document_apart
from treatywatch.service.computed import settle
from treatywatch.service.ingest import added, unless_held
from treatywatch.service.pages import PageRead
from treatywatch.service.words import one_line

_LONGEST = 200  # characters of a file's name
_RULES = Rules()


class NewText(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A text as a person or a program gives it; what is not known of it is left out."""

    text: str
    id: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    title: str | None = None


def read_text(given: NewText) -> tuple[PageRead | Problem, ...]:
    """A text with its reading; errors as :func:`read_file`."""
    if not given.text.strip():
        raise InputError("there is no text: paste the words of the page")
    return read_apart(to_json(given).encode(), "pasted text")


def read_file(raw: bytes, name: str, *, published: str | None = None) -> tuple[PageRead | Problem, ...]:
    """Each page of a file with its reading, and problems.

    Raises InputError for an empty file, for a name that holds control characters or is too long, and for a
    ``published`` that is no date.
    """
    if not raw:
        raise InputError("the file is empty: choose another")
    return read_apart(raw, one_line(name, "the file's name", _LONGEST) or "file", published=published)


def read_address(url: str, rules: Rules = _RULES) -> tuple[PageRead | Problem, ...]:
    """The page at a web address with its reading, or the problem that it cannot be had."""
    found = fetch(url.strip(), rules)
    if isinstance(found, Problem):
        return (found,)
    return read_apart(found.raw, found.url[:_LONGEST], url=found.url)


def add_document(registry: Registry, actor: Actor, document: Document, today: date) -> Added | Problem:
    """Take a document that was shown before into the registry, read apart again; otherwise as :func:`add_page`."""
    found = unless_held(registry, document)
    return add_page(registry, actor, read_document_apart(found) if isinstance(found, Document) else found, today)


def add_page(registry: Registry, actor: Actor, page: PageRead | Added | Problem, today: date) -> Added | Problem:
    """Take a page into the registry, and append to the log who brought it; nothing is done for what is no new page.

    Raises RegistryError when the database refuses.
    """
    found = unless_held(registry, page.document) if isinstance(page, PageRead) else page
    done = added(registry, page if isinstance(found, Document) else found)
    if isinstance(done, Added) and done.new and isinstance(page, PageRead):
        about = f"{page.document.sha256[:12]}, {done.assertions} assertions"
        Accounts(registry).note(actor.name, Act.DOCUMENT_ADDED, about, actor.address)
        settle(registry, today)
    return done
