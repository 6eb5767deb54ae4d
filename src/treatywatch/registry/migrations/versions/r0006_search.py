"""What search, filters and calendars are answered from; all of it is made again from the readings."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_FIELDS = "name, names, states, said"
_OLD = "old.number, old.name, old.names, old.states, old.said"
_GONE = f"INSERT INTO agreement_index (agreement_index, rowid, {_FIELDS}) VALUES ('delete', {_OLD});"
_NEW = f"INSERT INTO agreement_index (rowid, {_FIELDS}) VALUES (new.number, new.name, new.names, new.states, new.said);"
_SQLITE = (
    f"""CREATE VIRTUAL TABLE agreement_index USING fts5({_FIELDS}, content='agreement_texts', content_rowid='number',
        tokenize='unicode61 remove_diacritics 0', prefix='1 2 3', columnsize=0, detail='full')""",
    f"CREATE TRIGGER agreement_texts_added AFTER INSERT ON agreement_texts BEGIN {_NEW} END",
    f"CREATE TRIGGER agreement_texts_gone AFTER DELETE ON agreement_texts BEGIN {_GONE} END",
    f"""CREATE TRIGGER agreement_texts_changed AFTER UPDATE OF {_FIELDS} ON agreement_texts
        BEGIN {_GONE} {_NEW} END""",
)
_WEIGHED = " || ".join(
    f"setweight(to_tsvector('simple', new.{field}), '{weight}')"
    for field, weight in zip(("name", "names", "states", "said"), "ABCD", strict=True)
)
_POSTGRESQL = (
    """CREATE TABLE agreement_index (
        number integer PRIMARY KEY REFERENCES agreement_texts ON DELETE CASCADE, found tsvector NOT NULL)""",
    "CREATE INDEX agreement_index_found ON agreement_index USING gin (found)",
    f"""CREATE FUNCTION agreement_indexed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO agreement_index VALUES (new.number, {_WEIGHED})
        ON CONFLICT (number) DO UPDATE SET found = excluded.found;
        RETURN NULL; END $$""",
    f"""CREATE TRIGGER agreement_texts_indexed AFTER INSERT OR UPDATE OF {_FIELDS} ON agreement_texts
        FOR EACH ROW EXECUTE FUNCTION agreement_indexed()""",
)


def upgrade() -> None:
    """Add texts with their index, standings and dates, and what agreements are sorted and filtered by."""
    for name in ("folded", "changed", "due"):
        op.add_column("agreements", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.add_column("agreements", sa.Column("stage", sa.Text(), nullable=True))
    for name, *columns in (
        ("agreements_by_name", "passing", "folded", "agreement"),
        ("agreements_by_last", "passing", "last_date", "agreement"),
        ("agreements_changed", "changed"),
        ("agreements_due", "due"),
    ):
        op.create_index(name, "agreements", columns, unique=False)
    expected = sa.text("modality IN ('planned', 'possible')")
    op.create_index(
        "agreement_steps_expected", "agreement_steps", ["date"], sqlite_where=expected, postgresql_where=expected
    )
    _make_texts()
    _make_computed()


def _make_texts() -> None:
    op.create_table(
        "agreement_texts",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("name", "names", "states", "said")),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("agreement_texts_agreement", "agreement_texts", ["agreement"], unique=True)
    for statement in _SQLITE if op.get_context().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)


def _make_computed() -> None:
    op.create_table(
        "agreement_standings",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("agreement", "state", "status")),
        sa.Column("since", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("agreement", "state"),
    )
    op.create_index("agreement_standings_state", "agreement_standings", ["state", "agreement"], unique=False)
    op.create_table(
        "agreement_dates",
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("law", "mark")),
        sa.PrimaryKeyConstraint("agreement", "number"),
    )
    op.create_index("agreement_dates_day", "agreement_dates", ["day"], unique=False)
