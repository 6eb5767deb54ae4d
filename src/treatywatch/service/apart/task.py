"""What is asked of the process, and what it answers: each one line of JSON."""

import msgspec

from treatywatch.model import Document, Explained, Problem
from treatywatch.service.apart.limits import Limits


class Task(msgspec.Struct, frozen=True):
    """Bytes as they came, called ``name``, with what is said of them; or a ``document`` that was read before."""

    limits: Limits
    name: str = ""
    raw: bytes = b""
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    document: Document | None = None


class Answer(msgspec.Struct, frozen=True):
    """A page and what it says, or a problem."""

    document: Document | None = None
    explained: Explained | None = None
    problem: Problem | None = None
