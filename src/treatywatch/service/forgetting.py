"""Forgetting a page for good, as a legal duty may demand."""

from treatywatch.model import InputError, NotFoundError
from treatywatch.registry import Page, Registry, Tombstone
from treatywatch.service.review import checked


def forget(registry: Registry, document: str, *, who: str, because: str) -> tuple[Tombstone, ...]:
    """Delete a page's text, all that was read from it and all that rested on it alone; it is not taken in again.

    ``document`` is the page's id, its address, or the hash of its text, whole or 12 digits of it. Every page with the
    same text goes with it; a tombstone for each stays and is returned. Nothing brings them back. Raises InputError when
    who or why are missing or the name fits several texts, NotFoundError with the nearest when there is no such page.
    """
    given = checked(who, because)
    return registry.forget(_text(registry, document.strip()), *given)


def _text(registry: Registry, document: str) -> str:
    found = registry.documents_meant(document)
    texts = {page.sha256 for page in found}
    if len(texts) == 1:
        return found[0].sha256
    if texts:
        raise InputError(f"{document[:100]!r} may be any of these, name one by its hash:\n{_listed(found)}")
    near = _listed(registry.documents_near(document))
    raise NotFoundError(
        f"there is no page {document[:100]!r}; "
        + (f"nearest are:\n{near}" if near else "treatywatch sources AGREEMENT lists an agreement's pages by their ids")
    )


def _listed(found: tuple[Page, ...]) -> str:
    return "\n".join(f"  {page.sha256[:12]}  {page.id[:60]}  {(page.publisher or '')[:40]}" for page in found)
