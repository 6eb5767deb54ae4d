"""A page's words in a few numbers, by which copies of one story are known without reading either again."""

import re
import struct
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rensa import RMinHash

from treatywatch.model import Block, BlockLabel

NUMBERS = 126
_SEED = 1
_TOGETHER = 3  # so many words in a row: two reports of one event share few, copies most
_SHORT = 40  # words: a page of fewer says too little to be told from another report by its wording
_WORD = re.compile(r"\w+")
_FORM = struct.Struct(f"<I{NUMBERS}I")
_RESEMBLE = 0.15  # of the words in a row of both pages together
_CONTAIN = 0.6  # of those of the shorter page


class Sketch(NamedTuple):
    """How many different runs of three words a page has, and the least of their hashes under each of 126 orders."""

    size: int
    least: tuple[int, ...]

    def packed(self) -> bytes:
        """The sketch as 508 bytes."""
        return _FORM.pack(self.size, *self.least)


def sketch(text: str) -> Sketch:
    """The sketch of a text; one of few words is the same only as one of the same words."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[at : at + _TOGETHER]) for at in range(len(words) - _TOGETHER + 1)}
    if len(words) < _SHORT:
        runs = {" ".join(words)}
    hashes = RMinHash(num_perm=NUMBERS, seed=_SEED)
    hashes.update(sorted(runs))
    return Sketch(len(runs), tuple(hashes.digest()))


def unpacked(kept: bytes) -> Sketch:
    """The sketch that was packed."""
    size, *least = _FORM.unpack(kept)
    return Sketch(size, tuple(least))


def story(text: str, blocks: Iterable[Block]) -> str:
    """What of a page is its story: the blocks of its body, or all of it where none is labelled so."""
    return "\n".join(_body(text, blocks)) or text


def copies(one: Sketch, other: Sketch) -> bool:
    """Whether most of the shorter page's words stand in the same order in the longer one."""
    alike = sum(a == b for a, b in zip(one.least, other.least, strict=True)) / NUMBERS
    shared = alike / (1 + alike) * (one.size + other.size)
    return alike >= _RESEMBLE and shared >= _CONTAIN * min(one.size, other.size)


def _body(text: str, blocks: Iterable[Block]) -> Iterator[str]:
    yield from (block.span.quote(text) for block in blocks if block.label is BlockLabel.BODY)
