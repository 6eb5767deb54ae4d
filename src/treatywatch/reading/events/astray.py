"""Dates that the parser hung on a verb which they do not date: of what a treaty is for, of an aside, of a meeting."""

from collections.abc import Set
from itertools import takewhile

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.events.words import course_words
from treatywatch.reading.grammar import children, is_infinitive
from treatywatch.reading.modality.cues import cue_words

_OF_CONTENT = frozenset({"acl", "relcl", "pcomp", "pobj", "xcomp", "conj"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_PRESENT = frozenset({"VBZ", "VBP", "MD"})
_POINTS = frozenset({"on", "in", "at"})
_BY_PAPER = frozenset({"in", "by", "through", "with", "via"})


def is_of_occasion(page: Parsed, verb: Word) -> bool:
    """ "at a ceremony held on Friday", "an exchange of notes completed in May": whether an occasion is dated."""
    noun = page.words[verb.head]
    if noun.dep == "pobj" and page.words[noun.head].lower == "of":
        noun = page.words[page.words[noun.head].head]
    if verb.dep not in {"acl", "relcl"} or noun.lemma not in course_words("occasions") or verb.tag == "VB":
        return False
    return noun.dep != "pobj" or page.words[noun.head].lower in _POINTS | {"during", "with"}


def is_of_paper(page: Parsed, verb: Word) -> bool:
    """ "In a note that reached the depositary on Friday, it withdrew": whether the verb is said of an act's paper."""
    noun = page.words[verb.head]
    if verb.dep not in {"acl", "relcl"} or noun.lemma not in course_words("papers") or verb.tag == "VB":
        return False
    return noun.dep == "pobj" and page.words[noun.head].lower in _BY_PAPER


def is_of_naming(page: Parsed, verb: Word) -> bool:
    """ "a treaty, sometimes called the Harris Treaty, in 1858": what a thing is called, it is not called on a day."""
    closed = any(word.text == "," for word in page.words[max(verb.i - 2, 0) : verb.i])
    return closed and verb.lemma in course_words("naming") and not children(page, verb.i, "nsubj", "nsubjpass", "aux")


def is_of_means(page: Parsed, verb: Word) -> bool:
    """ "By handing in its papers on Thursday, Chile joined": the day of the means is that of what is done by it.

    A name that the parser took for a verb ("to WIPO on Thursday") is none.
    """
    return verb.pos == "VERB" and (
        verb.dep == "pobj" or (verb.dep == "pcomp" and page.words[verb.head].lower == "by" and verb.tag == "VBG")
    )


def is_cut_aux(page: Parsed, verb: Word, head: int) -> bool:
    """ "It has today, 4 May 2019, notified the depositary": the "has" of the step, which a day parts from it."""
    between = page.words[verb.i + 1 : head]
    parted = bool(between) and verb.lemma == "have" and page.words[head].tag in {"VBN", "VBD"}
    return parted and not any(word.pos in {"VERB", "AUX", "ADP", "PRON"} for word in between)


def is_aside(page: Parsed, verb: Word, own: Set[int], at: int) -> bool:
    """ "On Monday, she said, Chile ratified it": who says so stands between commas, and the day before them."""
    inside = [c for c in verb.children if page.words[c].dep == "nsubj"]
    if verb.dep not in {"ccomp", "parataxis"} or verb.head not in own or verb.lemma not in cue_words()["reporting"]:
        return False
    closed = verb.i + 1 < len(page.words) and page.words[verb.i + 1].text == ","
    return bool(inside) and at < inside[0] and verb.i < verb.head and closed


def is_behind(page: Parsed, verb: Word) -> bool:
    """ "It is held in abeyance, the minister announced on Friday": who says so stands behind a comma, with no "as"."""
    inside = [c for c in verb.children if page.words[c].dep == "nsubj"]
    opened = page.words[page.subtree(inside[0])[0] - 1] if inside else None
    return opened is not None and opened.text == "," and verb.head < inside[0] < verb.i


def is_of_content(page: Parsed, verb: Word, own: Set[int], at: int) -> bool:
    """Whether the verb tells what a treaty is for or does, so that a day of the past behind it dates the step.

    "signed a treaty banning trawling on Monday", "a treaty on fishing on Monday"; whether the day is past, the caller
    knows. "By 2030" and "from 2026" are part of what it does.
    """
    unfinished = (
        verb.tag == "VBG" or verb.tag in _PRESENT or verb.lemma in course_words("meant") or is_infinitive(page, verb)
    )
    if verb.dep not in _OF_CONTENT or not unfinished:
        return False
    above = page.words[page.words[at].head]
    if page.words[at].dep == "pobj" and above.lower not in _POINTS:
        return False
    between = takewhile(lambda word: word.i not in own, page.ancestors(verb.i))
    on_matter = verb.dep in {"pobj", "pcomp"} and page.words[verb.head].lower == "on"
    below = any(word.i in own for word in page.ancestors(verb.i))
    return below and (on_matter or any(word.pos in _NOMINAL for word in between))


def follows_participle(page: Parsed, verb: Word, own: Set[int], at: int) -> bool:
    """A day behind the comma that closes a participle: "ratified the pact, adopted on 30 May, in June".

    So does one behind what is set between commas: "signed a treaty, drafted by a friend of his, in 1858".
    """
    if verb.tag != "VBN" or verb.dep not in {"acl", "advcl"} or not any(w.i in own for w in page.ancestors(verb.i)):
        return False
    opened = page.words[at].head if page.words[at].dep == "pobj" else at
    before = [w for w in children(page, verb.i, "prep", "npadvmod") if verb.i < w.i < opened]
    between = any(word.text == "," for word in page.words[max(verb.i - 2, 0) : verb.i])
    return (bool(before) or between) and page.words[opened - 1].text == ","


def is_of_another_time(page: Parsed, word: Word, above: Word) -> bool:
    """ "left it on Monday, five years after it had ratified it", "… after ratifying it": not on that day."""
    if word.dep == "pcomp":
        return above.lower in {"after", "before", "since"}
    marks = {page.words[c].lower for c in word.children if page.words[c].dep == "mark"}
    return word.dep == "advcl" and bool(marks & {"after", "before", "since"})
