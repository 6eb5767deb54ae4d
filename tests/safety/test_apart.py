"""What comes over the network is read in a process of its own, which may use little."""

import gzip
import json

import pytest

from treatywatch.model import InputError, Problem
from treatywatch.service.adding import NewText, read_address, read_file, read_text
from treatywatch.service.apart import Limits, read_apart
from treatywatch.service.pages import PageRead

TEXT = "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 3 May 2022."


def _codes(found: tuple[PageRead | Problem, ...]) -> list[str]:
    return [one.code if isinstance(one, Problem) else "read" for one in found]


def test_what_is_read_apart_is_what_is_read_anywhere() -> None:
    from treatywatch.service.pages import read_documents

    (page,) = read_text(NewText(TEXT, publisher="Wire", published="2022-05-04", title="A treaty"))
    assert isinstance(page, PageRead)
    assert (page.document.text, page.document.publisher, page.document.title) == (TEXT, "Wire", "A treaty")
    assert [page] == list(read_documents([page.document]))
    assert [event.kind for event in page.reading.events] == ["signed"]


def test_a_file_may_hold_a_page_or_several() -> None:
    html = b"<html><head><title>T</title></head><body><p>" + TEXT.encode() + b"</p></body></html>"
    (page,) = read_file(html, "a.html", published="2022-05-04")
    assert isinstance(page, PageRead)
    assert (page.document.path, page.document.published, page.document.text) == ("a.html", "2022-05-04", TEXT)
    lines = "".join(json.dumps({"id": str(number), "text": TEXT}) + "\n" for number in range(3))
    assert _codes(read_file(lines.encode(), "a.jsonl")) == ["read"] * 3


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"%PDF-1.7 ...", "binary-file"),
        (b"PK\x03\x04" + b"\0" * 100, "binary-file"),
        (b"   \n", "no-text"),
        (gzip.compress(b"x" * 30_000_000, mtime=0), "too-large"),
        (gzip.compress(gzip.compress(b"\0" * 30_000_000, mtime=0), mtime=0), "binary-file"),
        (gzip.compress(b"x" * 1000, mtime=0)[:25], "damaged-archive"),
        (b"<html>" + b"<div>" * 5_000, "page-too-complex"),
    ],
)
def test_what_is_no_page_is_told(raw: bytes, code: str) -> None:
    assert _codes(read_file(raw, "upload")) == [code]


@pytest.mark.parametrize("limits", [Limits(memory=150_000_000), Limits(seconds=1)])
def test_a_process_that_takes_too_much_is_stopped(limits: Limits) -> None:
    (found,) = read_apart(TEXT.encode() * 20_000, "long.txt", limits=limits)
    assert isinstance(found, Problem)
    assert (found.code, found.where) == ("reader-stopped", "long.txt")


def test_one_file_of_very_many_pages_is_not_read_to_its_end() -> None:
    lines = "".join(json.dumps({"id": str(number), "text": "no agreement"}) + "\n" for number in range(30))
    assert len(read_apart(lines.encode(), "many.jsonl", limits=Limits(pages=10))) == 10


@pytest.mark.parametrize("name", ["a\x1b[2Jb.txt", "a\u202etxt.exe", "x" * 201, "a\0b"])
def test_a_hostile_name_of_a_file_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="the file's name"):
        read_file(TEXT.encode(), name)


def test_what_cannot_be_asked_for_is_told() -> None:
    for asked in (lambda: read_text(NewText("  ")), lambda: read_file(b"", "a.txt")):
        with pytest.raises(InputError, match=r"paste|choose"):
            asked()
    with pytest.raises(InputError, match="write it as YYYY-MM-DD"):
        read_file(TEXT.encode(), "a.txt", published="yesterday")


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8000/", "http://localhost/", "http://169.254.169.254/", "file:///etc/passwd"]
)
def test_an_address_within_the_own_network_is_refused(url: str) -> None:
    assert _codes(read_address(url)) == ["address-refused"]
