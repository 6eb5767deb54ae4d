"""Reading: what one page says about international agreements."""

from treatywatch.reading.assemble import READER, explain, read, weighed

__all__ = ["READER", "explain", "read", "weighed"]
