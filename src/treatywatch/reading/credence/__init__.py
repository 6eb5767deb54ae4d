"""How far a step that was read is to be believed: a page that uses a treaty's words in passing tells no step of it."""

from treatywatch.reading.credence.signs import signs_of
from treatywatch.reading.credence.weights import believable, credence

__all__ = ["believable", "credence", "signs_of"]
