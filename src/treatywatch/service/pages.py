"""What do these pages say? Pages in, each with its reading, in order and one at a time."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import Generic, NamedTuple, TypeVar

from treatywatch.intake import MAX_BYTES, documents, problem_kinds
from treatywatch.model import Document, Explained, Problem, Reading
from treatywatch.reading import explain, explain_all
from treatywatch.reading.relevance import speaks_of_agreements

T = TypeVar("T")

_FEW = 8
"""Up to so many pages one process is done before others have started."""
TOGETHER = 8
"""Pages sent to a process at once, which parses them together; one by one, to send and to parse them costs more."""
_AHEAD = 4
"""How many such batches are read ahead for each process."""


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


class _Batch(NamedTuple, Generic[T]):
    """Pages in order, those of them that were sent, and what the process will have read of these."""

    pages: list[Document | T]
    sent: list[Document]
    future: Future[list[Explained | Problem]] | None


def _read_ahead(found: Iterable[Document | T], jobs: int) -> Iterator[PageRead | Problem | T]:
    # "spawn", since a progress bar's thread must not be forked with its locks held
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_leave_interrupts_to_the_parent)
    waiting: deque[_Batch[T]] = deque()
    try:
        for pages in _batches(found):
            waiting.append(_submitted(pool, pages))
            if len(waiting) >= jobs * _AHEAD:
                yield from _done(waiting.popleft())
        while waiting:
            yield from _done(waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _batches(found: Iterable[Document | T]) -> Iterator[list[Document | T]]:
    following = iter(found)
    return iter(lambda: list(islice(following, TOGETHER)), [])


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _submitted(pool: ProcessPoolExecutor, pages: list[Document | T]) -> _Batch[T]:
    """The pages given to a process, but for those that take longer to send than to read here."""
    sent = [each for each in pages if isinstance(each, Document) and speaks_of_agreements(each.text)]
    try:
        return _Batch(pages, sent, pool.submit(_all_explained, sent) if sent else None)
    except BrokenProcessPool:
        return _Batch(pages, [], None)


def _all_explained(pages: Sequence[Document]) -> list[Explained | Problem]:
    try:
        return [*explain_all(pages)]
    except Exception:  # of one of them, and only that one is lost
        return [_explained(page) for page in pages]


def _done(batch: _Batch[T]) -> Iterator[PageRead | Problem | T]:
    """The results of a process, or of this one when the process was killed, perhaps for want of memory.

    The pages themselves are those that were given, not the copies that another process was sent.
    """
    try:
        read = zip(batch.sent, batch.future.result(), strict=True) if batch.future else iter(())
    except BrokenProcessPool:
        read = iter(())
    following = next(read, None)
    for each in batch.pages:
        if following is not None and each is following[0]:
            yield _with_reading(*following)
            following = next(read, None)
        else:
            yield _read(each)
