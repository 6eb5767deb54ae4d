"""The rows of a list of agreements as elements of a table.

Written here and not in a template: fifty of them are most of the work of a list, and thrice as quick.
"""

from collections.abc import Iterable
from urllib.parse import quote as quoted

from treatywatch.language.names import state_name
from treatywatch.law.status import Stage
from treatywatch.service.answers import Summary
from treatywatch.views.web.markup import Markup, escape, markup
from treatywatch.views.web.stage import stage_mark

_NAMED = 4  # parties


def found_rows(found: Iterable[Summary]) -> Markup:
    """A row for each agreement: its name with its form and year, stage, parties, last step, and how many pages."""
    return markup(*map(_row, found))


def _row(one: Summary) -> str:
    year = f" {escape(one.year)}" if one.year else ""
    return (
        f'<tr>\n<th scope="row"><a href="/agreements/{quoted(one.key)}"><bdi>{escape(one.name)}</bdi></a> '
        f'<span class="soft">{escape(_words(one.form))}{year}</span></th>\n'
        f"<td>{stage_mark(Stage(one.stage)) if one.stage else ''}</td>\n<td>{_parties(one.parties)}</td>\n"
        f'<td>{_last(one)}</td>\n<td class="number">{one.documents}</td>\n</tr>\n'
    )


def _parties(codes: tuple[str, ...]) -> str:
    more = len(codes) - _NAMED
    named = ", ".join(escape(state_name(code)) for code in codes[:_NAMED])
    return f"{named} and {more} more" if more > 0 else named


def _last(one: Summary) -> str:
    step, day = one.last or ("", None)
    told = escape(_words(step)) + (f" <time>{escape(day)}</time>" if day else "")
    return f'{told} <span class="flag">{one.conflicts} in conflict</span>' if one.conflicts else told


def _words(value: str) -> str:
    return value.replace("_", " ")
