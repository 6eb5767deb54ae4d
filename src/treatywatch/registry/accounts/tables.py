"""The tables of accounts. Secrets are kept as hashes only; the log is added to, and the database refuses all else."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from treatywatch.registry.store.tables import METADATA

accounts = Table(
    "accounts",
    METADATA,
    Column("account", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, unique=True),  # two names that differ by capitals alone would be mistaken
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),  # an Argon2id hash with its parameters
    Column("created", Text, nullable=False),
    Column("disabled", Text),
)

sessions = Table(
    "account_sessions",
    METADATA,
    Column("secret", String(64), primary_key=True),  # SHA-256 of what the browser holds
    Column("account", ForeignKey("accounts.account"), nullable=False, index=True),
    Column("created", Text, nullable=False),
    Column("expires", Text, nullable=False),
)

tokens = Table(
    "account_tokens",
    METADATA,
    Column("token", Integer, primary_key=True),
    Column("secret", String(64), nullable=False, unique=True),  # SHA-256 of what the program holds
    Column("account", ForeignKey("accounts.account"), nullable=False, index=True),
    Column("label", Text, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("expires", Text, nullable=False),
    Column("revoked", Text),
)

audit = Table(
    "audit",
    METADATA,
    Column("entry", Integer, primary_key=True),
    Column("recorded", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("address", Text, nullable=False),
)
Index("audit_act", audit.c.act, audit.c.recorded)
