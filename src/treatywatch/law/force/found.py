"""The days between which a rule is met, as far as the deeds' dates are known."""

from datetime import date

import msgspec

from treatywatch.model import bounds

NEVER = date.max.toordinal()
_EVER = (1, NEVER)


class Found(msgspec.Struct, frozen=True):
    """First and last day number on which a rule can be met; ``NEVER`` twice when it is not.

    ``missing`` is what it still needs, ``because`` what decided, both in words.
    """

    first: int
    last: int
    missing: tuple[str, ...] = ()
    because: tuple[str, ...] = ()

    @staticmethod
    def on(value: str | None, because: str) -> "Found":
        """A rule met on the partial date ``value``; any day when it is None or no date."""
        first, last = day_range(value)
        return Found(first, last, (), (because,))

    @staticmethod
    def text(day: int) -> str | None:
        """A day number as ``YYYY-MM-DD``; None for the ends of time."""
        return None if day <= 1 or day >= NEVER else date.fromordinal(day).isoformat()


def day_range(value: str | None) -> tuple[int, int]:
    """The day numbers that a partial date may mean; all of time when it is None or no date."""
    if value is None:
        return _EVER
    try:
        first, last = bounds(value)
    except ValueError:
        return _EVER
    return first.toordinal(), last.toordinal()
