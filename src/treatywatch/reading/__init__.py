"""Reading: what one page says about international agreements."""

from treatywatch.reading.assemble import READER, explain, explain_all, read, weighed

__all__ = ["READER", "explain", "explain_all", "read", "weighed"]
