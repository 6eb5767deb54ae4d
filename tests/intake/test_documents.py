import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.intake import documents, problem_kinds
from treatywatch.model import Document, InputError, Problem

PAGE = "The parliament of Freedonia ratified the Lake Treaty with Sylvania on Monday."
LINE = {
    "id": "lake/1",
    "url": "https://lake.example/a",
    "publisher": "Lake Post",
    "published": "2024-06-18",
    "text": PAGE,
}


def read(*sources: object, **options: object) -> tuple[list[Document], list[Problem]]:
    found = list(documents([str(each) for each in sources], **options))
    return [x for x in found if isinstance(x, Document)], [x for x in found if isinstance(x, Problem)]


def lines(*values: object) -> bytes:
    return b"".join((value if isinstance(value, bytes) else json.dumps(value).encode()) + b"\n" for value in values)


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    def write(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def test_a_plain_page_keeps_its_text_gets_an_id_from_its_content_and_shows_its_path(put):
    path = put("a.txt", PAGE + "\r\n")
    (document,), problems = read(path)
    assert document.text == PAGE + "\r\n"
    assert document.id.startswith("sha256:")
    assert document.path == str(path)
    assert (document.published, document.published_from, problems) == (None, None, [])


def test_the_same_page_has_the_same_id_wherever_it_lies(put):
    (first, second, third), _ = read(put("a.txt", PAGE), put("b/c.md", PAGE), "-", stdin=io.BytesIO(PAGE.encode()))
    assert first.id == second.id == third.id


def test_what_the_user_gives_with_a_page_stands_in_the_document(put):
    (document,), _ = read(
        put("a.txt", PAGE), published="2024-06-18", publisher="Lake Post", url="https://lake.example/2020/01/02/"
    )
    assert (document.published, document.published_from) == ("2024-06-18", "given")
    assert (document.publisher, document.url) == ("Lake Post", "https://lake.example/2020/01/02/")


def test_a_published_that_is_no_date_stops_before_anything_is_read():
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        documents(["-"], published="18 June")


def test_json_lines_keep_fields_and_text_exactly_and_ignore_other_fields(put):
    text = "  A\tline \u2028 with odd   spaces\r\n\n\nand an end "
    (first, second), problems = read(put("d.jsonl", lines(LINE | {"text": text, "saga": None, "n": 3}, {"text": PAGE})))
    assert first.text == text
    assert (first.id, first.publisher, first.published, first.published_from) == (
        "lake/1",
        "Lake Post",
        "2024-06-18",
        "metadata",
    )
    assert second.id.startswith("sha256:")
    assert second.path is not None
    assert second.path.endswith("d.jsonl:2")
    assert problems == []


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-06-18T23:10:00+09:00", "2024-06-18"),
        ("20240618", "2024-06-18"),
        ("Tue, 18 Jun 2024 10:00:00 GMT", "2024-06-18"),
    ],
)
def test_times_and_feed_dates_count_as_the_day_they_name(put, published, day):
    (document,), problems = read(put("d.jsonl", lines(LINE | {"published": published})))
    assert (document.published, problems) == (day, [])


def test_a_publication_date_that_is_none_leaves_the_document_undated_and_says_so(put):
    (document,), (problem,) = read(put("d.jsonl", lines(LINE | {"published": "last week"})))
    assert document.published is None
    assert (problem.code, problem.where.rsplit("/")[-1]) == ("date-not-understood", "d.jsonl:1")


def test_the_day_in_the_address_is_used_when_nothing_else_gives_one(put):
    (document,), _ = read(put("d.jsonl", lines({"text": PAGE, "url": "https://lake.example/2024/06/18/treaty.html"})))
    assert (document.published, document.published_from) == ("2024-06-18", "url")


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (b"not json", "not-json", "no JSON"),
        (b'["a list"]', "not-a-document", "Expected `object`"),
        (b'{"id": "x"}', "not-a-document", "`text`"),
        (b'{"id": "x", "text": 12}', "not-a-document", "Expected `str`, got `int` - at `text`"),
        (b'{"id": "x", "text": " \\n"}', "no-text", "empty"),
        (b"[" * 100_000, "not-json", "nested too deeply"),
    ],
)
def test_a_line_that_is_no_document_is_named_and_the_next_is_read(put, line, code, says):
    found, (problem,) = read(put("d.jsonl", lines(LINE, line, LINE | {"id": "lake/2"})))
    assert [each.id for each in found] == ["lake/1", "lake/2"]
    assert problem.code == code
    assert problem.where.endswith("d.jsonl:2")
    assert says in problem.message


def test_json_as_other_programs_write_it_is_read(put):
    content = b"\xef\xbb\xbf" + lines(b'{"text": "a \\ud800 b", "score": NaN}', b'{"text": "caf\xe9"}', b"")
    (first, second), problems = read(put("d.jsonl", content))
    assert (first.text, second.text) == ("a \ufffd b", "caf\u00e9")
    assert [each.code for each in problems] == ["bytes-replaced"]


def test_two_texts_under_one_id_are_both_read_and_reported_and_a_repeat_is_not(put):
    path = put("d.jsonl", lines(LINE, LINE, LINE | {"text": "Another text."}))
    found, (problem,) = read(path)
    assert [each.text for each in found] == [PAGE, PAGE, "Another text."]
    assert found[2].id != found[0].id
    assert (problem.code, problem.where) == ("duplicate-id", f"{path}:3")


