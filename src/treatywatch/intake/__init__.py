"""Files, folders, globs and standard input turned into documents, with a problem for whatever cannot be read."""

from treatywatch.intake.documents import documents
from treatywatch.intake.problem_kinds import ProblemKind, problem, problem_kinds
from treatywatch.intake.provenance import checked_day
from treatywatch.intake.sources import MAX_BYTES

__all__ = ["MAX_BYTES", "ProblemKind", "checked_day", "documents", "problem", "problem_kinds"]
