"""Names of things for other programs: the same thing has the same one in every export."""

import hashlib
from urllib.parse import quote

from treatywatch.service.answers import Entry, Quote


def mark(*parts: object) -> str:
    """A short hash of the parts, in hex."""
    return hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def urn(kind: str, name: str) -> str:
    """The URN of a thing: ``urn:treatywatch:agreement:chl-nor-2021-pact``."""
    return f"urn:treatywatch:{kind}:{quote(name, safe='')}"


def step_mark(agreement: str, entry: Entry) -> str:
    """What tells a step from every other of its agreement."""
    places = sorted(_place(source) for source in entry.sources)
    return mark(agreement, entry.kind, entry.modality, " ".join(entry.parties), entry.date, entry.body, *places)


def page_mark(source: Quote) -> str:
    """What tells the page of a source from every other."""
    return mark(source.document, source.url, source.publisher, source.published)


def _place(source: Quote) -> str:
    return mark(source.document, source.fact, source.span, source.quote)
