"""The page with everything found marked in its text."""

import json
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from treatywatch.model import Document, Span
from treatywatch.reading import explain
from treatywatch.views.marked.page import web_page
from treatywatch.views.marked.segments import Mark, segments

TEXT = (
    "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 3 May 2022. It replaces the 1995 treaty, Oslo said."
)


class _Seen(HTMLParser):
    """The text of the articles, the elements, and the places that links lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.article = ""
        self.tags: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._inside = self._inside or tag == "article"
        self.ids |= {value for name, value in attrs if name == "id" and value}
        self.links |= {value for name, value in attrs if name == "href" and value}

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "article"

    def handle_data(self, data: str) -> None:
        self.article += data if self._inside else ""


def _seen(html: str) -> _Seen:
    seen = _Seen()
    seen.feed(html)
    return seen


def _page(text: str) -> str:
    document = Document("page", text, published="2022-05-04")
    return "".join(web_page([(document, explain(document))]))


def test_the_text_stands_on_the_page_to_the_letter() -> None:
    assert _seen(_page(TEXT)).article == TEXT


def test_every_fact_leads_to_its_words_and_back() -> None:
    seen = _seen(_page(TEXT))

    assert {"#fact-1", "#words-1"} <= seen.links
    assert {link.removeprefix("#") for link in seen.links} <= seen.ids


def test_markup_in_a_page_is_shown_as_text() -> None:
    hostile = f'<script>alert(1)</script><img src=x onerror="a()"> {TEXT}'
    seen = _seen(_page(hostile))

    assert seen.article == hostile
    assert not {"script", "img"} & set(seen.tags)


def test_a_page_that_tells_of_nothing_says_so() -> None:
    assert "This page tells of no agreement" in _page("It rains in Bergen.")


_SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(min(ends), max(ends)))


@given(st.text(max_size=40), st.lists(_SPANS, max_size=8))
def test_segments_put_together_are_the_text_and_no_fact_begins_twice(text: str, spans: list[Span]) -> None:
    spans = [span for span in spans if span.end <= len(text)]
    cut = list(segments(text, [Mark(span, "event", number) for number, span in enumerate(spans)]))

    assert "".join(segment.text for segment in cut) == text
    begun = [number for segment in cut for number in segment.begins]
    assert sorted(begun) == [number for number, span in enumerate(spans) if span.start < span.end]


def test_the_command_writes_one_web_page(tw, page) -> None:
    ended = tw("read", page.name, "--html")

    assert ended.code == 0
    assert _seen(ended.out).article == page.read_text("utf-8")


def test_a_web_page_is_no_json(tw, page) -> None:
    ended = tw("read", page.name, "--html", "--format", "jsonl")

    assert ended.code == 2
    assert "exclude each other" in ended.err


def test_the_rules_and_words_behind_a_fact_are_shown(tw, page) -> None:
    ended = tw("read", page.name, "--explain", "--format", "table")

    assert "rule ratify" in ended.out
    assert "step “ratified”" in ended.out
    assert "date “9 June 2022”" in ended.out


def test_the_words_behind_a_fact_are_spans_of_the_page(tw, page) -> None:
    (explained,) = map(json.loads, tw("read", page.name, "--explain").out.splitlines())
    text = page.read_text("utf-8")

    assert len(explained["events"]) == len(explained["reading"]["events"]) > 0
    for event, grounds in zip(explained["reading"]["events"], explained["events"], strict=True):
        steps = [text[slice(*ground["span"])] for ground in grounds if ground["role"] == "step"]
        assert event["kind"][:4] in " ".join(steps)
