"""Whether a step is taken whose verb is left out: "Peru will", "Chile might", "Fiji refused to"."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality
from treatywatch.reading.modality.cues import cue_words
from treatywatch.reading.modality.signs import is_reported
from treatywatch.reading.modality.verb import of_infinitive, of_verb


def of_left_out(page: Parsed, word: Word) -> Modality:
    """The modality of what is left out behind the auxiliary or the "to" that ``word`` is."""
    if word.lower == "to":
        return _behind_to(page, word)
    told = of_verb(page, word)
    if word.tag != "MD":
        return told
    cues = cue_words()
    if word.lemma in cues["possible_auxiliaries"] and word.lemma in {"may", "might"}:
        return Modality.POSSIBLE
    if told is not Modality.ACTUAL and told is not Modality.PLANNED:
        return told
    if word.lower == "would":
        return Modality.PLANNED if is_reported(page, word) else Modality.POSSIBLE
    return Modality.POSSIBLE if word.lemma in cues["possible_auxiliaries"] | cues["advising"] else Modality.PLANNED


def governor(page: Parsed, to: Word) -> Word:
    """What a "to" without its verb belongs to: the word before it, for the parser seldom knows what to make of it."""
    at = to.i - 1
    while at > page.sentences[to.sentence][0] and page.words[at].pos == "ADV":
        at -= 1
    return page.words[at]


def _behind_to(page: Parsed, to: Word) -> Modality:
    """ "has yet to", "refused to", "hopes to": what the word before it makes of it; a plain one plans it."""
    above = governor(page, to)
    if page.words[to.i - 1].lower == "yet":
        return Modality.NEGATED
    told = of_infinitive(page, to, above)
    reached = above.lemma in cue_words()["achieving"]
    return Modality.PLANNED if told is Modality.ACTUAL and not reached else told