@pytest.mark.parametrize("content", [json.dumps(LINE, indent=2), json.dumps([LINE, LINE]), json.dumps(LINE)])
def test_a_json_file_may_hold_one_document_or_a_list(put, content):
    found, problems = read(put("d.json", content))
    assert {each.id for each in found} == {"lake/1"}
    assert problems == []


def test_a_long_line_in_a_json_file_of_lines_is_still_read_line_by_line(put):
    found, _ = read(put("d.json", lines(LINE | {"text": "word " * 20_000}, LINE | {"id": "lake/2"})))
    assert [each.id for each in found] == ["lake/1", "lake/2"]


def test_a_folder_is_read_in_order_with_its_folders_and_tells_what_it_passes_over(put, tmp_path):
    put("in/b.txt", "b")
    put("in/a.jsonl", lines(LINE))
    put("in/deep/c.html", f"<p>{PAGE}</p>")
    put("in/d.txt.gz", gzip.compress(b"d"))
    put("in/photo.png", b"\x89PNG")
    put("in/.hidden.txt", "no")
    found, (problem,) = read(tmp_path / "in")
    assert [each.text for each in found] == [PAGE, "b", "d", PAGE]
    assert (problem.code, problem.message) == ("files-passed-over", "not opened: 1 .png")


def test_a_glob_is_expanded_and_one_that_matches_nothing_is_reported(put, tmp_path):
    put("a.txt", "a")
    put("x/b.txt", "b")
    found, (problem,) = read(tmp_path / "**" / "*.txt", tmp_path / "*.none")
    assert [each.text for each in found] == ["a", "b"]
    assert problem.code == "no-match"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (PAGE.encode(), PAGE),
        (f"<!DOCTYPE html><p>{PAGE}</p>".encode(), PAGE),
        (lines(LINE), PAGE),
        (gzip.compress(lines(LINE)), PAGE),
        (json.dumps([LINE], indent=1).encode(), PAGE),
    ],
)
def test_standard_input_is_read_by_what_it_looks_like(content, text):
    (document,), problems = read("-", stdin=io.BytesIO(content))
    assert (document.text, problems) == (text, [])


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "no-text"),
        ("blank.txt", b" \n\t\r\n", "no-text"),
        ("empty.html", b"<html><body><script>x()</script></body></html>", "no-text"),
        ("empty.json", b"", "no-text"),
        ("empty.jsonl", b"\n\n", "no-text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "binary-file"),
        ("program.txt", bytes(range(256)) * 20, "binary-file"),
        ("paper.html", b"%PDF-1.7 ...", "binary-file"),
        ("archive.jsonl", b"PK\x03\x04\x00\x00\n" * 50, "binary-file"),
        ("broken.txt.gz", gzip.compress(b"some text")[:-6], "damaged-archive"),
        ("bomb.html", b"<div>" * 100_000, "page-too-complex"),
        ("tags.html", b"<html><body>" + b"<p>a</p>" * 80_000, "page-too-complex"),
        ("attributes.html", b"<html><p " + b"a=1 " * 10_000 + b">x</p>", "page-too-complex"),
    ],
)
def test_a_bad_file_is_named_with_a_cure_and_the_next_is_read(put, name, content, code):
    (document,), (problem,) = read(put(name, content), put("good.txt", PAGE))
    assert document.text == PAGE
    assert (problem.code, problem.where.rsplit("/")[-1]) == (code, name)
    assert problem.cure


def test_one_endless_line_is_passed_over_with_the_limit_named(put):
    page, line = put("a.txt", b"a" * 3000), put("b.jsonl", b"{" * 3000 + b"\n" + lines(LINE))
    (document,), (first, second) = read(page, line, max_bytes=1000)
    assert document.id == "lake/1"
    assert (first.code, second.code) == ("too-large", "too-large")
    assert "1,000" in first.message
    assert "3,001" in second.message
    assert second.where.endswith("b.jsonl:1")


def test_a_packed_bomb_is_not_unpacked_beyond_the_limit(put):
    _, (problem,) = read(put("bomb.txt.gz", gzip.compress(b"a" * 5_000_000)), max_bytes=1000)
    assert problem.code == "too-large"


def test_missing_files_and_folders_without_pages_are_named(tmp_path):
    (tmp_path / "void").mkdir()
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone")
    _, problems = read(tmp_path / "nothing.txt", tmp_path / "void", tmp_path / "dangling.txt")
    assert [each.code for each in problems] == ["file-missing", "nothing-to-read", "file-missing"]


def test_what_exists_but_does_not_open_is_named(put, tmp_path):
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    (document,), (problem,) = read(loop, put("good.txt", PAGE))
    assert document.text == PAGE
    assert (problem.code, problem.where) == ("not-readable", str(loop))


def test_a_bad_pipe_is_a_problem_and_no_failure():
    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            raise OSError(5, "Input/output error")

    _, (problem,) = read("-", stdin=Broken())
    assert (problem.code, problem.where) == ("not-readable", "<stdin>")


@given(st.binary(max_size=300), st.sampled_from([".txt", ".html", ".json", ".jsonl"]))
def test_any_bytes_give_documents_or_listed_problems(tmp_path_factory, content, ending):
    path = tmp_path_factory.mktemp("bytes") / f"page{ending}"
    path.write_bytes(content)
    found = list(documents([str(path)]))
    assert found
    assert all(isinstance(each, Document) or each.code in problem_kinds() for each in found)


def test_an_archive_within_an_archive_is_no_page_and_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(gzip.compress(b"a treaty")))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"a treaty"))

    first, second = documents([str(tmp_path)])

    assert isinstance(first, Problem)
    assert first.code == "binary-file"
    assert isinstance(second, Document)
