"""Pages as they came, by the hash of their text."""

from sqlalchemy import Connection, RowMapping, select

from treatywatch.model import Block, Document, from_json
from treatywatch.registry.store.tables import documents as table
from treatywatch.registry.store.tables import texts

_FIELDS = ("id", "url", "publisher", "published", "published_from", "title", "language", "path")


def documents(connection: Connection, sha256: str) -> tuple[Document, ...]:
    """The pages whose text has this hash, in the order of their digests."""
    wanted = select(table, texts.c.text).join(texts, texts.c.sha256 == table.c.sha256).where(table.c.sha256 == sha256)
    rows = connection.execute(wanted.order_by(table.c.digest)).mappings()
    return tuple(_document(row) for row in rows)


def _document(row: RowMapping) -> Document:
    known = {name: row[name] for name in _FIELDS}
    return Document(text=row["text"], blocks=from_json(row["blocks"], tuple[Block, ...]), **known)
