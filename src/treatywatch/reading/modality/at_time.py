"""Clauses that tell what is at a time that is named: "until 2031, when it lapses", "when it starts on 1 June"."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import children
from treatywatch.reading.modality.tense import is_date, is_dated, is_present, mark_of
from treatywatch.reading.words import word_list

_SETTING = frozenset({"when", "after", "before", "until", "till", "once"})


def is_at_a_time(page: Parsed, word: Word) -> bool:
    """Whether the clause of the verb ``word``, told in the present, lies at a time that is set, not just supposed."""
    if word.dep not in {"advcl", "relcl"} or not is_present(page, word):
        return False
    openers = [w for w in children(page, word.i, "advmod", "mark") if w.lower == "when" and w.i < word.i]
    if openers and _is_behind_time(page, openers[0]):
        return True
    return word.dep == "advcl" and mark_of(page, word) in _SETTING and is_dated(page, word)


def _is_behind_time(page: Parsed, when: Word) -> bool:
    """ "2031, when it expires": the clause says of the time before it what comes then."""
    at = when.i - 1
    if at > page.sentences[when.sentence][0] and page.words[at].text == ",":
        at -= 1
    before = page.words[at]
    return before.sentence == when.sentence and (is_date(before) or before.lemma in word_list("times"))
