"""What stands over a noun, and which sides are named beside it."""

from collections.abc import Sequence

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word


def governors(page: Parsed, noun: Word) -> set[str]:
    """The lemmas of what is done to a noun: its verb, the nouns on the way up to it, and clauses that describe it.

    "The renewal of the lease was refused": renewal and refuse; "a lease signed in May": sign.
    """
    above = {page.words[c].lemma for c in noun.children if page.words[c].dep in {"acl", "relcl"}}
    for each in page.ancestors(noun.i):
        above.add(each.lemma)
        if each.pos in {"VERB", "AUX"}:
            break
    return above


def codes_beside(page: Parsed, noun: Word, names: Sequence[Name]) -> frozenset[str]:
    """Codes of the parties that the sentence of a noun names."""
    sentence = page.sentences[noun.sentence]
    start, end = page.words[sentence[0]].start, page.words[sentence[-1]].end
    return frozenset(code for name in names if start <= name.start < end for code in name.codes)
