"""What each stretch of a page is: its own text, a caption, a credit, a link to another page, or furniture."""

from treatywatch.reading.layout.label import blocks

__all__ = ["blocks"]
