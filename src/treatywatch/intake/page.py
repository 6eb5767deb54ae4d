"""A lone page, plain or HTML, as one document."""

from collections.abc import Iterator

from treatywatch.intake.dating import day_in_url
from treatywatch.intake.decoding import Decoded, binary_kind, decode
from treatywatch.intake.problem_kinds import problem
from treatywatch.intake.provenance import Given, content_id
from treatywatch.model import Document, Problem


def from_page(raw: bytes, name: str, given: Given, *, html: bool) -> Iterator[Document | Problem]:
    """The page in ``raw`` as a document, after a problem for whatever had to be guessed or replaced."""
    if not raw.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        yield problem("no-text", name, "the file is empty")
        return
    if what := binary_kind(raw):
        yield problem("binary-file", name, f"this is {what}")
        return
    decoded = decode(raw)
    yield from _doubts(decoded, name)
    yield (_html if html else _plain)(decoded.text, content_id(raw), name, given)


def _doubts(decoded: Decoded, name: str) -> Iterator[Problem]:
    if decoded.guessed:
        yield problem("encoding-guessed", name, f"not UTF-8; read as {decoded.encoding}")
    if decoded.replaced:
        yield problem("bytes-replaced", name, f"{decoded.replaced} characters could not be decoded")


def _plain(text: str, id_: str, name: str, given: Given) -> Document | Problem:
    if not text.strip():
        return problem("no-text", name, "the file is empty")
    day, day_from = given.day(None, day_in_url(given.url))
    return Document(
        id=id_,
        text=text,
        url=given.url,
        publisher=given.publisher,
        published=day,
        published_from=day_from,
        path=name,
    )


def _html(markup: str, id_: str, name: str, given: Given) -> Document | Problem:
    from treatywatch.intake.html import PageTooComplexError, read_html  # noqa: PLC0415  slow to load

    try:
        page = read_html(markup, given.url)
    except PageTooComplexError as error:
        return problem("page-too-complex", name, str(error))
    if not page.text.strip():
        return problem("no-text", name, "the page holds no text")
    url = given.url or page.url
    day, day_from = given.day(page.published, day_in_url(url))
    return Document(
        id=id_,
        text=page.text,
        url=url,
        publisher=given.publisher or page.publisher,
        published=day,
        published_from=day_from,
        title=page.title,
        language=page.language,
        blocks=page.blocks,
        path=name,
    )
