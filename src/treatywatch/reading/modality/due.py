"""What was due at a time that is over: "was to be signed in May, but …"."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import children, is_infinitive, is_passive
from treatywatch.reading.modality.cues import cue_words
from treatywatch.reading.modality.signs import is_reported
from treatywatch.reading.modality.tense import has_day_to_come


def fell_through(page: Parsed, word: Word) -> bool:
    """ "was to enter into force in May, but three states have not ratified": what was planned did not come about."""
    was = page.words[word.head]
    if was.dep == "acomp":
        was = page.words[was.head]
    if word.dep != "xcomp" or has_day_to_come(page, word) or not is_infinitive(page, word):
        return False
    if not _was_due(page, was, page.words[word.head]):
        return False
    turns = [w.i for w in children(page, was.i, "cc") if w.lower == "but" and w.i > word.i]
    return bool(turns) and bool(children(page, was.i, "conj"))


def _was_due(page: Parsed, was: Word, above: Word) -> bool:
    """ "was to", "was due to", "had been expected to": planned at a time that is over."""
    if was.lemma == "be" and was.tag == "VBD" and (above is was or above.lemma in cue_words()["planning"]):
        return True
    helpers = (page.words[c] for c in was.children if page.words[c].dep in {"aux", "auxpass"})
    return was.lemma in cue_words()["planning"] and is_passive(page, was.i) and any(w.tag == "VBD" for w in helpers)


def had_been(page: Parsed, verb: Word) -> bool:
    """ "had been planned for May", told by the page itself: it did not come about; "said it had been planned" may."""
    perfect = any(w.lower == "had" for w in children(page, verb.i, "aux"))
    return perfect and not is_reported(page, verb)
