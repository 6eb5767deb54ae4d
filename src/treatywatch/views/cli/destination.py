"""Where a file goes: a name, under which it appears whole or not at all, or standard output."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, BinaryIO, cast

import typer

from treatywatch.model import InputError, RegistryError

Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where to write. [default: standard output]", show_default=False
    ),
]


@contextmanager
def destination(output: Path | None, *, binary: bool) -> Iterator[BinaryIO]:
    """Where to write: the file, which appears whole or not at all, or standard output.

    Raises InputError when the file cannot be written, or when binary data would go to a terminal.
    """
    if output is None:
        if binary and sys.stdout.isatty():
            raise InputError("this format is not for a terminal: name a file with --output FILE")
        yield cast("BinaryIO", sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    try:
        with _beside(output) as out:
            yield out
    except RegistryError:
        raise
    except OSError as error:
        raise InputError(f"{output} cannot be written: {error.strerror or error}") from error


@contextmanager
def _beside(output: Path) -> Iterator[BinaryIO]:
    """A new file beside ``output`` that takes its place at the end, and is gone when anything fails."""
    with NamedTemporaryFile(dir=output.parent, prefix=f".{output.name}.", delete=False) as out:
        try:
            yield cast("BinaryIO", out)
            out.close()
            Path(out.name).chmod(0o666 & ~_umask())
            Path(out.name).replace(output)
        except BaseException:
            Path(out.name).unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
