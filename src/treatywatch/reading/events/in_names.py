"""Dates that are part of a name, and date nothing: "the Fisheries Act of 1954", "the Oslo Agreement of 12 May 1990"."""

import re

from treatywatch.language.dates import TimeExpression
from treatywatch.model import Span

_LAW = re.compile(
    r"\b(?:pursuant to|under|in accordance with|required by|consistent with|authori[sz]ed by|terms of)\b"
    r"(?:[^.;]|(?<=\b\w)\.)*"  # "section 123 d. of"
    r"\b(?:Act|Law|Code|Constitution|Ordinance|Statute),? of \Z"
)
_REACH = 160  # characters before a year in which it is told that something is done as a law has it


def names_law(text: str, expression: TimeExpression) -> bool:
    """ "Pursuant to the Atomic Energy Act of 1954": the year is part of the name of a law that something is done by."""
    return (
        expression.kind == "year" and _LAW.search(text, max(0, expression.start - _REACH), expression.start) is not None
    )


def names_agreement(text: str, title: Span, expression: TimeExpression) -> bool:
    """Whether a date is part of an agreement's name: "the 1961 treaty", "the Oslo Agreement of 12 May 1990"."""
    inside = title.start <= expression.start < title.end
    return inside or (title.end <= expression.start and text[title.end : expression.start].strip() == "of")
