"""The server as a process of its own, with what it costs: processor time and memory, as Linux tells them."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_COMMAND = (sys.executable, "-c", "from treatywatch.views.cli import main; main()", "serve", "--port", "0")
_TICKS = os.sysconf("SC_CLK_TCK")
_BLOCK = os.sysconf("SC_PAGE_SIZE")


class Served:
    """A server that answers at ``address``, with all its processes."""

    def __init__(self, address: str, process: int) -> None:
        self.address = address
        self._process = process

    def processor(self) -> float:
        """Seconds of processor time that its processes have used."""
        return (
            sum(sum(map(int, self._told(one, "stat").rpartition(")")[2].split()[11:13])) for one in self._all())
            / _TICKS
        )

    def memory(self) -> int:
        """Bytes of memory that its processes hold."""
        return sum(int(self._told(one, "statm").split()[1]) for one in self._all()) * _BLOCK

    def _all(self) -> list[int]:
        children = self._told(self._process, f"task/{self._process}/children").split()
        return [self._process, *map(int, children)]

    @staticmethod
    def _told(process: int, what: str) -> str:
        return Path(f"/proc/{process}/{what}").read_text("ascii")


@contextmanager
def served(registry: str, workers: int) -> Iterator[Served]:
    """A server of the registry on loopback, without limits on how often one may ask; ended with the block."""
    command = [*_COMMAND, "--registry", registry, "--workers", f"{workers}", "--requests-per-minute", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr
        told = (re.search(r"http://\S+", line) for line in process.stderr)
        found = next((match[0] for match in told if match), None)
        if found is None:
            raise RuntimeError(f"the server ended with {process.wait()} before it listened")
        yield Served(found, process.pid)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
