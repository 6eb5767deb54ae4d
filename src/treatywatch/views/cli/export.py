"""``treatywatch export``: the registry for other programs."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, BinaryIO, cast

import typer

from treatywatch.model import InputError, RegistryError
from treatywatch.views.cli.options import DEFAULT_REGISTRY, Registry
from treatywatch.views.exports.formats import ExportFormat, writer

Chosen = Annotated[ExportFormat, typer.Option("--format", help="What to write.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", metavar="FILE", help="Where to write. [default: standard output]", show_default=False),
]


def export(registry: Registry = DEFAULT_REGISTRY, format_: Chosen = ExportFormat.JSONL, output: Output = None) -> None:
    """Everything in the registry, in a format of other programs; the same registry gives the same bytes.

    **Examples**

        treatywatch export > registry.jsonl

        treatywatch export --format csv --output registry.csv

        treatywatch export --format graphml --output registry.graphml
    """
    write = writer(format_)
    from treatywatch.registry import open_registry
    from treatywatch.service.export import holdings

    with (
        open_registry(registry, create=False) as opened,
        destination(output, binary=format_ is ExportFormat.PARQUET) as out,
    ):
        write(holdings(opened), out)


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
