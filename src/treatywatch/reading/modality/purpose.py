"""Purposes that were carried through: "met in Lima to sign the treaty", "took swift action to ratify it"."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import clause_of
from treatywatch.reading.modality.cues import cue_words
from treatywatch.reading.modality.tense import has_finite_auxiliary, is_past


def carried_through(page: Parsed, word: Word, above: Word) -> Word | None:
    """The verb that tells that the infinitive ``word`` below ``above`` is done with it, or None."""
    verb = above if above.pos in {"VERB", "AUX"} else page.words[clause_of(page, above.i)]
    if above.lemma in cue_words()["powers"] and above.dep == "dobj" and verb.lemma in cue_words()["exercising"]:
        return verb  # "exercised its right to withdraw", "will use its power to suspend it"
    if not _is_over(page, verb):
        return None
    if verb.lemma in cue_words()["honouring"] or (verb.lemma == "be" and above.lemma in cue_words()["honouring"]):
        return verb  # "was honoured to sign it"
    if verb.lemma == "have" and above.lemma in {"honour", "honor", "pleasure", "privilege"}:
        return verb  # "had the honour to sign it"
    if verb.lemma in cue_words()["carrying_through"]:
        return verb
    if above.lemma in cue_words()["enacting"] and above.dep == "dobj" and verb.lemma in {"sign", "issue"}:
        return verb  # "signed a decree to suspend it"
    acting = above.pos == "NOUN" and above.lemma in cue_words()["acting"]
    return verb if acting and verb.lemma == "take" and _is_told_swift(page, above) else None


def _is_over(page: Parsed, verb: Word) -> bool:
    return verb.pos in {"VERB", "AUX"} and (
        is_past(page, verb) or (verb.tag == "VBN" and has_finite_auxiliary(page, verb))
    )


def _is_told_swift(page: Parsed, noun: Word) -> bool:
    """ "took swift action": one that is praised was done, "took steps" may lead nowhere."""
    return any(page.words[c].lower in cue_words()["swift"] for c in noun.children)
