"""Bad input: a message that names file, line and cure; the other files still read; a documented exit code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

UNREAD = 3


def _one_line_of_100_mb(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(100):
            file.write(b"treaty " * 150_000)


BAD: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "binary": ("scan.txt", lambda path: path.write_bytes(b"%PDF-1.7\n\x00\x01\x02" * 50), "binary-file"),
    "empty": ("empty.txt", lambda path: path.write_bytes(b""), "no-text"),
    "white space": ("blank.html", lambda path: path.write_bytes(b" \n\t\n"), "no-text"),
    "100 MB of one line": ("long.jsonl", _one_line_of_100_mb, "too-large"),
    "deep markup": ("bomb.html", lambda path: path.write_text("<div>" * 200_000 + "x"), "page-too-complex"),
    "no JSON": ("broken.jsonl", lambda path: path.write_text('{"text": "a"\n'), "not-json"),
    "no document": ("other.jsonl", lambda path: path.write_text('{"headline": "a"}\n'), "not-a-document"),
    "truncated archive": ("page.txt.gz", lambda path: path.write_bytes(b"\x1f\x8b\x08\x00\x00"), "damaged-archive"),
}


@pytest.mark.parametrize(("name", "write", "code"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_named_and_the_rest_is_read(
    tw, page: Path, tmp_path: Path, name: str, write: Callable[[Path], object], code: str
) -> None:
    write(tmp_path / name)

    ended = tw("read", name, page.name, "--format", "jsonl")

    assert ended.code == UNREAD
    assert name in ended.err
    assert f"[{code}]" in ended.err
    assert "(" in ended.err, "a cure is named"
    assert len(ended.out.splitlines()) == 1


def test_the_line_of_a_file_of_documents_is_named(tw, tmp_path: Path) -> None:
    good = json.dumps({"id": "a", "text": "Norway ratified the fisheries agreement."})
    (tmp_path / "pages.jsonl").write_text(f"{good}\n[1, 2]\n{good.replace('a', 'b', 1)}\n")

    ended = tw("read", "pages.jsonl")

    assert ended.code == UNREAD
    assert "pages.jsonl:2: " in ended.err


def test_a_missing_file_is_named_and_the_rest_is_read(tw, page: Path) -> None:
    ended = tw("read", "absent.txt", page.name)

    assert ended.code == UNREAD
    assert "absent.txt: " in ended.err
    assert len(ended.out.splitlines()) == 1


def test_broken_bytes_are_replaced_and_told(tw, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(b"Norway ratified the treaty. \xff\xfe\x81\n" * 3)

    ended = tw("read", "page.txt")

    assert ended.code == 0, "the page was read, so nothing is missing"
    assert "page.txt: " in ended.err
    assert len(ended.out.splitlines()) == 1


def test_a_wrong_date_is_a_wrong_command(tw, page: Path) -> None:
    ended = tw("read", page.name, "--published", "18 June 2024")

    assert ended.code == 2
    assert "write it as YYYY-MM-DD" in ended.err
