"""What a time expression is: where it stands, what kind it is, and the parts it is made of."""

from typing import Literal, NamedTuple

Kind = Literal[
    "day",
    "month",
    "year",
    "partial_day",
    "partial_month",
    "weekday",
    "deictic",
    "anaphoric",
    "range",
    "duration",
    "vague",
    "age",
    "frequency",
]
Direction = Literal["past", "future"]
Day = tuple[int | None, int | None, int | None]


class TimeExpression(NamedTuple):
    """One expression of time in a text: its place, its kind and what it says.

    ``year``, ``month``, ``day``, ``weekday`` (Monday is 1) and ``season`` (its first month, north of the equator) are
    the calendar parts that are written out. ``offset`` counts ``unit`` from today or, for ``anaphoric``, from the date
    before it; ``exact`` says that such a distance keeps the day, ``only`` that
    it dates nothing but what lies ahead ("in three days"). ``until`` is the end of a range, as year, month, day.
    ``rule`` names the wording that found it.
    """

    start: int
    end: int
    text: str
    kind: Kind
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    offset: float | None = None
    unit: str | None = None
    exact: bool = False
    only: Direction | None = None
    until: Day | None = None

    @property
    def yearless(self) -> str | None:
        """The day and month of one told without its year, as ``--06-12`` (xsd:gMonthDay); None for all others."""
        if self.kind != "partial_day" or self.month is None or self.day is None:
            return None
        return f"--{self.month:02d}-{self.day:02d}"
