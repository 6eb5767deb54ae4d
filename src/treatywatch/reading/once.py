"""What follows from a page's grammar alone, worked out once for each word that it is asked of."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from treatywatch.language.parse import Parsed

P = ParamSpec("P")


def once(find: Callable[Concatenate[Parsed, P], list[int]]) -> Callable[Concatenate[Parsed, P], list[int]]:
    """``find`` with its answers kept on the page, of which everyone who asks gets a list of their own.

    It may look at the page and its arguments alone.
    """

    @wraps(find)
    def answer(page: Parsed, /, *asked: P.args, **named: P.kwargs) -> list[int]:
        key = (find, *asked, *named.items())
        found = page.answers.get(key)
        if found is None:
            found = page.answers[key] = find(page, *asked, **named)
        return found.copy()

    return answer
