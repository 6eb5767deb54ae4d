"""JSON Lines of documents, one line in memory at a time, and JSON files of one document or a list of them."""

import json
import re
from collections.abc import Iterator
from hashlib import blake2b
from itertools import chain
from typing import Any, BinaryIO, NamedTuple

import msgspec

from treatywatch.intake.dating import day_in_url, iso_day
from treatywatch.intake.decoding import decode
from treatywatch.intake.problem_kinds import problem
from treatywatch.intake.provenance import Given, content_id
from treatywatch.model import Document, Problem

_CHUNK = 1 << 20
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class _Record(msgspec.Struct):
    text: str
    id: str | int | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    title: str | None = None


class _Value(NamedTuple):
    where: str
    value: Any
    replaced: int = 0


def from_lines(
    stream: BinaryIO, name: str, given: Given, max_bytes: int, first: bytes = b""
) -> Iterator[Document | Problem]:
    """The documents of a JSON Lines stream, read line by line; a line that is none gives a problem with its number.

    ``first`` is what has already been read of the stream, at most a line.
    """
    found = _unlike(_each_line(stream, name, max_bytes, first), given)
    yield from chain((next(found, None) or problem("no-text", name, "the file is empty"),), found)


def from_json_file(raw: bytes, name: str, given: Given) -> Iterator[Document | Problem]:
    """The documents of a JSON file that holds one object or a list of objects."""
    value = _json(raw, name)
    if isinstance(value, Problem):
        yield value
    elif isinstance(value.value, list):
        yield from _unlike((_Value(f"{name} item {i}", each) for i, each in enumerate(value.value, 1)), given)
    else:
        yield from _unlike(iter((value,)), given)


def is_json_object(line: bytes) -> bool:
    """Whether ``line`` by itself is a JSON object."""
    value = _json(line, "")
    return isinstance(value, _Value) and isinstance(value.value, dict)


def _each_line(stream: BinaryIO, name: str, max_bytes: int, first: bytes) -> Iterator[_Value | Problem]:
    following = iter(lambda: stream.readline(max_bytes + 1), b"")
    for number, line in enumerate(chain((first,) if first else (), following), 1):
        where = f"{name}:{number}"
        if len(line) > max_bytes and not line.endswith(b"\n"):
            size = len(line) + _rest_of_line(stream)
            yield problem("too-large", where, f"the line has {size:,} bytes; the limit is {max_bytes:,}")
        elif line.removeprefix(b"\xef\xbb\xbf").strip():
            yield _json(line, where)


def _rest_of_line(stream: BinaryIO) -> int:
    size = 0
    while chunk := stream.readline(_CHUNK):
        size += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return size


def _json(raw: bytes, where: str) -> _Value | Problem:
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return _Value(where, msgspec.json.decode(raw))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _lenient_json(raw, where)


def _lenient_json(raw: bytes, where: str) -> _Value | Problem:
    """JSON with broken bytes, lone surrogates or ``NaN``, as other programs write it."""
    decoded = decode(raw)
    try:
        return _Value(where, json.loads(decoded.text), decoded.replaced)
    except RecursionError:
        return problem("not-json", where, "nested too deeply")
    except ValueError as error:
        return problem("not-json", where, f"no JSON: {error}")


def _unlike(values: Iterator[_Value | Problem], given: Given) -> Iterator[Document | Problem]:
    """Documents whose ids differ wherever their texts do; sixteen bytes are remembered of each."""
    seen: dict[bytes, bytes] = {}
    for value in values:
        for each in (value,) if isinstance(value, Problem) else _document(value, given):
            if isinstance(each, Document) and seen.setdefault(_digest(each.id), _digest(each.text)) != _digest(
                each.text
            ):
                renamed = f"{each.id}~{_digest(each.text).hex()}"
                message = f"the id {each.id!r} already belongs to another text; read as {renamed!r}"
                yield problem("duplicate-id", each.path or "", message)
                yield msgspec.structs.replace(each, id=renamed)
            else:
                yield each


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _document(value: _Value, given: Given) -> Iterator[Document | Problem]:
    try:
        record = msgspec.convert(value.value, _Record)
    except msgspec.ValidationError as error:
        yield problem("not-a-document", value.where, f"no document: {_reason(error)}")
        return
    text, lone = _LONE_SURROGATE.subn("\ufffd", record.text)
    if not text.strip():
        yield problem("no-text", value.where, "the document's text is empty")
        return
    if value.replaced or lone:
        yield problem("bytes-replaced", value.where, f"{value.replaced + lone} characters could not be decoded")
    day, day_from = given.day(record.published and iso_day(record.published), day_in_url(record.url))
    if record.published and not given.published and iso_day(record.published) is None:
        yield problem("date-not-understood", value.where, f"published is {record.published!r}")
    yield Document(
        id=content_id(text.encode("utf-8")) if record.id in (None, "") else str(record.id),
        text=text,
        url=record.url or given.url,
        publisher=given.publisher or record.publisher or None,
        published=day,
        published_from=day_from,
        title=record.title or None,
        path=value.where,
    )


def _reason(error: msgspec.ValidationError) -> str:
    return str(error).replace("`$.", "`").replace(" - at `$`", "")
