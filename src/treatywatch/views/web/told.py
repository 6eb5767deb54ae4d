"""The small parts of which pages are full: a place with its words, who acts, a sign. Each is an element, escaped.

Written here and not in a template: there are hundreds on a page, and a macro takes five times as long.
"""

from functools import cache, lru_cache
from urllib.parse import quote as quoted

from treatywatch.language.names import state_name
from treatywatch.service.answers import Quote
from treatywatch.views.present.plain import plain
from treatywatch.views.present.words import without_year
from treatywatch.views.web.markup import Markup, escape, markup


def evidence(said: Quote) -> str:
    """The address of a place: its page, with the words marked."""
    return f"/pages/{said.sha256}" + (f"#at-{said.span.start}-{said.span.end}" if said.span else "")


def source(said: Quote) -> Markup:
    """The words of a place, with who published them and when, and whom the page names as its source."""
    when = f", <time>{escape(said.published)}</time>" if said.published else ""
    whose = f" · according to <bdi>{escape(plain(said.attributed_to, 120))}</bdi>" if said.attributed_to else ""
    day = f" · {without_year(said.yearless)}" if said.yearless else ""
    reread = " · read otherwise by a person" if said.reread else ""
    return markup(
        f'<blockquote class="said">\n<p dir="auto">“{escape(said.quote)}”</p>\n'
        f"<footer>{_link(said, 80)}{when}{whose}{day}{reread}</footer>\n</blockquote>\n"
    )


def fact(name: str | None) -> Markup:
    """The id by which people decide on a fact; nothing where there is none."""
    return markup(f'<code class="code" title="The id to decide on it by">{escape(name)}</code>' if name else "")


def briefly(said: Quote) -> Markup:
    """A link to a place, by who published it."""
    return markup(_link(said, 40))


def _link(said: Quote, longest: int) -> str:
    name = plain(said.publisher or said.path or said.document, longest)
    return f'<a href="{escape(evidence(said))}">{escape(name)}</a>'


def actors(parties: tuple[str, ...], body: str | None) -> Markup:
    """Who acts: links to states and organisations, and the organ where it is named."""
    named = ", ".join(map(_state, parties))
    organ = f"<bdi>{escape(body)}</bdi>" if body else ""
    return markup(" · ".join(part for part in (named, organ) if part))


@cache
def sign(modality: str) -> Markup:
    """The sign of a modality, told apart by its form."""
    return markup(
        f'<svg class="sign {modality}" width="16" height="16" aria-hidden="true">'
        f'<use href="#sign-{modality}" x="8" y="8"/></svg> '
    )


@lru_cache(maxsize=1024)
def _state(code: str) -> str:
    return f'<a href="/states/{quoted(code)}">{escape(state_name(code))}</a>'
