"""All that pages tell of one agreement, in one piece: gathered from where it stands, it is some hundred reads."""

import zlib

import msgspec

from treatywatch.model import Mandate, Modality, Reread, Step, View, Word
from treatywatch.registry.identity.compare import Reason

_LEVEL = 1  # of zlib: a third of the time of the usual one, for a tenth more bytes


class PackedPage(msgspec.Struct, frozen=True, array_like=True):
    """A page as it was read, and how many assertions about the agreement it holds."""

    reading: int
    id: str
    sha256: str
    url: str | None
    publisher: str | None
    published: str | None
    title: str | None
    recorded: str
    path: str | None
    reader: str
    said: int = 0


class PackedSource(msgspec.Struct, frozen=True, array_like=True):
    """A place that tells of a step; ``page`` is the number of its page among all."""

    page: int
    assertion: int
    start: int
    stop: int
    quote: str
    attributed_to: str | None
    date: str | None
    fact: str
    reread: Reread | None
    yearless: str | None


class PackedStep(msgspec.Struct, frozen=True, array_like=True):
    """A step with its sources in their order."""

    kind: Step
    modality: Modality
    parties: tuple[str, ...]
    date: str | None
    place: str | None
    body: str | None
    fulfilled: bool
    mandate: Mandate | None
    differ: tuple[str, ...]
    sources: tuple[PackedSource, ...]
    decided: tuple[Word, ...]
    machine: View | None


class PackedMember(msgspec.Struct, frozen=True, array_like=True):
    """What one page calls the agreement, and why it is held to be this one; ``page`` as of a source."""

    page: int
    name: str
    because: tuple[Reason, ...]
    origin: str


class Packed(msgspec.Struct, frozen=True, array_like=True):
    """An agreement: the first ``shown`` of the pages are those that its members are on, in the order of publication.

    ``related`` and ``spoken_of`` tell whether any relation or statement is of one of its members or about it.
    """

    pages: tuple[PackedPage, ...]
    shown: int
    members: tuple[PackedMember, ...]
    names: tuple[tuple[str, int], ...]
    steps: tuple[PackedStep, ...]
    rejected: tuple[PackedStep, ...]
    related: bool
    spoken_of: bool


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Packed)


def pack(one: Packed) -> bytes:
    """The agreement as it is kept."""
    return zlib.compress(_ENCODER.encode(one), _LEVEL)


def unpack(kept: bytes) -> Packed:
    """The agreement out of what :func:`pack` made."""
    return _DECODER.decode(zlib.decompress(kept))
