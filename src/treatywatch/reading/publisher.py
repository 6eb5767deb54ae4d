"""Whose page it is: the state whose office publishes it, and the two states that its heading names."""

from collections.abc import Iterable

from treatywatch.language.names import Name, find_names
from treatywatch.model import Document

_OFFICES = frozenset({"organ", "office", "person"})
_SIDES = frozenset({"state", "demonym", "organ", "office", "person"})
_PAIR = 2


def voice_of(document: Document) -> tuple[str, ...]:
    """The state that "we" is on a page of its government, empty when the page is nobody's or speaks for two sides."""
    publishing = _publishing(document)
    return tuple(publishing) if len(publishing) == 1 and not _sides(document) - publishing else ()


def pair_of(document: Document) -> tuple[str, ...]:
    """The two states between which a government's page says in its title that something happened, sorted; or none."""
    publishing = _publishing(document)
    together = publishing | _sides(document)
    return tuple(sorted(together)) if publishing and len(together) == _PAIR else ()


def _publishing(document: Document) -> set[str]:
    publisher = document.publisher or ""
    whole = publisher.removeprefix("The ")
    return _codes(
        name for name in find_names(publisher, document.published) if name.kind in _OFFICES or name.text == whole
    )


def _sides(document: Document) -> set[str]:
    title = (document.title or "").partition(" | ")[0]  # behind the bar stands where it was said
    return _codes(name for name in find_names(title, document.published) if name.kind in _SIDES)


def _codes(names: Iterable[Name]) -> set[str]:
    return {code for name in names for code in name.codes}
