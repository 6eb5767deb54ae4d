"""Clauses that suppose or await what they tell: "in the event a deal is reached", "before it is brought to them"."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality
from treatywatch.reading.grammar import children, is_infinitive
from treatywatch.reading.modality.at_time import is_at_a_time
from treatywatch.reading.modality.cues import cue_words
from treatywatch.reading.modality.tense import is_present, mark_of

_AWAITING = frozenset({"before", "until", "till"})
_OPENING = frozenset({"in", "the", "event", "case", "that"})


def of_supposed(page: Parsed, word: Word) -> Modality | None:
    """What the words that open the clause of the verb ``word`` make of it by themselves, or None."""
    if word.dep in {"ccomp", "pcomp"} and mark_of(page, word) == "whether":
        return Modality.POSSIBLE  # "asked whether it had been signed"
    if _is_supposed(page, word) or _is_asked(page, word) or (is_infinitive(page, word) and _is_whether(page, word)):
        return Modality.POSSIBLE
    if is_at_a_time(page, word):
        return Modality.PLANNED
    if word.dep != "advcl" or not is_present(page, word):
        return None
    mark = mark_of(page, word)
    if word.lemma in cue_words()["ending"] and mark in {"after", "when", "until", "till"}:
        held = any(
            mark_of(page, clause) in {"if", "unless"}
            for i in (word.i, word.head)
            for clause in children(page, i, "advcl", "ccomp")
        )
        return Modality.POSSIBLE if held else Modality.PLANNED  # "after the treaty expires": its end is laid down
    return Modality.POSSIBLE if mark in _AWAITING else None


def _is_whether(page: Parsed, word: Word) -> bool:
    """ "weighs whether to leave"."""
    return any(page.words[c].lower == "whether" for c in word.children)


def _is_supposed(page: Parsed, word: Word) -> bool:
    """Whether the verb's clause stands behind "in the event (that)" or "in case"."""
    first = page.sentences[word.sentence][0]
    own = [i for i in page.subtree(word.i) if i <= word.i]
    begins = next((i for i in own if page.words[i].lower not in _OPENING), word.i)
    while begins > first and page.words[begins - 1].lower in {"the", "that"}:
        begins -= 1  # "in the event that the treaty is signed"
    before = " ".join(w.lower for w in page.words[max(first, begins - 3) : begins])
    return before.endswith(("in the event", "in case"))


def _is_asked(page: Parsed, word: Word) -> bool:
    """ "Has Chile ratified it?", "Do we join it?": asked; "Why did Chile leave it?" takes it for done."""
    sentence = [page.words[i] for i in page.sentences[word.sentence]]
    if word.dep != "ROOT" or not any(w.text == "?" for w in sentence[-2:]):
        return False
    subject = min((w.i for w in children(page, word.i, "nsubj", "nsubjpass")), default=-1)
    before = [w for w in sentence if w.i < subject]
    turned = any(w.head == word.i and w.dep in {"aux", "auxpass"} for w in before)
    return turned and not any(w.tag in {"WRB", "WP", "WDT"} for w in before)


def is_weighed(page: Parsed, verb: Word) -> bool:
    """ "leaving it would cost more": what something would bring is told of what has not been done."""
    open_ = any(word.lower in {"would", "could", "might"} for word in children(page, verb.i, "aux"))
    return open_ or is_choice(page, verb)


def is_choice(page: Parsed, verb: Word) -> bool:
    """ "leaving it is one of the options", "withdrawal is a possibility": what may be chosen has not been yet."""
    told = children(page, verb.i, "attr") if verb.lemma in {"be", "remain", "become"} else []
    counted = (n for w in told for of in children(page, w.i, "prep") for n in children(page, of.i, "pobj"))
    return any(w.lemma in cue_words()["choices"] for w in (*told, *counted))
