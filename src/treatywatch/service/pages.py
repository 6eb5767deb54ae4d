"""What do these pages say? Pages in, each with its reading, in order and one at a time."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import NamedTuple, TypeVar

from treatywatch.intake import MAX_BYTES, documents, problem_kinds
from treatywatch.model import Document, Explained, Problem, Reading
from treatywatch.reading import explain
from treatywatch.reading.relevance import speaks_of_agreements

T = TypeVar("T")

_FEW = 8
"""Up to so many pages one process is done before others have started."""
_AHEAD = 16


class PageRead(NamedTuple):
    """A page and what it says, with the words behind each fact."""

    document: Document
    explained: Explained

    @property
    def reading(self) -> Reading:
        """What the page says."""
        return self.explained.reading


def read_pages(
    sources: Sequence[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    jobs: int = 1,
    max_bytes: int | None = None,
) -> Iterator[PageRead | Problem]:
    """Each page that ``sources`` name, with its reading; arguments as for :func:`treatywatch.intake.documents`.

    Raises InputError for a ``published`` that is no date.
    """
    limit = max_bytes or MAX_BYTES
    found = documents(sources, published=published, publisher=publisher, url=url, max_bytes=limit)
    return read_documents(found, jobs=jobs)


def read_documents(found: Iterable[Document | T], *, jobs: int = 1) -> Iterator[PageRead | Problem | T]:
    """Each document with its reading, and whatever else comes as it stands, in the order given.

    ``jobs`` processes read ahead by a few pages each (0: one for every processor); the answer is the same for any
    number, but a script that asks for several must guard its main module, as for any use of multiprocessing. A
    defect of the reader itself costs the page it met, as a problem, and no other page.
    """
    jobs = jobs or _processors()
    following = iter(found)
    first = list(islice(following, _FEW + 1)) if jobs > 1 else []
    if len(first) > _FEW:
        return _read_ahead(chain(first, following), jobs)
    return map(_read, chain(first, following))


def left_unread(problem: Problem) -> bool:
    """Whether the problem means that something the user named was not read."""
    kind = problem_kinds().get(problem.code)
    return kind is None or kind.unread


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read(found: Document | T) -> PageRead | Problem | T:
    return _with_reading(found, _explained(found)) if isinstance(found, Document) else found


def _with_reading(document: Document, read: Explained | Problem) -> PageRead | Problem:
    return read if isinstance(read, Problem) else PageRead(document, read)


def _explained(found: Document) -> Explained | Problem:
    try:
        return explain(found)
    except Exception as error:
        return Problem(
            code="reader-failed",
            message=f"the reader failed: {type(error).__name__}: {error}",
            where=found.path or found.id,
            cure="the other pages were read; please report this page as a defect",
        )


def _read_ahead(found: Iterable[Document | T], jobs: int) -> Iterator[PageRead | Problem | T]:
    # "spawn", since a progress bar's thread must not be forked with its locks held
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_leave_interrupts_to_the_parent)
    waiting: deque[tuple[Document | T, Future[Explained | Problem] | None]] = deque()
    try:
        for each in found:
            waiting.append((each, _submitted(pool, each)))
            if len(waiting) >= jobs * _AHEAD:
                yield _done(*waiting.popleft())
        while waiting:
            yield _done(*waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _submitted(pool: ProcessPoolExecutor, each: object) -> Future[Explained | Problem] | None:
    """The page given to a process; None for what takes longer to send than to read here."""
    if not isinstance(each, Document) or not speaks_of_agreements(each.text):
        return None
    try:
        return pool.submit(_explained, each)
    except BrokenProcessPool:
        return None


def _done(each: Document | T, future: Future[Explained | Problem] | None) -> PageRead | Problem | T:
    """The result of a process, or of this one when the process was killed, perhaps for want of memory.

    The page itself is the one that was given, not the copy that another process was sent.
    """
    if future is None or not isinstance(each, Document):
        return _read(each)
    try:
        return _with_reading(each, future.result())
    except BrokenProcessPool:
        return _read(each)
