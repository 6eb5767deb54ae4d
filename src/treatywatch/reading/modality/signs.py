"""What a verb's own auxiliaries, tense and neighbours say of whether it happened."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality
from treatywatch.reading.grammar import children, is_infinitive
from treatywatch.reading.modality.cues import cue_words


def own_signs(page: Parsed, word: Word) -> Modality | None:
    """What the verb's own auxiliaries and adverbs say; ACTUAL only when a finite past or perfect stands there."""
    cues = cue_words()
    helpers = [
        page.words[c]
        for c in word.children
        if page.words[c].dep in {"aux", "auxpass", "neg", "advmod", "mark", "preconj"}
    ]
    lemmas = {w.lemma for w in helpers} | {w.lower for w in helpers}
    left = page.words[max(page.sentences[word.sentence][0], word.i - 4) : word.i]
    near = " ".join(w.lower for w in left)
    if "yet to" in near and any(w.lemma in {"have", "be"} for w in left):
        return Modality.NEGATED
    if any(w.dep == "neg" or w.lower in cues["negations"] for w in helpers):
        if lemmas & cues["possible_auxiliaries"]:
            return Modality.POSSIBLE if lemmas & {"may", "might"} else Modality.NEGATED
        return Modality.NEGATED
    if any(w.lower in cues["negations"] for w in _negative_subject(page, word)):
        return Modality.NEGATED
    if lemmas & cues["possible_auxiliaries"]:
        return Modality.POSSIBLE
    if lemmas & cues["planned_auxiliaries"]:
        return Modality.PLANNED
    if any(w.lower == "would" for w in helpers):
        return Modality.PLANNED if _reported(page, word) else Modality.POSSIBLE
    if _is_to_be(page, word):
        return Modality.POSSIBLE if _is_proposal(page, word) else Modality.PLANNED
    if any(w.dep in {"aux", "auxpass"} and w.lemma in {"have", "be"} for w in helpers) and not is_infinitive(
        page, word
    ):
        return Modality.ACTUAL
    if word.tag == "VBD":
        return Modality.ACTUAL
    if word.tag in {"VBZ", "VBP"} and _conditioned(page, word):
        return Modality.POSSIBLE
    return None


def _conditioned(page: Parsed, word: Word) -> bool:
    """ "takes effect when both have ratified", "enters into force three months after the last deposit": not yet so.

    What already happened sets no condition ("leaves after the vote was lost"), and a headline tells the news in the
    present: only what a text lays down about its own effect waits for what comes after.
    """
    for clause in children(page, word.i, "advcl"):
        if mark_of(page, clause) in {"when", "once", "until", "if", "unless", "after"} and not is_past(page, clause):
            return True
    laid_down = word.lemma in cue_words()["laid_down"]
    return laid_down and any(w.lower in {"after", "upon", "following"} for w in children(page, word.i, "prep"))


def is_past(page: Parsed, word: Word) -> bool:
    """Whether a clause stands in the simple past or the past passive."""
    helpers = (page.words[c] for c in word.children if page.words[c].dep in {"aux", "auxpass"})
    return word.tag == "VBD" or any(w.tag == "VBD" for w in helpers)


def _negative_subject(page: Parsed, word: Word) -> list[Word]:
    return [
        page.words[c]
        for s in children(page, word.i, "nsubj", "nsubjpass")
        for c in (s.i, *s.children)
        if page.words[c].dep in {"det", "nsubj", "nsubjpass"}
    ]


def _is_to_be(page: Parsed, word: Word) -> bool:
    """ "is to sign", "are to meet": the be stands above the infinitive or as its auxiliary."""
    if not is_infinitive(page, word):
        return False
    above = page.words[word.head]
    return (
        above.lemma == "be"
        and word.dep in {"xcomp", "ccomp", "acomp", "advcl"}
        and above.i < word.i
        and not children(page, above.i, "attr", "acomp")
    )


def _is_proposal(page: Parsed, word: Word) -> bool:
    """ "His proposal is to sign": what is named by the subject sets how sure it is."""
    return any(s.lemma in cue_words()["possible"] for s in children(page, word.head, "nsubj"))


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


def _reported(page: Parsed, word: Word) -> bool:
    """Whether the clause hangs on a verb of saying in the past: there "would" is what was "will"."""
    return any(
        above.lemma in cue_words()["reporting"] and above.tag in {"VBD", "VBN"} for above in page.ancestors(word.i)
    )
