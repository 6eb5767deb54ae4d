"""What a date leans on that does not tell all by itself: "the same day", "on June 19", on a page without a day."""

from collections.abc import Sequence

from treatywatch.language.dates import TimeExpression, resolve, year_of_page
from treatywatch.language.parse import Parsed, Word

_Found = tuple[Sequence[Word], TimeExpression]
_WITHOUT_A_YEAR = frozenset({"partial_day", "partial_month", "range"})


def leaned_on(
    page: Parsed, found: Sequence[_Found], expression: TimeExpression, anchor: str | None, years: str | None
) -> str | None:
    """The date last given before: what "the next day" and a day without a year lean on.

    ``found`` are the dates of the page, each with its words, in text order; ``anchor`` is the page's own day, ``years``
    the year that it settles.
    """
    earlier: str | None = None
    by_day = expression.kind == "anaphoric" and expression.unit == "day" and not expression.offset
    for words, other in found:
        if other.start >= expression.start:
            break
        value = resolve(other, anchor, "past", earlier)
        passed = _is_attribute(page, words, other) or (anchor is None and _looks_back(page, words, value, earlier))
        if not passed and (not by_day or len(value or "") == len("2024-06-19")):
            earlier = value or earlier
    if expression.kind in _WITHOUT_A_YEAR and anchor is None:
        return earlier if years is None or (earlier and len(earlier) > len("2024")) else years
    return earlier


def page_years(found: Sequence[TimeExpression]) -> str | None:
    """The year that an undated page settles, or the one year that its full dates agree on."""
    if (settled := year_of_page(found)) is not None:
        return str(settled)
    years = {value[:4] for e in found if e.kind == "day" and (value := resolve(e, None, None, None))}
    return next(iter(years)) if len(years) == 1 else None


def top(words: Sequence[Word]) -> int:
    """The word of an expression that hangs on what stands outside it: "May" of "30 May 2008"."""
    inside = {word.i for word in words}
    return next((word.i for word in words if word.head not in inside), words[0].i)


def _is_attribute(page: Parsed, words: Sequence[Word], date: TimeExpression) -> bool:
    """ "The 1967 lines": a year that only tells which thing is meant dates nothing else."""
    above = page.words[words[0].head]
    before = words[0].dep in {"nummod", "compound", "amod"} and above.i > words[-1].i
    return date.kind == "year" and before and above.pos in {"NOUN", "PROPN"}


def _looks_back(page: Parsed, words: Sequence[Word], value: str | None, earlier: str | None) -> bool:
    """ "… the heights, which it had taken in June 1967": years before what the page tells, and not told for itself."""
    if value is None or earlier is None or int(value[:4]) + 1 >= int(earlier[:4]):
        return False
    verb = next((word for word in page.ancestors(top(words)) if word.pos in {"VERB", "AUX"}), None)
    return verb is None or verb.dep not in {"ROOT", "conj"}
