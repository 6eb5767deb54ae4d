"""Views for people who open the database itself: timeline, sources, statements, relations and conflicts."""

from alembic import op

revision = "0004"
down_revision = "0003"


def _list(column: str) -> str:
    """SQL that shows a JSON list of codes as ``CHL, NOR``."""
    return f"""replace(replace(replace(replace({column}, '","', ', '), '["', ''), '"]', ''), '[]', '')"""


_STEP = "replace(s.kind, '_', ' ')"
_PAGE = "d.publisher, d.published, d.title, d.url, d.id AS document"
_OF_STEP = "JOIN agreements a ON a.agreement = s.agreement"
_PLACES = """
    JOIN agreement_step_sources l ON l.agreement = s.agreement AND l.step = s.step
    JOIN assertions x ON x.reading = l.reading AND x.assertion = l.assertion
    JOIN readings r ON r.reading = l.reading
    JOIN documents d ON d.document = r.document"""
_SAID = """
    JOIN agreement_members m ON m.reading = x.reading AND m.sighting = x.sighting
    JOIN agreements a ON a.agreement = m.agreement
    JOIN readings r ON r.reading = x.reading
    JOIN documents d ON d.document = r.document"""

VIEWS = {
    "timeline": f"""
        SELECT s.agreement, a.name, s.date, {_STEP} AS step, s.modality AS how_sure, {_list("s.parties")} AS who,
            s.body AS organ, s.place,
            CASE WHEN s.differ = '[]' THEN NULL ELSE {_list("s.differ")} END AS sources_differ,
            (SELECT count(*) FROM agreement_step_sources l WHERE l.agreement = s.agreement AND l.step = s.step)
            AS sources
        FROM agreement_steps s {_OF_STEP} WHERE NOT s.rejected""",
    "sources": f"""
        SELECT s.agreement, a.name, {_STEP} AS step, s.modality AS how_sure, {_list("s.parties")} AS who,
            s.date AS date_shown, x.date AS date_here, x.quote, {_PAGE}, x.attributed_to, x.start AS quote_start,
            x.stop AS quote_end, r.reader, r.recorded, l.fact
        FROM agreement_steps s {_OF_STEP} {_PLACES} WHERE NOT s.rejected""",
    "statements": f"""
        SELECT m.agreement, a.name, x.speaker, x.office,
            CASE WHEN x.direct THEN 'in their own words' ELSE 'as reported' END AS how, x.quote, {_PAGE},
            x.start AS quote_start, x.stop AS quote_end
        FROM assertions x {_SAID} WHERE x.type = 'statement'""",
    "relations": f"""
        SELECT m.agreement, a.name, x.kind AS bears, t.agreement AS other, b.name AS other_name,
            x.modality AS how_sure, x.quote, {_PAGE}
        FROM assertions x {_SAID}
        JOIN agreement_members t ON t.reading = x.reading AND t.sighting = x.target
        JOIN agreements b ON b.agreement = t.agreement
        WHERE x.type = 'relation'""",
    "conflicts": f"""
        SELECT s.agreement, a.name, {_STEP} AS step, {_list("s.parties")} AS who, s.date AS date_shown,
            x.date AS date_here, {_list("s.differ")} AS sources_differ, x.quote, {_PAGE}
        FROM agreement_steps s {_OF_STEP} {_PLACES} WHERE s.differ <> '[]' AND NOT s.rejected""",
}


def upgrade() -> None:
    """Create the views; they hold nothing of their own."""
    for name, select in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {select}")
