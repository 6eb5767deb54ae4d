"""Agreements that others name by the keys of this registry."""

import re
from difflib import get_close_matches
from functools import cached_property

from treatywatch.registry import Line, Registry

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,}")
_NEAR = 3


class AgreementKeys:
    """The keys of a registry as they were when the first was asked for."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    @cached_property
    def _lines(self) -> dict[str, Line]:
        return {line.key: line for line in self._registry.lines(passing=True)}

    def meant(self, words: str) -> Line | str | None:
        """The agreement whose key this is; None for what is no key but a name; for an unknown key what to tell."""
        if len(words) > 200 or not _KEY.fullmatch(words):
            return None
        if words in self._lines:
            return self._lines[words]
        near = get_close_matches(words, self._lines, n=_NEAR, cutoff=0.3)
        return f"there is no agreement {words!r}" + (f"; nearest are {', '.join(near)}" if near else "")
