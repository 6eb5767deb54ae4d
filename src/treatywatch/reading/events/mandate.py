"""What an authorisation leaves open: "changes that are not of a fundamental nature", and who may make them."""

import re

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Mandate, Step
from treatywatch.reading.events.found import Found
from treatywatch.reading.grammar import children
from treatywatch.reading.page import Page

_CHANGE = frozenset({"change", "alter", "amend", "modify", "adjust", "introduce", "make", "revise", "edit"})
_CHANGES = re.compile(r"\b(chang\w*|amend\w*|modif\w*|alter\w*|adjust\w*|edit\w*|corrections?|revisions?)\b", re.I)
_PERMIT = frozenset(
    {"allow", "let", "permit", "authorise", "authorize", "empower", "entitle", "give", "grant", "may", "leave"}
)


def mandate_of(page: Page, found: Found) -> Mandate | None:
    """The mandate that goes with an ``authorised`` event, from its own sentence or the three after it."""
    if found.kind is not Step.AUTHORISED:
        return None
    first = page.parsed.words[found.head].sentence
    for number in range(max(0, first - 1), min(first + 5, len(page.parsed.sentences))):
        for i in page.parsed.sentences[number]:
            word = page.parsed.words[i]
            if word.lemma in _PERMIT and word.pos in {"VERB", "AUX"}:
                mandate = _granted(page, word)
                if mandate is not None:
                    return mandate
    return None


def leaves_open(page: Parsed, head: int) -> bool:
    """Whether the verb ``head`` tells of changes that somebody is allowed to make: "allows it to agree changes"."""
    word = page.words[head]
    allowed = word.dep in {"ccomp", "xcomp"} and page.words[word.head].lemma in _PERMIT
    return allowed and any(_CHANGES.fullmatch(page.words[i].lower) for i in page.subtree(head))


def _granted(page: Page, verb: Word) -> Mandate | None:
    """ "allows the ministry to introduce changes that …": who is the object, what may change is what follows."""
    for below in children(page.parsed, verb.i, "ccomp", "xcomp"):
        if below.lemma not in _CHANGE:
            continue
        words = page.parsed.subtree(below.i)
        helper = [w for w in words if page.parsed.words[w].i >= below.i]
        start, end = page.parsed.words[below.i].start, page.parsed.words[helper[-1]].end
        allows = page.document.text[start:end].rstrip(" .,;”\"’'")
        if _CHANGES.search(allows):
            return Mandate(allows=allows, who=_who(page, verb, below))
    return None


def _who(page: Page, verb: Word, below: Word) -> str | None:
    for noun in (*children(page.parsed, below.i, "nsubj"), *children(page.parsed, verb.i, "dobj", "dative")):
        words = page.parsed.subtree(noun.i)
        name: Name | None = next((n for n in page.names if n.start <= noun.start < n.end), None)
        first = page.parsed.words[words[0]]
        text = page.document.text[first.start : page.parsed.words[words[-1]].end]
        return text.removeprefix("the ").removeprefix("The ") if name is None or len(text) < 80 else name.text
    return None
