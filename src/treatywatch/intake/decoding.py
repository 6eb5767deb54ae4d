"""Bytes turned into text, with a word on how. The only module that imports charset-normalizer."""

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "a rich text document"),
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f\ufffd]")
# Web pages that say Latin-1 mean Windows-1252 (WHATWG Encoding Standard, section 4.2).
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_HEAD = 8192
_GUESS_FROM = 200_000


class Decoded(NamedTuple):
    """Text, the encoding it was read with, whether that was a guess, and how many characters had to be replaced."""

    text: str
    encoding: str
    guessed: bool
    replaced: int


def binary_kind(raw: bytes) -> str | None:
    """What ``raw`` is when it is no text, in a few words, or None for text in any encoding."""
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            return what
    head = raw[:_HEAD]
    if any(head.startswith(mark) for mark, _ in _MARKS) or _wide(head):
        return None
    controls = len(head) - len(head.translate(None, _CONTROL))
    return "no text (control characters)" if b"\x00" in head or controls * 20 > len(head) else None


def decode(raw: bytes) -> Decoded:
    """``raw`` as text: by its byte order mark, as UTF-8, by its declared charset, else by a guess from the bytes.

    Bytes that fit no encoding become U+FFFD and are counted. Never raises.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _replacing(raw[len(mark) :], encoding, guessed=False)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", guessed=False, replaced=0)
    except UnicodeDecodeError:
        return _by_declaration(raw) or _by_guess(raw)


def _by_declaration(raw: bytes) -> Decoded | None:
    found = _DECLARED.search(raw[:_HEAD])
    if found is None:
        return None
    try:
        named = codecs.lookup(found[1].decode("ascii")).name
        encoding = _MEANT.get(named, named)
        text = raw.decode(encoding)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    return Decoded(text, encoding, guessed=False, replaced=0) if isinstance(text, str) else None


def _by_guess(raw: bytes) -> Decoded:
    if _mostly_utf8(raw):
        return _replacing(raw, "utf-8", guessed=False)
    encoding = _wide(raw[:_HEAD]) or _guess(raw[:_GUESS_FROM]) or "cp1252"
    return _replacing(raw, encoding, guessed=True)


def _guess(sample: bytes) -> str | None:
    if _mostly_ascii(sample) and _fits(sample, "cp1252"):
        return "cp1252"
    import charset_normalizer  # noqa: PLC0415  slow to load, and rarely needed

    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best is not None else None


def _mostly_ascii(sample: bytes) -> bool:
    """Western text has a few accents among plain letters: too few for statistics, which then see Chinese in them."""
    beyond = sum(1 for byte in sample if byte > 127)
    return beyond * 7 < len(sample)


def _fits(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    pairs = len(head) // 2
    if pairs < 4:
        return None
    even, odd = head[: 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if odd > pairs * 0.7 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > pairs * 0.7 and not odd else None


def _mostly_utf8(raw: bytes) -> bool:
    """Whether ``raw`` is UTF-8 with a few broken places rather than another encoding."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for _ in _BEYOND_ASCII.finditer(text))
    return broken * 4 <= whole


def _replacing(raw: bytes, encoding: str, *, guessed: bool) -> Decoded:
    kept = raw.decode(encoding, "ignore").count("\ufffd")
    text = raw.decode(encoding, "replace")
    return Decoded(text, encoding, guessed, text.count("\ufffd") - kept)
