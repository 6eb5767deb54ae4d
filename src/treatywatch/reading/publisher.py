"""Whose page it is: the state whose office publishes it, and the two states that its heading names."""

from collections.abc import Iterable
from typing import NamedTuple

from treatywatch.language.names import Name, find_names
from treatywatch.model import Document

_OFFICES = frozenset({"organ", "office", "person"})
_SIDES = frozenset({"state", "demonym", "organ", "office", "person"})
_PAIR = 2


class Publisher(NamedTuple):
    """Whose page it is, in codes of states.

    ``voice`` is the state that "we" is on a page of its government, empty when the page is nobody's or speaks for two
    sides; ``pair`` the two states, sorted, between which a government's page says in its title that something happened.
    ``home`` is the one state whose office publishes the page, whatever its title names.
    """

    voice: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    home: tuple[str, ...] = ()


def publisher_of(document: Document) -> Publisher:
    """Who publishes ``document``, by its publisher and its title."""
    publishing = _publishing(document)
    if not publishing:
        return Publisher()
    together = publishing | _sides(document)
    return Publisher(
        voice=tuple(together) if together == publishing and len(together) == 1 else (),
        pair=tuple(sorted(together)) if len(together) == _PAIR else (),
        home=tuple(publishing) if len(publishing) == 1 else (),
    )


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
