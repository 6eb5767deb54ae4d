"""What stands above an infinitive or a clause, and whether it looks ahead."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import children, clause_of, voted_on
from treatywatch.reading.modality.cues import cue_words
from treatywatch.reading.modality.tense import name_of


def governor_of(page: Parsed, word: Word, above: Word) -> Word:
    """What an infinitive hangs on, where the parser hung it a word too high or too low.

    "is open for others to join" on "open", "encourage Chile and Peru to sign" on "encourage".
    """
    if word.dep != "advcl":
        return voted_on(page, word) or above
    if above.pos == "PROPN":
        return page.words[clause_of(page, above.i)]
    told = children(page, above.i, "acomp") if above.lemma == "be" else []
    leading = cue_words()["possible"] | cue_words()["open_to"]
    return next((w for w in told if w.i < word.i and w.lower in leading), above)


def looks_ahead(page: Parsed, preposition: Word) -> bool:
    """ "before X entering into force", "the prospect of X entering into force": not yet, seen from the clause above."""
    return _sets_a_time(page, preposition) or _is_hoped_for(page, preposition)


def _sets_a_time(page: Parsed, preposition: Word) -> bool:
    over = page.words[preposition.head].lower
    return preposition.lower in {"before", "until", "upon"} or over in {"advance", "ahead", "prior"}


def _is_hoped_for(page: Parsed, preposition: Word) -> bool:
    """ "the prospect of the treaty entering into force", "looked forward to the treaty entering into force"."""
    over = page.words[preposition.head]
    return over.lemma in cue_words()["hoping"] or (over.lemma == "look" and preposition.lower == "to")


def waits(page: Parsed, noun: Word) -> bool:
    """Whether what is said of the noun in the present comes with the clause above.

    "will sign a treaty that replaces it", "from the day on which they exchange them": "a" brings in what the clause
    makes, a day comes when it comes; "the treaty, which replaces it," is known already.
    """
    return noun.lemma in {"day", "date", "moment"} or any(page.words[c].lower in {"a", "an"} for c in noun.children)


def is_off(page: Parsed, noun: Word) -> bool:
    """ "no plans to sign", "dropped its plan to sign", "the motion to ratify failed": the plan is off.

    An adjective may tell it as well ("the abandoned plan to join", "a now-cancelled deal to lease it").
    """
    verb, cues = page.words[noun.head], cue_words()
    if noun.dep in {"dobj", "nsubjpass"} and name_of(page, verb) in cues["cancelling"] | cues["voting_down"]:
        return True
    if noun.dep == "nsubj" and name_of(page, verb) in cues["coming_to_nothing"] and noun.lemma in cues["plans"]:
        return not children(page, verb.i, "dobj", "neg")
    described = {page.words[c].lower.removeprefix("now-") for c in noun.children}
    return bool(described & (cues["cancelled_adjectives"] | {"no"}))
