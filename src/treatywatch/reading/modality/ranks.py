"""Who is said to be one of those that did a thing: "the first to ratify it", "among 194 states to sign it"."""

import re

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import children
from treatywatch.reading.modality.tense import is_past

_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only", "sole", "among"})
_ORDINAL = re.compile(
    r"\d+(st|nd|rd|th)|([a-z]+-)?(sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]+(ieth|teenth))"
)


def ranks(page: Parsed, noun: Word, *, done_to: bool = False) -> bool:
    """ "the first state to ratify", "the 60th and 61st to deposit": the infinitive tells what was done."""
    around = [page.words[c] for c in noun.children] + [noun, page.words[noun.head]]
    if done_to:
        around = [w for w in around if w.lower != "among"]  # "is among the measures to be negotiated"
    return any(w.lower in _RANKS or _ORDINAL.fullmatch(w.lower) or w.tag == "JJS" for w in around)


def counted_among(page: Parsed, verb: Word) -> list[Word]:
    """What the subject is said to be: "was the first to ratify it", "was among the first to ratify it"."""
    among = [w for w in children(page, verb.i, "prep") if w.lower == "among"]
    told = [w for p in among for w in children(page, p.i, "pobj")]
    so_many = is_past(page, verb)  # "was among 194 states to sign"
    ranked = [w for w in told if w.lower in _RANKS or (so_many and children(page, w.i, "nummod"))]
    return children(page, verb.i, "attr") + ranked
