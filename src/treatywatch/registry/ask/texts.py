"""Pages as they came, by the hash of their text; and who read any."""

from sqlalchemy import Connection, RowMapping, select

from treatywatch.model import Block, Document, from_json
from treatywatch.registry.store.tables import documents as table
from treatywatch.registry.store.tables import readings, texts

_FIELDS = ("id", "url", "publisher", "published", "published_from", "title", "language", "path")


def documents(connection: Connection, sha256: str) -> tuple[Document, ...]:
    """The pages whose text has this hash, in the order of their digests."""
    wanted = select(table, texts.c.text).join(texts, texts.c.sha256 == table.c.sha256).where(table.c.sha256 == sha256)
    rows = connection.execute(wanted.order_by(table.c.digest)).mappings()
    return tuple(document(row) for row in rows)


def read_by(connection: Connection, prefix: str) -> bool:
    """Whether any page was read by a reader whose name begins so."""
    wanted = select(readings.c.reading).where(readings.c.reader.startswith(prefix, autoescape=True)).limit(1)
    return connection.execute(wanted).first() is not None


def document(row: RowMapping) -> Document:
    """The page that a row of ``documents`` with its text holds."""
    known = {name: row[name] for name in _FIELDS}
    return Document(text=row["text"], blocks=from_json(row["blocks"], tuple[Block, ...]), **known)
