"""What reading many pages takes in memory, and what a second process gains."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from treatywatch.bench.corpus import corpus
from treatywatch.model import Document, InputError
from treatywatch.service.pages import read_documents

_TWO = 2


class _Taken(NamedTuple):
    """Seconds that reading took: by the clock from the first answer on, and of this process's processor in all."""

    clock: float
    processor: float


def figures(shared: Path) -> dict[str, float]:
    """The memory of one process that reads the development corpus, and how the work divides between two.

    What two processes gain by the clock holds for a machine with nothing else to do; what the first process has to do
    for itself while two others read, over the whole work, does not depend on that.
    """
    pages = corpus(shared, "dev")
    alone, divided = _taken(pages, 1), _taken(pages, _TWO)
    return {
        "memory of a process that reads, MB": _megabytes(shared / "corpus" / "dev" / "documents.jsonl"),
        "pages a second, two processes over one": alone.clock / divided.clock,
        "share of the work that processes cannot divide": divided.processor / alone.processor,
    }


def _megabytes(documents: Path) -> float:
    """The most memory that ``treatywatch read`` ever held. Raises InputError when it fails."""
    program = "from treatywatch.views.cli import main; main()"
    command = [sys.executable, "-c", program, "read", str(documents), "--jobs", "1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise InputError(f"treatywatch read {documents} ended with {process.returncode}, where 0 was expected")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return kilobytes / 1024


def _taken(pages: Sequence[Document], jobs: int) -> _Taken:
    results = read_documents(pages, jobs=jobs)
    next(results)  # every process has loaded the parser by then, or is about to have
    clock, processor = time.perf_counter(), time.process_time()
    for _ in results:
        pass
    return _Taken(time.perf_counter() - clock, time.process_time() - processor)
