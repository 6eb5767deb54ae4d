"""What denies a verb: "not", "no state", "yet to", "nearly", and what leaves a denial open."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality
from treatywatch.reading.grammar import children
from treatywatch.reading.modality.cues import cue_words
from treatywatch.reading.modality.tense import is_past, mark_of
from treatywatch.reading.nouns import MONTHS
from treatywatch.reading.words import word_list


def of_negation(page: Parsed, word: Word, helpers: list[Word], lemmas: set[str]) -> Modality | None:
    """What "not", "nobody", "yet to" and "nearly" make of the verb; None where nothing denies it."""
    cues = cue_words()
    left = page.words[max(page.sentences[word.sentence][0], word.i - 4) : word.i]
    if "yet to" in " ".join(w.lower for w in left) and any(w.lemma in {"have", "be"} for w in left):
        return Modality.NEGATED
    if any((w.dep == "neg" or w.lower in cues["negations"]) and not _not_only(page, w) for w in helpers):
        if _until(page, word):
            return Modality.ACTUAL
        if lemmas & cues["planned_auxiliaries"] and _not_before(page, word):
            return Modality.PLANNED
        if lemmas & cues["planned_auxiliaries"] and _waits_for_act(page, word):
            return Modality.POSSIBLE
        open_ = lemmas & {"may", "might"} or _is_advice_to_wait(page, word, lemmas) or _is_open_denial(page, word)
        return Modality.POSSIBLE if open_ else Modality.NEGATED
    if any(w.lower == "yet" and children(page, w.i, "neg") for w in helpers):
        return Modality.NEGATED  # "signed but not yet ratified"
    nobody = (*_negative_subject(page, word), *_negative_object(page, word))
    if any(w.lower in cues["negations"] for w in nobody) or _nearly(page, word):
        return Modality.NEGATED
    return None


def _is_advice_to_wait(page: Parsed, word: Word, lemmas: set[str]) -> bool:
    """ "should not be ratified until it is safe": it may be, later."""
    waits = [mark_of(page, clause) for clause in children(page, word.i, "advcl")]
    return "should" in lemmas and bool({"until", "before", "unless"} & set(waits))


def _waits_for_act(page: Parsed, word: Word) -> bool:
    """ "will not sign it until both have paid", "unless": then it may."""
    return any(mark_of(page, clause) in {"until", "unless"} for clause in children(page, word.i, "advcl"))


def _is_open_denial(page: Parsed, word: Word) -> bool:
    """ "if it is not ratified by May": it may still be; "if it had not been signed": that is over."""
    return mark_of(page, word) == "if" and not any(w.lower == "had" for w in children(page, word.i, "aux"))


def _nearly(page: Parsed, word: Word) -> bool:
    """ "nearly left the pact": what almost happened did not."""
    left = page.words[word.i - 1].lower if word.i else ""
    return left in {"nearly", "almost"} and word.tag in {"VBD", "VBN"}


def _negative_subject(page: Parsed, word: Word) -> list[Word]:
    return [
        page.words[c]
        for s in children(page, word.i, "nsubj", "nsubjpass")
        for c in (s.i, *s.children)
        if page.words[c].dep in {"det", "nsubj", "nsubjpass"} or page.words[c].lower == "neither"
    ]


def _negative_object(page: Parsed, word: Word) -> list[Word]:
    """ "has signed no treaty", "was replaced by nothing"; who "found no fault with it" denies nothing."""
    by = [w for agent in children(page, word.i, "agent") for w in children(page, agent.i, "pobj")]
    found = children(page, word.i, "dobj") if word.lemma in cue_words()["doing"] else []
    return [*by, *(w for noun in found for w in children(page, noun.i, "det"))]


def _not_only(page: Parsed, negation: Word) -> bool:
    return page.words[min(negation.i + 1, len(page.words) - 1)].lower in {"only", "just", "merely"}


def _until(page: Parsed, word: Word) -> bool:
    """ "did not ratify it until 2001": then it did."""
    prepositions = {w.lower for w in children(page, word.i, "prep")}
    clauses = {mark_of(page, w) for w in children(page, word.i, "advcl") if is_past(page, w)}
    did = any(page.words[c].lower in {"did", "had", "was", "were"} for c in word.children)
    return did and "until" in prepositions | clauses


def _not_before(page: Parsed, word: Word) -> bool:
    """ "will not be introduced before next year": then it will."""
    times = (n for w in children(page, word.i, "prep") if w.lower in {"before", "until", "till"} for n in w.children)
    return any(page.words[n].lemma in word_list("times") or page.words[n].lower in MONTHS for n in times)
