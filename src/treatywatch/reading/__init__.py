"""Reading: what one page says about international agreements."""

from treatywatch.reading.assemble import READER, read

__all__ = ["READER", "read"]
