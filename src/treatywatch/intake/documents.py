"""The way in: whatever the user names, as documents and problems, one at a time."""

import gzip
import io
import re
import sys
import zlib
from collections.abc import Iterator, Sequence
from typing import BinaryIO, cast

from treatywatch.intake.decoding import binary_kind
from treatywatch.intake.lines import from_json_file, from_lines, is_json_object
from treatywatch.intake.page import from_page
from treatywatch.intake.problem_kinds import problem
from treatywatch.intake.provenance import Given, checked_day
from treatywatch.intake.sources import MAX_BYTES, Source, expand
from treatywatch.model import Document, Problem

_GZIP = b"\x1f\x8b"
_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|\?xml|!--|div|article|p|h1)\b", re.IGNORECASE)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*\"|\[\s*\{)")
_FIRST = 4096


def documents(
    sources: Sequence[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    stdin: BinaryIO | None = None,
    max_bytes: int = MAX_BYTES,
) -> Iterator[Document | Problem]:
    """Each page that ``sources`` name, in order, and a problem for each thing that cannot be read.

    A source is a file, a folder (searched for the known kinds of file), ``-`` for standard input, or a glob.
    ``published`` (an ISO date) and ``publisher`` hold for every page, ``url`` for pages that bring none. A JSON Lines
    file is never in memory as a whole; ``max_bytes`` bounds one page or line. Raises InputError for a ``published``
    that is no date.
    """
    given = Given(checked_day(published), publisher, url)
    return _all(sources, given, stdin, max_bytes)


def _all(sources: Sequence[str], given: Given, stdin: BinaryIO | None, max_bytes: int) -> Iterator[Document | Problem]:
    for source in expand(sources):
        if isinstance(source, Problem):
            yield source
        else:
            yield from _read(source, given, stdin, max_bytes)


def _read(source: Source, given: Given, stdin: BinaryIO | None, max_bytes: int) -> Iterator[Document | Problem]:
    try:
        if source.path is None:
            yield from _contents(_buffered(stdin or sys.stdin.buffer), source, given, max_bytes)
        else:
            with source.path.open("rb") as stream:
                yield from _contents(stream, source, given, max_bytes)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield problem("damaged-archive", source.name, str(error))
    except FileNotFoundError:
        yield problem("file-missing", source.name, "no such file")
    except OSError as error:
        yield problem("not-readable", source.name, error.strerror or str(error))


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast(io.RawIOBase, stream))


def _contents(stream: io.BufferedReader, source: Source, given: Given, max_bytes: int) -> Iterator[Document | Problem]:
    if stream.peek(2)[:2] != _GZIP:
        yield from _unpacked(stream, source, given, max_bytes)
        return
    with gzip.GzipFile(fileobj=stream, mode="rb") as packed:
        inner = io.BufferedReader(cast(io.RawIOBase, packed))
        # once only: an archive may hold itself, and so on without end
        if inner.peek(2)[:2] == _GZIP:
            yield problem("binary-file", source.name, "this is an archive within an archive")
        else:
            yield from _unpacked(_buffered(inner), source, given, max_bytes)


def _unpacked(stream: io.BufferedReader, source: Source, given: Given, max_bytes: int) -> Iterator[Document | Problem]:
    head = stream.peek(_FIRST)
    kind = source.kind or _look_of(head)
    if kind in ("lines", "json") and (what := binary_kind(head)):
        yield problem("binary-file", source.name, f"this is {what}")
        return
    first = stream.readline(max_bytes + 1) if kind == "json" else b""
    if kind == "lines" or is_json_object(first):
        yield from from_lines(stream, source.name, given, max_bytes, first)
        return
    raw = first + stream.read(max_bytes + 1)
    if len(raw) > max_bytes:
        yield problem("too-large", source.name, f"larger than the limit of {max_bytes:,} bytes for one page")
    elif not raw.strip():
        yield problem("no-text", source.name, "the file is empty")
    elif kind == "json":
        yield from from_json_file(raw, source.name, given)
    else:
        yield from from_page(raw, source.name, given, html=kind == "html")


def _look_of(head: bytes) -> str:
    if _JSON.match(head):
        return "json"
    return "html" if _HTML.match(head) else "text"
