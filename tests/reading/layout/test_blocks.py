from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.model import Block, BlockLabel, Document, Span
from treatywatch.reading.layout import blocks

ONE = "The parliament of Freedonia ratified the Lake Treaty on Monday after a long debate."
TWO = "The treaty replaces an older one that both states signed fifty years ago in Basel."
LINK = "Sylvania signs fishing pact with Ruritania"


def labels(text: str, *markup: Block) -> list[tuple[str, str]]:
    found = blocks(Document(id="page", text=text, blocks=markup))
    return [(block.label.value, block.span.quote(text).strip()) for block in found]


def words_of(label: str, text: str) -> list[str]:
    return [words for found, words in labels(text) if found == label]


def test_plain_text_is_all_body():
    assert labels(f"{ONE}\n\n{TWO}") == [("body", f"{ONE}\n\n{TWO}")]


def test_a_link_that_stands_twice_around_read_more_is_one_link():
    text = f"{ONE}\n\n{LINK} {LINK}\n\nRead more\n\n{LINK}\n\n{TWO}"
    assert labels(text) == [("body", ONE), ("related", f"{LINK} {LINK}\n\nRead more\n\n{LINK}"), ("body", TWO)]


def test_a_headline_beside_read_more_is_a_link_and_a_sentence_beside_it_is_not():
    assert labels(f"{ONE}\nRead more\n{TWO}") == [("body", ONE), ("related", "Read more"), ("body", TWO)]
    assert words_of("related", f"{ONE}\n{LINK}\nRead more\n{TWO}") == [f"{LINK}\nRead more"]


def test_headlines_under_related_articles_are_links_until_the_text_goes_on():
    text = f"{ONE}\n\nRelated articles:\n\n{LINK}\nWho will join the lake treaty next?\n\n{TWO}"
    assert words_of("related", text) == [f"Related articles:\n\n{LINK}\nWho will join the lake treaty next?"]
    assert words_of("body", text) == [ONE, TWO]


def test_a_second_title_is_furniture_and_the_first_is_read():
    assert labels(f"{LINK}\n{LINK}\n\n{ONE}") == [("body", LINK), ("boilerplate", LINK), ("body", ONE)]
    assert labels(f"{LINK} {LINK} {ONE}") == [("body", LINK), ("boilerplate", LINK), ("body", ONE)]


def test_a_caption_run_together_with_heading_and_credit_comes_apart():
    heading = "The ministers have said the treaty aims at no other country"
    caption = "Foreign Minister Anna Berg and her guest shake hands before talks in Basel."
    assert labels(f"{heading} {caption} © Sputnik\n\n{ONE}") == [
        ("body", heading),
        ("caption", caption),
        ("credit", "© Sputnik"),
        ("body", ONE),
    ]


@pytest.mark.parametrize(
    "caption",
    [
        "Freedonian President Anna Berg",
        "FILE PHOTO: The lake at dawn",
        "Anna Berg and Jon Vries meet the press in Basel.",
    ],
)
def test_captions_that_name_or_show_someone_come_apart_from_the_heading(caption):
    heading = "The pact is expected to be signed at the coming summit"
    assert labels(f"{heading} {caption} © \u00a0Sputnik / Jon Vries\n{ONE}")[:2] == [
        ("body", heading),
        ("caption", caption),
    ]


def test_a_caption_run_together_with_the_first_sentence_comes_apart():
    caption = "Anna Berg poses with a pen."
    assert labels(f"{caption} © AFP / Jon Vries {ONE}") == [
        ("caption", caption),
        ("credit", "© AFP / Jon Vries"),
        ("body", ONE),
    ]


def test_a_dateline_after_a_glued_credit_is_one():
    found = labels(f"Anna Berg poses with a pen. © AFP / Jon Vries LAKESIDE, June 19 (Reuters) - {ONE}")
    assert found[2:] == [("dateline", "LAKESIDE, June 19 (Reuters) -"), ("body", ONE)]


def test_names_after_their_office_are_no_seam():
    text = f"Freedonian president Anna Berg and leader Jon Vries have met and pose here. © Sputnik\n\n{ONE}"
    assert words_of("caption", text) == ["Freedonian president Anna Berg and leader Jon Vries have met and pose here."]


def test_sentences_broken_over_lines_by_an_editor_are_left_alone():
    text = "The ministers met in Basel, where the two of them would\nShare\nthe cost of the lake, as the treaty has it."
    assert labels(text) == [("body", text)]


def test_a_heading_has_a_block_of_its_own():
    assert labels(f"Lake treaty ratified\n{ONE}\n{TWO}") == [
        ("body", "Lake treaty ratified"),
        ("body", f"{ONE}\n{TWO}"),
    ]
    wrapped = "The ministers of both countries met for long talks in the\nLake Hotel on Monday."
    assert labels(wrapped) == [("body", wrapped)]


def test_the_days_of_a_chronology_stay_with_their_entries():
    text = "4 May 2020: The treaty is signed.\n\n7 June 2021: The treaty enters into force."
    assert labels(text) == [("body", text)]
    assert labels("4 May 2020. The treaty is signed.")[0] == ("dateline", "4 May 2020.")


def test_readers_comments_at_the_end_are_furniture_and_a_heading_at_the_top_takes_nothing_with_it():
    assert words_of("body", f"{ONE}\n{TWO}\n3 comments\nSylvania will leave the treaty, mark my words!") == [
        f"{ONE}\n{TWO}"
    ]
    assert words_of("body", f"Comments\n{ONE}\n{TWO}\n{ONE}") == [f"{ONE}\n{TWO}\n{ONE}"]


def test_what_the_markup_told_is_kept():
    span = Span(0, len(ONE))
    assert labels(f"{ONE}\n\n{TWO}", Block(BlockLabel.CAPTION, span)) == [("caption", ONE), ("body", TWO)]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ufffd", "©", "© ", "Read more", "By", "READ ALSO:", "a\x00b\r\n\u2028c"]
)
def test_odd_pages_are_covered_too(text):
    covers(text, blocks(Document(id="page", text=text)))


PIECES = st.sampled_from(
    [
        ONE,
        TWO,
        LINK,
        "Read more",
        "© Sputnik",
        "(RT)",
        "READ ALSO:",
        "\n",
        "\n\n",
        " ",
        "Share",
        "Tags: a, b",
        "By Anna Berg",
    ]
)


@given(st.text() | st.lists(PIECES).map("".join) | st.lists(PIECES).map(" ".join))
def test_blocks_cover_any_text_in_order_without_gap_or_overlap(text):
    found = blocks(Document(id="page", text=text))
    covers(text, found)
    assert found == blocks(Document(id="page", text=text))


def covers(text: str, found: tuple[Block, ...]) -> None:
    assert "".join(block.span.quote(text) for block in found) == text
    assert all(first.span.end == second.span.start for first, second in pairwise(found))
    assert all(block.span.start < block.span.end for block in found)


@pytest.mark.parametrize(
    "text",
    [
        "A" * 50_000,
        "A B " * 20_000,
        "Share 1 " * 9_000,
        "(" * 50_000,
        "Anna Berg/" * 5_000,
        "Read more\n" * 9_000,
        "READ ALSO: Lake " * 5_000,
        "1 " * 30_000,
    ],
)
def test_long_odd_pages_are_covered_too(text):
    covers(text, blocks(Document(id="page", text=text)))
