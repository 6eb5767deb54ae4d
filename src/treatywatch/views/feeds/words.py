"""What is new and what is coming, in words without anything that XML or a calendar could not hold."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from treatywatch.service.answers import Entry, Quote
from treatywatch.service.coming import Coming
from treatywatch.service.news_items import Item
from treatywatch.views.present.agreement import happenings
from treatywatch.views.present.plain import plain
from treatywatch.views.present.words import actors, joined, step_words

_LONGEST = 2000


def item_title(item: Item) -> str:
    """What is new, in one line that begins with the agreement."""
    name = plain(item.agreement.name)
    if item.entry is None:
        stage = _words(item.stage)
        return f"{name}: new, {stage}" if item.sort == "agreement" else f"{name}: was {_words(item.was)}, now {stage}"
    told = joined(step_words(item.entry.kind, item.entry.modality), item.entry.date, _actors(item.entry))
    return f"{name}: sources differ on {told}" if item.sort == "conflict" else f"{name}: {told}"


def item_text(item: Item) -> str:
    """What is new with the words that say so, a line each."""
    lines = [joined(plain(item.agreement.name), item.agreement.form, ", ".join(item.agreement.parties))]
    return "\n".join([*lines, *(entry_lines(item.entry) if item.entry else ())])


def coming_title(one: Coming) -> str:
    """The date's agreement and what it is the date of; a date that is less than a day says so."""
    what = f"{one.what} ({one.sort})"
    within = f"some day of {one.date}" if len(one.date) < 10 else None
    return f"{plain(one.name)}: {joined(what, ', '.join(one.parties), within)}"


def coming_text(one: Coming) -> str:
    """What pages say of it, or the law that it is computed by, a line each."""
    lines = [plain(one.law, _LONGEST)] if one.law else []
    return "\n".join([*lines, *(entry_lines(one.entry) if one.entry else ())])


def entry_lines(entry: Entry) -> Iterator[str]:
    """A step, the quotes that tell of it, and where they stand on the web."""
    for told in happenings([entry]):
        yield plain(joined(told.when, told.what))
        yield from (plain(quote, _LONGEST) for quote in told.quotes)
    yield from addresses(entry.sources)


def addresses(sources: Iterable[Quote]) -> list[str]:
    """The web addresses of the pages, each once, in the order given."""
    found = (source.url for source in sources if source.url and _is_address(source.url))
    return list(dict.fromkeys(found))


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and url.isascii() and plain(url, 2000) == url


def _actors(entry: Entry) -> str:
    return plain(actors(entry.parties, entry.body))


def _words(stage: str | None) -> str:
    return (stage or "").replace("_", " ")
