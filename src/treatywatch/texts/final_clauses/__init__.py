"""The other final clauses: how long an agreement lasts, how it is renewed and left, and what it replaces."""

from treatywatch.texts.final_clauses.read import FinalClause, Renewal, Supersession, read_final_clause

__all__ = ["FinalClause", "Renewal", "Supersession", "read_final_clause"]
