"""Parquet: the rows of :mod:`treatywatch.views.exports.rows`, typed. The only module that imports pyarrow."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import BinaryIO

from treatywatch.model import InputError
from treatywatch.service.export import Holding
from treatywatch.views.exports.rows import Row, rows

try:
    import pyarrow as pa
    from pyarrow import parquet
except ModuleNotFoundError as error:
    raise InputError(f"writing Parquet needs {error.name}: pip install 'treatywatch[parquet]'") from error

_GROUP = 10_000  # rows in memory at a time
_TYPES = {"parties": pa.list_(pa.string()), "actors": pa.list_(pa.string()), "direct": pa.bool_()}
_TYPES |= {"start": pa.int64(), "end": pa.int64()}
_SCHEMA = pa.schema([(name, _TYPES.get(name, pa.string())) for name in Row._fields])


def write(holdings: Iterable[Holding], out: BinaryIO) -> None:
    """Write every row, some thousands to a row group."""
    found = chain.from_iterable(map(rows, holdings))
    with parquet.ParquetWriter(out, _SCHEMA) as writer:
        for group in _groups(found):
            writer.write_table(pa.Table.from_pylist([row._asdict() for row in group], schema=_SCHEMA))


def _groups(found: Iterator[Row]) -> Iterator[list[Row]]:
    while group := list(islice(found, _GROUP)):
        yield group
