"""Agreements that the text brings in as something made: "they signed a treaty", "entered into an agreement"."""

from collections.abc import Sequence

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import antecedent, children, subjects
from treatywatch.reading.mentions.nouns import nouns

_SIDES = frozenset({"state", "demonym"})
_PAIR = 2


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
    relative = {"WDT", "WP"} & {page.words[c].tag for c in verb.children}
    kinds = _SIDES | {"place"} if relative else _SIDES
    below = {i for s in subjects(page, verb.i) for i in ([antecedent(page, s)] if relative else page.subtree(s))}
    starts = [(page.words[i].start, page.words[i].end) for i in below]
    told = [n for n in names if n.kind in kinds and any(n.start <= start < n.end for start, _ in starts)]
    return tuple(sorted({code for name in told for code in name.codes}))


def handed_between(page: Parsed, noun: Word, names: Sequence[Name]) -> tuple[str, ...]:
    """Codes of the two states of which one hands the other a draft ("Fiji sent Chile a draft agreement"), sorted.

    A capital stands for its state there. Empty for anything else that is given, or given to others.
    """
    verb = page.words[noun.head]
    draft = any(w.lower == "draft" for w in children(page, noun.i, "compound", "amod"))
    if not draft or noun.dep != "dobj" or verb.lemma not in nouns().hands:
        return ()
    receivers = [w for dative in children(page, verb.i, "dative") for w in (dative, *children(page, dative.i, "pobj"))]
    sides = [_code_at(word, names) for word in (*children(page, verb.i, "nsubj"), *receivers)]
    codes = {code for code in sides if code}
    return tuple(sorted(codes)) if len(codes) == _PAIR else ()


def _code_at(word: Word, names: Sequence[Name]) -> str | None:
    told = (n for n in names if n.kind in _SIDES | {"place"} and n.start <= word.start < n.end and len(n.codes) == 1)
    return next((name.codes[0] for name in told), None)


def making(page: Parsed, noun: Word) -> Word | None:
    """The verb that says that the noun is made: "signed a treaty", "entered into an agreement"."""
    above = page.words[noun.head]
    if noun.dep == "dobj" and above.lemma in nouns().makes:
        return above
    if noun.dep == "pobj" and above.lower == "into" and page.words[above.head].lemma == "enter":
        return page.words[above.head]
    return None
