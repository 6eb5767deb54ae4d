"""Acts done by saying so: "I transmit herewith the treaty"."""

from treatywatch.language.parse import Parsed
from treatywatch.reading.grammar import children, clause_of
from treatywatch.reading.pronouns import is_own

_GLAD = frozenset(
    {"pleased", "please", "glad", "happy", "honored", "honoured", "honor", "honour", "delighted", "proud"}
)


def is_done_by_saying_so(page: Parsed, head: int) -> bool:
    """Whether the page itself does what the verb ``head`` tells: "I transmit herewith", "I am pleased to transmit"."""
    verb = page.words[head]
    if verb.dep == "xcomp" and page.words[verb.head].lemma in _GLAD:
        verb = page.words[clause_of(page, verb.head)]
    elif verb.tag != "VBP" or children(page, head, "aux", "neg"):
        return False
    return any(is_own(word) for word in children(page, verb.i, "nsubj", "nsubjpass"))
