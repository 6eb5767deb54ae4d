"""A body that announces what it has itself done acts by saying so: the page tells the act in its own voice."""

from treatywatch.language.parse import Parsed
from treatywatch.reading.speech import grammar
from treatywatch.reading.speech.found import Found
from treatywatch.reading.speech.lexicon import phrases

RULE = "own-act"
_ITSELF = frozenset({"it", "they", "its", "their"})
_DONE = frozenset({"has", "have", "had"})


def is_own_act(parsed: Parsed, found: Found) -> bool:
    """Whether "X announced that it has …": what is said starts with the speaker's pronoun and tells its act."""
    verb = parsed.words[found.verb]
    words = parsed.between(*found.content)[:3]
    if found.content[0] < verb.start or not words or words[0].lower not in _ITSELF:
        return False
    if grammar.lemma_in(verb, phrases("own")) is not None:
        return True
    return verb.lemma == "say" and len(words) > 1 and words[1].lower in _DONE
