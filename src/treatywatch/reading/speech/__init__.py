"""Who says what: acts of saying, the source of every claim, and statements about agreements."""

from treatywatch.reading.speech.act import Speech
from treatywatch.reading.speech.attribution import attribution
from treatywatch.reading.speech.page import speeches
from treatywatch.reading.speech.statements import statements

__all__ = ["Speech", "attribution", "speeches", "statements"]
