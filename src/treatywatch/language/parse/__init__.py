"""Words, their grammar and the sentences they stand in. The only part that imports the parser.

The parser is spaCy's small English pipeline without its entity recogniser; names and dates never depend on it.
"""

from treatywatch.language.parse.page import parse, parse_pages
from treatywatch.language.parse.parsed import Parsed, Word
from treatywatch.language.parse.pipeline import MODEL

__all__ = ["MODEL", "Parsed", "Word", "parse", "parse_pages"]
