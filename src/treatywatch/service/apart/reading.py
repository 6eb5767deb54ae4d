"""Asking the process."""

import os
import subprocess
import sys
from threading import BoundedSemaphore

from treatywatch.intake import checked_day, problem
from treatywatch.model import Document, Problem, from_json, to_json
from treatywatch.service.apart.limits import Limits
from treatywatch.service.apart.task import Answer, Task
from treatywatch.service.pages import PageRead

_LIMITS = Limits()
_AT_ONCE = BoundedSemaphore(2)  # processes that read at the same time: each takes a processor
_COMMAND = (sys.executable, "-m", "treatywatch.service.apart.process")
_KEPT = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "SYSTEMROOT")  # of the environment; no address of a registry in it
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def read_apart(
    raw: bytes,
    name: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    limits: Limits = _LIMITS,
) -> tuple[PageRead | Problem, ...]:
    """Each page in ``raw``, bytes that came under ``name``, with its reading, and a problem for what cannot be read.

    A page that takes more than ``limits`` is a problem, ``reader-stopped``. Raises InputError for a ``published`` that
    is no date.
    """
    task = Task(limits, name, raw, checked_day(published), publisher, url)
    return _asked(task, name)


def read_document_apart(document: Document, limits: Limits = _LIMITS) -> PageRead | Problem:
    """A document with its reading; otherwise as :func:`read_apart`."""
    (answer,) = _asked(Task(limits, document=document), document.path or document.id)
    return answer


def _asked(task: Task, name: str) -> tuple[PageRead | Problem, ...]:
    env = {key: os.environ[key] for key in _KEPT if key in os.environ} | _ONE_THREAD
    with _AT_ONCE:
        try:
            ended = subprocess.run(
                _COMMAND,
                input=to_json(task).encode(),
                capture_output=True,
                env=env,
                timeout=task.limits.seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return (problem("reader-stopped", name, f"reading took longer than {task.limits.seconds} seconds"),)
    if ended.returncode:
        return (problem("reader-stopped", name, "reading took more memory or time than is allowed"),)
    return tuple(map(_answer, ended.stdout.splitlines()))


def _answer(line: bytes) -> PageRead | Problem:
    answer = from_json(line, Answer)
    if answer.document and answer.explained:
        return PageRead(answer.document, answer.explained)
    assert answer.problem
    return answer.problem
