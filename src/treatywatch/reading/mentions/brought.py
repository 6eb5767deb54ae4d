"""Agreements that the text brings in as something made: "they signed a treaty", "entered into an agreement"."""

from collections.abc import Sequence

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import children
from treatywatch.reading.mentions.nouns import nouns

_SIDES = frozenset({"state", "demonym"})


def is_made(page: Parsed, noun: Word) -> bool:
    """Whether the noun is what a verb says to have been signed or concluded, or a clause tells what it is for."""
    verb = making(page, noun)
    if verb is None or verb.lemma not in nouns().made | {"enter"}:
        return False
    return verb.tag in {"VBD", "VBN"} or bool(children(page, noun.i, "acl", "relcl"))


def makers(page: Parsed, noun: Word, names: Sequence[Name]) -> tuple[str, ...]:
    """Codes of the states that the subject of that verb names ("Fiji and Chile signed a treaty"), sorted."""
    verb = making(page, noun)
    if verb is None:
        return ()
    below = {i for subject in children(page, verb.i, "nsubj") for i in page.subtree(subject.i)}
    starts = [(page.words[i].start, page.words[i].end) for i in below]
    told = [n for n in names if n.kind in _SIDES and any(start <= n.start < end for start, end in starts)]
    return tuple(sorted({code for name in told for code in name.codes}))


def making(page: Parsed, noun: Word) -> Word | None:
    """The verb that says that the noun is made: "signed a treaty", "entered into an agreement"."""
    above = page.words[noun.head]
    if noun.dep == "dobj" and above.lemma in nouns().makes:
        return above
    if noun.dep == "pobj" and above.lower == "into" and page.words[above.head].lemma == "enter":
        return page.words[above.head]
    return None
