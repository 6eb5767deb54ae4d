import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.intake.html import PageTooComplexError, read_html
from treatywatch.model import BlockLabel

PAGE = """<!doctype html>
<html lang="en-GB"><head><title>Freedonia ratifies lake treaty</title>
<meta property="og:site_name" content="Lake Post">
<meta property="article:published_time" content="2024-06-18T10:00:00+02:00">
<link rel="canonical" href="https://lake.example/treaty"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Freedonia ratifies lake treaty</h1>
<figure class="hero"><img src="a.jpg"><figcaption>Ministers shake hands in Basel.
<span class="photo-credit">© Jane Doe / Lake Post</span></figcaption></figure>
<p>The parliament of Freedonia ratified the Lake Treaty on Monday, after a debate of four hours in the chamber.</p>
<p>The treaty was signed in May by the ministers of the two countries, who called it a new chapter.</p>
<p>It enters into force once the instruments are exchanged, which both sides expect to do before autumn.</p>
</article><footer>Lake Post, all rights reserved</footer></body></html>"""


def test_the_article_is_kept_without_the_page_around_it():
    page = read_html(PAGE)
    assert page.text.startswith("Freedonia ratifies lake treaty\n\n")
    assert page.text.endswith("before autumn.")
    assert "World" not in page.text
    assert "all rights" not in page.text


def test_the_data_of_the_page_are_found():
    page = read_html(PAGE)
    assert (page.title, page.publisher, page.published, page.url, page.language) == (
        "Freedonia ratifies lake treaty",
        "Lake Post",
        "2024-06-18",
        "https://lake.example/treaty",
        "en",
    )


def test_caption_and_credit_are_kept_and_labelled_where_the_markup_tells_them():
    page = read_html(PAGE)
    assert {block.label: block.span.quote(page.text).strip() for block in page.blocks} == {
        BlockLabel.CAPTION: "Ministers shake hands in Basel.",
        BlockLabel.CREDIT: "© Jane Doe / Lake Post",
    }


@pytest.mark.parametrize(
    "picture",
    [
        "<figure><figcaption><p>Ministers meet in Basel.</p><i class='copyright'>© AFP</i></figcaption></figure>",
        "<div class='wp-caption'><p class='wp-caption-text'>Ministers meet in Basel. <i class=credit>© AFP</i></div>",
        "<div class='image__caption'>Ministers <b>meet</b> in Basel.<br><i itemprop='copyrightHolder'>© AFP</i></div>",
    ],
)
def test_captions_are_known_in_any_usual_markup(picture):
    page = read_html(PAGE.replace("</article>", picture + "</article>"))
    found = [(block.label.value, block.span.quote(page.text).strip()) for block in page.blocks[2:]]
    assert found == [("caption", "Ministers meet in Basel."), ("credit", "© AFP")]


def test_a_fragment_or_bare_words_are_a_page_too():
    assert read_html("<p>A treaty was signed.</p>").text == "A treaty was signed."
    assert read_html("A treaty was signed.").text == "A treaty was signed."


def test_a_page_that_dates_nothing_stays_undated():
    assert read_html("<html><body><p>The treaty of 4 May 1999 is old.</p></body></html>").published is None


@pytest.mark.parametrize(
    "bomb", ["<div>" * 300, "<p>x" * 160_000, "a" * 6_000_000, "<p " + "b='1' " * 1000 + ">x", "<a href='" * 1000]
)
def test_bombs_are_refused_before_they_are_parsed(bomb):
    with pytest.raises(PageTooComplexError):
        read_html(bomb)


def test_paragraphs_that_are_never_closed_make_no_page_deep():
    assert "word 999" in read_html("<html><body>" + "".join(f"<p>word {i}" for i in range(1000))).text


@given(st.text(alphabet=st.sampled_from("<>/=\"' &;!-abpdivfigcaption⦃⦄\n"), max_size=200))
def test_no_markup_breaks_it_and_blocks_lie_within_the_text(markup):
    page = read_html(markup)
    assert all(0 <= block.span.start < block.span.end <= len(page.text) for block in page.blocks)
