"""Reading: what one page says about international agreements."""

from treatywatch.reading.assemble import READER, explain, read
from treatywatch.reading.grounds import Explained, Ground

__all__ = ["READER", "Explained", "Ground", "explain", "read"]
