"""Views that show what people said of relations and statements, with the ids by which to decide on them."""

import sqlalchemy as sa
from alembic import op

from treatywatch.registry.migrations.versions.r0004_views import VIEWS

revision = "0015"
down_revision = "0014"

_TEXTS = ("kind", "modality", "speaker", "office", "verb", "kind_held", "modality_held")
_PAGE = "d.publisher, d.published, d.title, d.url, d.id AS document"
_SAID = """
    JOIN agreement_members m ON m.reading = x.reading AND m.sighting = x.sighting
    JOIN agreements a ON a.agreement = m.agreement
    JOIN readings r ON r.reading = x.reading
    JOIN documents d ON d.document = r.document
    LEFT JOIN said_facts f ON f.reading = x.reading AND f.assertion = x.assertion"""
_ALIKE = "o.agreement = l.agreement AND o.other = l.other AND o.kind = l.kind AND o.modality = l.modality"

_NEW = {
    "statements": f"""
        SELECT m.agreement, a.name, coalesce(f.speaker, x.speaker) AS speaker,
            CASE WHEN f.speaker IS NULL THEN x.office ELSE f.office END AS office,
            CASE WHEN x.direct THEN 'in their own words' ELSE 'as reported' END AS how, x.quote, {_PAGE},
            x.start AS quote_start, x.stop AS quote_end, f.fact,
            CASE WHEN f.speaker <> x.speaker THEN x.speaker END AS page_alone
        FROM assertions x {_SAID} WHERE x.type = 'statement' AND NOT coalesce(f.rejected, FALSE)""",
    # A word on one place that tells a relation is a word on all that tell the same.
    "relations": f"""
        WITH l AS (
            SELECT m.agreement, a.name, t.agreement AS other, b.name AS other_name,
                coalesce(f.kind, x.kind) AS kind, coalesce(f.modality, x.modality) AS modality, f.fact, f.decision,
                f.verb, f.kind_held, f.modality_held, x.kind AS page_alone, x.quote, {_PAGE}
            FROM assertions x {_SAID}
            JOIN agreement_members t ON t.reading = x.reading AND t.sighting = x.target
            JOIN agreements b ON b.agreement = t.agreement
            WHERE x.type = 'relation' AND NOT coalesce(f.rejected, FALSE)),
        last AS (
            SELECT agreement, other, kind, modality, max(decision) AS decision FROM l
            GROUP BY agreement, other, kind, modality),
        o AS (
            SELECT l.agreement, l.other, l.kind, l.modality, max(l.verb) AS verb, max(l.kind_held) AS kind_held,
                max(l.modality_held) AS modality_held
            FROM l JOIN last ON last.agreement = l.agreement AND last.other = l.other AND last.kind = l.kind
                AND last.modality = l.modality AND last.decision = l.decision
            GROUP BY l.agreement, l.other, l.kind, l.modality)
        SELECT l.agreement, l.name, coalesce(o.kind_held, l.kind) AS bears, l.other, l.other_name,
            coalesce(o.modality_held, l.modality) AS how_sure, l.quote, l.publisher, l.published, l.title, l.url,
            l.document, l.fact,
            CASE WHEN coalesce(o.kind_held, l.kind) <> l.page_alone THEN l.page_alone END AS page_alone
        FROM l LEFT JOIN o ON {_ALIKE} WHERE coalesce(o.verb, '') <> 'reject'""",
    **{
        name: VIEWS[name].replace("x.date AS date_here", "coalesce(l.day, x.date) AS date_here")
        for name in ("sources", "conflicts")
    },
}


def upgrade() -> None:
    """Keep what words on a relation or statement come to beside its id, and make the views anew that show it."""
    for name in _TEXTS:
        op.add_column("said_facts", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("said_facts", sa.Column("rejected", sa.Boolean(), nullable=True))
    op.add_column("said_facts", sa.Column("decision", sa.Integer(), nullable=True))
    for name, select in _NEW.items():
        op.execute(f"DROP VIEW {name}")
        op.execute(f"CREATE VIEW {name} AS {select}")
