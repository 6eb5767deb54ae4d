"""Entry-into-force clauses read into rules."""

from treatywatch.texts.force_clause.clause import Doubt, ForceClause
from treatywatch.texts.force_clause.read import read_force_clause

__all__ = ["Doubt", "ForceClause", "read_force_clause"]
