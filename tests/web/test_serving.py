"""The command as a person starts and ends it."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

SERVE = (sys.executable, "-c", "from treatywatch.views.cli import main; main()", "serve")


def _started(*options: str) -> tuple[subprocess.Popen[str], str]:
    process = subprocess.Popen([*SERVE, "--port", "0", *options], stderr=subprocess.PIPE, text=True, env=os.environ)
    assert process.stderr
    found = next(match[0] for line in process.stderr if (match := re.search(r"http://\S+", line)))
    return process, found


def test_it_prints_its_address_answers_there_and_ends_when_interrupted(demo: Path) -> None:
    process, address = _started("--registry", str(demo))
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            assert "Treaty on Comprehensive Strategic Partnership" in answer.read().decode()
        assert address.startswith("http://127.0.0.1:")
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


def test_several_processes_answer_at_one_address_and_end_together(demo: Path) -> None:
    process, address = _started("--registry", str(demo), "--workers", "2")
    try:
        for _ in range(4):
            with urllib.request.urlopen(address, timeout=60) as answer:
                assert "Treaty on Comprehensive Strategic Partnership" in answer.read().decode()
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode == 0


def test_a_port_that_is_taken_is_told_with_the_cure(demo: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = subprocess.run(
            [*SERVE, "--registry", str(demo), "--port", port], capture_output=True, text=True, check=False, timeout=60
        )

    assert ended.returncode == 2
    assert f"cannot listen on 127.0.0.1 port {port}" in ended.stderr
    assert "--port" in ended.stderr


def test_a_registry_that_is_not_there_is_told(tmp_path: Path) -> None:
    ended = subprocess.run(
        [*SERVE, "--registry", str(tmp_path / "none.db")], capture_output=True, text=True, check=False, timeout=60
    )

    assert ended.returncode == 4
    assert "none.db" in ended.stderr
