"""Agreement texts: their final clauses, read into rules that the law computes with."""
