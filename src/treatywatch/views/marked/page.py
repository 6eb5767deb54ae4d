"""Readings as one web page: the text on one side with its marks, the facts on the other."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, Template

from treatywatch.model import BlockLabel, Document, Explained
from treatywatch.views.marked.segments import Mark, segments
from treatywatch.views.present.facts import Fact, facts, why
from treatywatch.views.present.reading import IN_GENERAL, heading

_READ = frozenset({BlockLabel.BODY, BlockLabel.CAPTION})


class Listed(NamedTuple):
    """A fact as the list beside the text has it."""

    number: int
    fact: Fact
    agreement: str
    why: str


def web_page(pages: Iterable[tuple[Document, Explained]]) -> Iterator[str]:
    """The pieces of one HTML page that shows each document with everything found marked in its words.

    It needs no script, no network and no other file; a page's own markup is shown as text, never as markup.
    """
    yield _template("head.html").render()
    number = 0
    for order, (document, explained) in enumerate(pages):
        listed = list(_listed(document, explained, number))
        number += len(listed)
        yield from _template("document.html").generate(
            order=order,
            heading=heading(document),
            url=document.url,
            segments=segments(document.text, _marks(explained, listed)),
            listed={each.number: each for each in listed},
        )
    yield _template("foot.html").render()


def _listed(document: Document, explained: Explained, before: int) -> Iterator[Listed]:
    named = {agreement.key: agreement.name for agreement in explained.reading.agreements}
    for number, fact in enumerate(facts(explained), start=before + 1):
        yield Listed(number, fact, named.get(fact.about or "", IN_GENERAL), why(document, fact))


def _marks(explained: Explained, listed: list[Listed]) -> list[Mark]:
    found = [Mark(block.span, "clutter") for block in explained.reading.blocks if block.label not in _READ]
    found += [Mark(span, "agreement") for each in explained.reading.agreements for span in each.mentions]
    for each in listed:
        found.append(Mark(each.fact.span, f"{each.fact.sort} {each.fact.modality or ''}".strip(), each.number))
        found += [Mark(ground.span, ground.role) for ground in each.fact.grounds]
    return found


def _template(name: str) -> Template:
    return _environment().get_template(name)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    loader = PackageLoader("treatywatch.views.marked", "templates")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
