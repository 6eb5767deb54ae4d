"""What is new as an Atom feed: whole, in order, and with ids that last; on both databases."""

from datetime import date

import feedparser
import pytest

from treatywatch.service.news_items import news_items
from treatywatch.views.feeds.atom import atom

TODAY = date(2026, 2, 1)
LONG_AGO = "2000-01-01"


def read(registry, since: str = LONG_AGO, agreement: str | None = None):
    """The feed as a reader of feeds understands it, with every id and title."""
    parsed = feedparser.parse(atom(news_items(registry, since, TODAY, agreement), since, registry.place))
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def titles(parsed) -> dict[str, str]:
    return {entry.title.partition(": ")[2]: entry.id for entry in parsed.entries}


def test_agreement_steps_conflict_and_stage_are_entries(registry, tell, days) -> None:
    tell("p1", "signed", "2022-05-03", url="https://news.example/1")
    tell("p2", "ratified", "2022-06-09", "NOR")
    days.next()
    tell("p3", "ratified", "2022-06-08", "NOR")
    tell("p4", "in_force", "2022-07-01")

    told = titles(read(registry))
    later = titles(read(registry, "2026-01-05"))

    assert "new, in force" in told
    assert "signed · 2022-05-03 · ISL, NOR" in told
    assert any(title.startswith("sources differ on ratified") for title in told)
    assert "was signed, now in force" in later
    assert "signed · 2022-05-03 · ISL, NOR" not in later


def test_an_entry_has_the_words_the_page_and_the_moment_it_was_learned(registry, tell) -> None:
    tell("p1", "signed", "2022-05-03", url="https://news.example/1?a=1&b=2")

    (entry,) = [one for one in read(registry).entries if "signed · 2022" in one.title]

    assert "“p1 tells that Lighthouse Pact is signed 2022-05-03.”" in entry.content[0].value
    assert entry.link == "https://news.example/1?a=1&b=2"
    assert entry.updated.startswith("2026-01-05T12:00:00")
    assert "step" in [tag.term for tag in entry.tags]


def test_the_same_registry_gives_the_same_bytes_and_every_entry_an_id_of_its_own(registry, tell) -> None:
    for number, kind in enumerate(("signed", "ratified", "approved", "in_force")):
        tell(f"p{number}", kind, f"2022-0{number + 1}-01")
        tell(f"q{number}", kind, f"2011-0{number + 1}-01", name="Harbour Pact")

    items = news_items(registry, LONG_AGO, TODAY)
    ids = [item.id for item in items]

    assert len(ids) == len(set(ids)) == 2 + 2 * 6
    assert atom(items, LONG_AGO, "x") == atom(news_items(registry, LONG_AGO, TODAY), LONG_AGO, "x")
    assert [item.recorded for item in items] == sorted((item.recorded for item in items), reverse=True)


def test_a_fact_keeps_its_id_when_others_tell_it_too_or_date_it_otherwise(registry, tell, days) -> None:
    tell("p9", "ratified", "2022-06-09", "NOR")
    (before,) = [one for one in read(registry).entries if "ratified" in one.title]
    days.next()
    for page in ("p1", "p2", "p3", "p4"):
        tell(page, "ratified", "2022-06-08", "NOR")

    (after,) = [one for one in read(registry).entries if one.title.startswith("Lighthouse Pact: ratified")]
    (since,) = [one for one in read(registry, "2026-01-05").entries if one.title == after.title]

    assert "2022-06-08" in after.title
    assert before.id == after.id == since.id
    assert before.updated < after.updated


def test_one_agreement_can_be_followed(registry, tell) -> None:
    tell("p1", "signed", "2022-05-03")
    tell("p2", "signed", "2023-05-03", name="Harbour Pact")

    assert {one.title.partition(":")[0] for one in read(registry, agreement="Harbour Pact").entries} == {"Harbour Pact"}


def test_nothing_new_is_an_empty_feed_of_the_same_id(registry, tell) -> None:
    tell("p1", "signed", "2022-05-03")

    nothing, everything = read(registry, "2026-01-31"), read(registry)

    assert nothing.entries == []
    assert nothing.feed.id == everything.feed.id
    assert nothing.feed.updated.startswith("2026-01-31")


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("<script>alert(1)</script> & ]]> Pact", "https://news.example/<b>"),
        ("bell \x07 escape \x1b[31m Pact", "javascript:alert(1)"),
        ("\u202eturned round\u202c Pact", "http://[broken"),
        ("معاهدة الشراكة", "https://news.example/\x00"),
        ("x" * 100_000, "ftp://news.example"),
    ],
)
def test_hostile_names_and_addresses_do_no_harm(registry, tell, name: str, url: str) -> None:
    tell("p1", "signed", "2022-05-03", name=name, url=url)

    entries = read(registry).entries

    assert any("signed · 2022-05-03" in entry.title for entry in entries)
    assert all(len(entry.title) < 400 for entry in entries)
    assert all(link.href.startswith("https://news.example") for entry in entries for link in entry.get("links", ()))
