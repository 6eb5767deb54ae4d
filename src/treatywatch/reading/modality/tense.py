"""Tense, dates and opening words of a verb's clause."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import children
from treatywatch.reading.modality.cues import cue_words
from treatywatch.reading.nouns import MONTHS, WEEKDAYS

_DATING = frozenset({"on", "in", "by", "at"})


def is_past(page: Parsed, word: Word) -> bool:
    """Whether a clause stands in the simple past or the past passive."""
    helpers = (page.words[c] for c in word.children if page.words[c].dep in {"aux", "auxpass"})
    return word.tag == "VBD" or any(w.tag == "VBD" for w in helpers)


def is_present(page: Parsed, word: Word) -> bool:
    """Whether a clause stands in the present or the present perfect."""
    helpers = (page.words[c] for c in word.children if page.words[c].dep in {"aux", "auxpass"})
    return not is_past(page, word) and any(w.tag in {"VBZ", "VBP"} for w in (word, *helpers))


def has_day_to_come(page: Parsed, word: Word) -> bool:
    """Whether "tomorrow" or "next week" hangs on the verb."""
    days = children(page, word.i, "npadvmod", "advmod")
    return any(d.lower == "tomorrow" or any(page.words[c].lower == "next" for c in d.children) for d in days)


def is_dated(page: Parsed, word: Word) -> bool:
    """Whether a day, month or year hangs on the verb: "on Monday", "in 2027", "next week"."""
    times = [n for w in children(page, word.i, "prep") if w.lower in _DATING for n in children(page, w.i, "pobj")]
    return has_day_to_come(page, word) or any(is_date(n) for n in times)


def is_date(word: Word) -> bool:
    """Whether the word is a month, a day of the week or a year."""
    return word.lower in MONTHS | WEEKDAYS or (len(word.text) == 4 and word.text.isdigit())


def name_of(page: Parsed, verb: Word) -> str:
    """A verb's lemma with its particle: "call off", "rule out", "go on"."""
    particle = next((page.words[c].lower for c in verb.children if page.words[c].dep == "prt"), "")
    return f"{verb.lemma} {particle}".rstrip()


def has_finite_auxiliary(page: Parsed, word: Word) -> bool:
    """Whether a finite form of "have" or "be" goes with the verb."""
    return any(
        page.words[c].dep in {"aux", "auxpass"} and page.words[c].tag in {"VBD", "VBZ", "VBP"} for c in word.children
    )


def mark_of(page: Parsed, word: Word) -> str:
    """The word that opens the verb's clause when it sets a condition or a time ("if", "once"), or ""."""
    for child in word.children:
        if page.words[child].dep in {"mark", "advmod"} and child < word.i:
            lower = page.words[child].lower
            if lower == "as" and not _is_as_soon(page, child):
                continue
            if lower in cue_words()["conditions"] or lower in cue_words()["futures"]:
                return lower
    return ""


def _is_as_soon(page: Parsed, at: int) -> bool:
    """Whether "as" belongs to "as soon as" or "as long as"; alone it gives a reason."""
    return any(word.lower in {"soon", "long"} for word in page.words[max(0, at - 2) : at + 2])
