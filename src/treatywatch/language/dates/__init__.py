"""English expressions of time: found in a text, resolved against its date, read from its dateline."""

from treatywatch.language.dates.arithmetic import earlier
from treatywatch.language.dates.dateline import Dateline, dateline
from treatywatch.language.dates.expression import TimeExpression
from treatywatch.language.dates.find import find_dates
from treatywatch.language.dates.resolving import interval, resolve
from treatywatch.language.dates.timeml import timex_value
from treatywatch.language.dates.undated import year_of_page

__all__ = [
    "Dateline",
    "TimeExpression",
    "dateline",
    "earlier",
    "find_dates",
    "interval",
    "resolve",
    "timex_value",
    "year_of_page",
]
