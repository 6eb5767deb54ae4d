"""Load on a server on this machine, by wrk (Debian: ``apt-get install wrk``)."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from treatywatch.model import InputError


class Load(msgspec.Struct, frozen=True):
    """What came of it: times in milliseconds from sending a request to its whole answer."""

    requests: int
    seconds: float
    median: float
    p95: float
    failed: int


def load(address: str, paths: Sequence[str], seconds: int, *, at_once: int, anew: bool) -> Load:
    """Ask ``paths`` in turn for some seconds, ``at_once`` requests at any time; ``anew`` makes each address another.

    Raises InputError when wrk is not installed, or for an address that is not of this machine.
    """
    if urlsplit(address).hostname not in {"127.0.0.1", "::1", "localhost"}:
        raise InputError(f"{address} is not of this machine: load is put on nobody else")
    program = shutil.which("wrk")
    if program is None:
        raise InputError("wrk is not installed, which puts the load on: apt-get install wrk")
    with tempfile.TemporaryDirectory() as folder, as_file(files("treatywatch.bench") / "data" / "load.lua") as script:
        told = Path(folder, "paths")
        told.write_text("".join(f"{path}\n" for path in paths), "utf-8")
        accept = ("--header", "Accept-Encoding: gzip")
        options = ("--threads", "1", "--connections", f"{at_once}", "--duration", f"{seconds}s", "--timeout", "30s")
        command = [program, *options, *accept, "--script", f"{script}", address, "--", f"{told}"]
        ran = subprocess.run([*command, *(["anew"] if anew else [])], capture_output=True, text=True, check=True)
    return msgspec.json.decode(ran.stdout.splitlines()[-1], type=Load)
