"""Words, grammar and sentences, with every offset true."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.language.parse import MODEL, parse, parse_pages

TEXT = "“There is a treaty,” Anna Berg said.\n\nNorway hasn’t ratified it; the Senate does not want to."


def test_every_word_stands_where_it_says() -> None:
    page = parse(TEXT)
    assert all(TEXT[word.start : word.end] == word.text for word in page.words)
    assert [TEXT[slice(*page.sentence_span(n))] for n in range(len(page.sentences))] == TEXT.split("\n\n")


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [
        ("is", "VERB", "be"),  # after "there" it is no auxiliary
        ("has", "AUX", "have"),
        ("n’t", "PART", "not"),
        ("ratified", "VERB", "ratify"),
        ("does", "AUX", "do"),
        ("Norway", "PROPN", "norway"),
    ],
)
def test_words_have_part_of_speech_and_lemma(word: str, pos: str, lemma: str) -> None:
    (found,) = [each for each in parse(TEXT).words if each.text == word]
    assert (found.pos, found.lemma) == (pos, lemma)


def test_the_same_word_is_told_apart_by_its_grammar() -> None:
    page = parse("They have a plan. They have signed it.")
    assert [word.pos for word in page.words if word.text == "have"] == ["VERB", "AUX"]


def test_the_grammar_is_what_the_model_itself_gives() -> None:
    paragraphs = [
        "The Senate of Chile, which had twice put off the vote, ratified the fisheries treaty on Tuesday by 31 to 12.",
        '"Nothing in it binds our navy," Anna Berg told reporters; Norway\'s instrument is to be deposited in May.',
        "Oslo, 3 May",
    ]
    whole = spacy.load(MODEL, exclude=["ner"])
    own = [token for doc in whole.pipe(paragraphs) for token in doc]
    words = parse("\n\n".join(paragraphs)).words
    assert [(w.text, w.tag, w.dep, w.pos, w.lemma) for w in words] == [
        (t.text, t.tag_, t.dep_, t.pos_, t.lemma_.lower()) for t in own
    ]
    assert [words[w.head].text for w in words] == [token.head.text for token in own]


def test_threads_that_parse_at_the_same_time_do_not_meet() -> None:
    texts = [f"{state} signed it in {year}.\n\n{TEXT}" for state in ("Peru", "Fiji") for year in range(1990, 2000)]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(parse, texts))
    assert [page.words for page in together] == [parse(text).words for text in texts]


def test_pages_parsed_together_are_those_parsed_alone() -> None:
    texts = ["Peru signed it. Chile, which had not, left.", "", TEXT, "\n\n".join([TEXT] * 150), "Fiji will."]
    together = parse_pages([(text, ((0, len(text)),)) for text in texts])
    assert [page.words for page in together] == [parse(text).words for text in texts]
    assert [page.sentences for page in together] == [parse(text).sentences for text in texts]


@given(st.text(alphabet=st.sampled_from("aI. \n\t\u00a0“”’—,é漢"), max_size=60))
def test_any_text_gives_a_tree_of_its_words(text: str) -> None:
    page = parse(text)
    assert "".join(word.text for word in page.words) == "".join(text.split())
    for word in page.words:
        assert word.i in page.sentences[word.sentence]
        assert all(page.words[child].head == word.i for child in word.children)
