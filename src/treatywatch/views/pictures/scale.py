"""Time from left to right."""

from datetime import date

import msgspec

from treatywatch.model import bounds

_APART = 64  # pixels between two ticks at least
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)


class TimeScale(msgspec.Struct, frozen=True):
    """Day numbers from ``first`` to ``last`` on pixels from ``left`` to ``right``."""

    first: int
    last: int
    left: float
    right: float

    def at(self, day: float) -> float:
        """Where a day number stands."""
        return round(self.left + (day - self.first) / (self.last - self.first) * (self.right - self.left), 1)

    def span(self, value: str) -> tuple[float, float]:
        """Where a partial date begins and ends; both are the same for a day."""
        first, last = bounds(value)
        return self.at(first.toordinal()), self.at(last.toordinal())

    def ticks(self) -> list[tuple[float, str]]:
        """The beginnings of years or months that have room, with their names."""
        months = next((count for count in _MONTHS if self._pixels(count) >= _APART), _MONTHS[-1])
        start = date.fromordinal(self.first)
        found = []
        month = -(-(start.year * 12 + start.month - 1) // months) * months
        while month < 9999 * 12 + 12 and (day := date(month // 12, month % 12 + 1, 1).toordinal()) <= self.last:
            if day >= self.first:
                found.append((self.at(day), f"{month // 12:04}" + ("" if months >= 12 else f"-{month % 12 + 1:02}")))
            month += months
        return found

    def _pixels(self, months: int) -> float:
        return months * 30.4 / (self.last - self.first) * (self.right - self.left)


def time_scale(dates: list[str], left: float, right: float) -> TimeScale | None:
    """A scale on which all ``dates`` have room, with some air on both sides; None without dates."""
    if not dates:
        return None
    ends = [day.toordinal() for value in dates for day in bounds(value)]
    air = max((max(ends) - min(ends)) // 20, 45)
    return TimeScale(max(min(ends) - air, 1), min(max(ends) + air, date.max.toordinal()), left, right)
