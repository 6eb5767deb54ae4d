"""Pages of unknown people are read in a process of its own, with little time and memory, and nothing to take."""

from treatywatch.service.apart.limits import Limits
from treatywatch.service.apart.reading import read_apart, read_document_apart

__all__ = ["Limits", "read_apart", "read_document_apart"]
