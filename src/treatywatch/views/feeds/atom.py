"""What is new as an Atom feed (RFC 4287). The only module that imports feedgen."""

from datetime import UTC, datetime

from feedgen.feed import FeedGenerator

from treatywatch.service.lasting import lasting_id
from treatywatch.service.news_items import Item
from treatywatch.views.feeds.words import addresses, item_text, item_title
from treatywatch.views.present.plain import plain


def atom(items: tuple[Item, ...], since: str, place: str) -> bytes:
    """The feed in UTF-8, the latest first; ``place`` is the registry's, and tells one registry's feed from another's.

    Nothing in it is of the moment of writing: the same registry gives the same bytes.
    """
    feed = FeedGenerator()
    feed.id(lasting_id("feed", place))
    feed.title("treatywatch")
    feed.subtitle(f"What has been learned of international agreements since {since}")
    feed.author(name="treatywatch")
    feed.generator("treatywatch")
    feed.updated(items[0].recorded if items else datetime.fromisoformat(f"{since}T23:59:59").replace(tzinfo=UTC))
    for item in items:
        _add(feed, item)
    written: bytes = feed.atom_str(pretty=True)
    return written


def _add(feed: FeedGenerator, item: Item) -> None:
    one = feed.add_entry(order="append")
    one.id(item.id)
    one.title(item_title(item))
    one.updated(item.recorded)
    one.content(item_text(item), type="text")
    one.category(term=item.sort)
    one.category(term=plain(item.agreement.key), label=plain(item.agreement.name))
    for url in addresses(item.entry.sources if item.entry else ())[:1]:  # more than one may not stand in an entry
        one.link(href=url)
