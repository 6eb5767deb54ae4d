"""The process itself, ``python -m treatywatch.service.apart.process``: a task on standard input, answers on output."""

import io
import resource
import sys
from collections.abc import Iterator
from itertools import islice

import msgspec

from treatywatch.intake import documents
from treatywatch.model import Document, Problem, from_json, to_json
from treatywatch.service.apart.limits import Limits
from treatywatch.service.apart.task import Answer, Task
from treatywatch.service.pages import read_documents

_FILES = 64  # files and pipes that may be open at once


def main() -> None:
    """Do the task, and leave."""
    task = from_json(sys.stdin.buffer.read(), Task)
    _bind(task.limits)
    for answer in _answers(task):
        sys.stdout.write(to_json(answer) + "\n")


def _bind(limits: Limits) -> None:
    """Take away what the task does not need: nothing that comes after can give it back."""
    for what, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _answers(task: Task) -> Iterator[Answer]:
    found: Iterator[Document | Problem] = (
        iter((task.document,))
        if task.document
        else documents(
            ["-"],
            stdin=io.BufferedReader(io.BytesIO(task.raw)),
            published=task.published,
            publisher=task.publisher,
            url=task.url,
        )
    )
    for each in read_documents(islice(_named(found, task.name), task.limits.pages)):
        if isinstance(each, Problem) and "MemoryError" in each.message:
            raise MemoryError
        if isinstance(each, Problem):
            yield Answer(problem=each)
        else:
            yield Answer(document=each.document, explained=each.explained)


def _named(found: Iterator[Document | Problem], name: str) -> Iterator[Document | Problem]:
    """What was found, with the name under which it came in the place of that of standard input."""
    for each in found:
        if isinstance(each, Document):
            yield msgspec.structs.replace(each, path=(each.path or "<stdin>").replace("<stdin>", name))
        else:
            yield msgspec.structs.replace(each, where=each.where.replace("<stdin>", name))


if __name__ == "__main__":
    main()
