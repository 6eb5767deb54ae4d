"""The choices of a filter as the elements of a form: some hundreds, and the same on every page of a list."""

from collections.abc import Iterable
from functools import lru_cache

from treatywatch.language.names import state_name
from treatywatch.registry import Counted
from treatywatch.views.web.markup import Markup, escape, markup


def options(counted: Iterable[Counted], chosen: str | None, of_states: bool = False) -> Markup:
    """The values with how many agreements each has, ``chosen`` selected; those ``of_states`` by their names."""
    every = _options(tuple(counted), of_states)
    mark = f'<option value="{escape(chosen or "")}"'
    return markup(every.replace(mark, f"{mark} selected", 1) if chosen else every)


@lru_cache(maxsize=16)
def _options(counted: tuple[Counted, ...], of_states: bool) -> str:
    return "".join(_option(one, state_name(one.value) if of_states else one.value.replace("_", " ")) for one in counted)


def _option(one: Counted, words: str) -> str:
    return f'<option value="{escape(one.value)}">{escape(words)} ({one.count})</option>\n'
