"""The parameters that several operations share."""

from datetime import date
from typing import Annotated

from litestar.params import PathParameter, QueryParameter

LARGEST = 200
"""The most that one page holds."""

Key = Annotated[str, PathParameter(description="The agreement: its key, a name, or words that fit it alone.")]
_PARTIAL = r"^\d{4}(-\d{2}(-\d{2})?)?$"

AsOf = Annotated[
    str | None,
    QueryParameter(name="as_of", pattern=_PARTIAL, description="What was so by then: YYYY, YYYY-MM or YYYY-MM-DD."),
]
OnDay = Annotated[date | None, QueryParameter(name="as_of", description="The day asked for; today if not given.")]
KnownBy = Annotated[
    date | None, QueryParameter(name="known_by", description="Only what the registry held on that day.")
]


def written(day: date | None) -> str | None:
    """A day as the service takes it."""
    return day.isoformat() if day else None


Limit = Annotated[int, QueryParameter(name="limit", ge=1, le=LARGEST, description="How many a page holds.")]
Number = Annotated[int, QueryParameter(name="page", ge=1, le=1_000_000, description="Which page, from 1.")]
