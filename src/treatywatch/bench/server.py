"""A PostgreSQL server of one's own on loopback, for as long as a measurement or a run of the tests needs it."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SMALL = {"fsync": "off", "shared_buffers": "16MB"}


def programs() -> Path | None:
    """The folder of the newest PostgreSQL programs, as Debian lays them out; None when PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    return found[-1] if found else None


@contextmanager
def served(settings: dict[str, str] | None = None) -> Iterator[str]:
    """The address of a new server, to which the name of a database is to be appended; its data are then deleted.

    ``settings`` are the server's own; those of a small server that does not wait for the disk unless given. Raises
    FileNotFoundError when PostgreSQL is not installed.
    """
    folder = Path(tempfile.mkdtemp(prefix="treatywatch-pg-"))
    data, port = folder / "data", _free_port()
    own = {"listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": str(folder)}
    options = " ".join(f"-c {name}={value}" for name, value in (own | (settings or _SMALL)).items())
    try:
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(folder, "postgres")
        _run("initdb", "--auth=trust", "--username=tester", "--encoding=UTF8", "--no-sync", "--pgdata", str(data))
        _run("pg_ctl", "start", "--wait", "--pgdata", str(data), "--log", str(folder / "log"), "--options", options)
        try:
            yield f"postgresql://tester@127.0.0.1:{port}/"
        finally:
            _run("pg_ctl", "stop", "--mode=immediate", "--pgdata", str(data))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: str, *arguments: str) -> None:
    folder = programs()
    if folder is None:
        raise FileNotFoundError("PostgreSQL is not installed: apt-get install postgresql")
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*as_user, folder / program, *arguments], check=True, stdout=subprocess.DEVNULL, cwd="/")


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
