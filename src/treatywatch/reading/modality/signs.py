"""What a verb's own auxiliaries, tense and neighbours say of whether it happened."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality
from treatywatch.reading.grammar import children, is_infinitive
from treatywatch.reading.modality.cues import cue_words
from treatywatch.reading.modality.denied import of_negation
from treatywatch.reading.modality.tense import has_day_to_come, is_dated, is_past, mark_of

_HOLDING_UP = frozenset({"when", "once", "until", "if", "unless", "after", "as"})


def own_signs(page: Parsed, word: Word) -> Modality | None:
    """What the verb's own auxiliaries and adverbs say; ACTUAL only when a finite past or perfect stands there."""
    cues = cue_words()
    helpers = [
        page.words[c]
        for c in word.children
        if page.words[c].dep in {"aux", "auxpass", "neg", "advmod", "mark", "preconj"}
    ]
    lemmas = {w.lemma for w in helpers} | {w.lower for w in helpers}
    denied = of_negation(page, word, helpers, lemmas)
    if denied is not None:
        return denied
    if (turned := _of_inversion(page, word, helpers)) is not None:
        return turned
    if lemmas & (cues["possible_auxiliaries"] | cues["perhaps"]):
        return Modality.PLANNED if _is_purpose(page, word) else Modality.POSSIBLE
    if lemmas & cues["advising"]:
        return Modality.PLANNED if _is_passive_with_time(page, word) or _is_next(page, word) else Modality.POSSIBLE
    if lemmas & cues["planned_auxiliaries"]:
        return Modality.ACTUAL if at_once(page, word) else Modality.PLANNED
    if any(w.lower == "would" for w in helpers):
        return Modality.PLANNED if is_reported(page, word) or _is_purpose(page, word) else Modality.POSSIBLE
    if _is_to_be(page, word):
        return _of_to_be(page, word)
    if _is_coming(page, word):
        return Modality.PLANNED
    finite = _of_have_or_be(page, word, helpers)
    if finite is not None:
        return finite
    if word.tag == "VBD":
        return Modality.ACTUAL
    if word.tag in {"VBZ", "VBP"} and _conditioned(page, word):
        return Modality.POSSIBLE
    return None


def _of_have_or_be(page: Parsed, word: Word, helpers: list[Word]) -> Modality | None:
    """What "has" and "is" before a participle say; a subjunctive says nothing ("proposed that it be signed")."""
    finite = [w for w in helpers if w.dep in {"aux", "auxpass"} and w.lemma in {"have", "be"} and w.tag != "VB"]
    if not finite or is_infinitive(page, word):
        return None
    present = any(w.dep == "auxpass" and w.tag in {"VBZ", "VBP"} for w in finite)
    return Modality.POSSIBLE if present and _unless(page, word) else Modality.ACTUAL


def _is_next(page: Parsed, word: Word) -> bool:
    """ "must now ratify it", "must be ratified by both": what comes next; "Congress must ratify it" is a duty."""
    must = any(w.lower == "must" for w in children(page, word.i, "aux"))
    adverbs = {w.lower for w in children(page, word.i, "advmod")}
    return must and bool(children(page, word.i, "auxpass") or adverbs & {"now", "still", "next", "then", "first"})


def _is_passive_with_time(page: Parsed, word: Word) -> bool:
    """ "should be completed in October" is expected; "should ratify it" is advice."""
    passive = any(page.words[c].dep == "auxpass" for c in word.children)
    times = children(page, word.i, "npadvmod") + children(page, word.i, "prep")
    return passive and any(w.dep == "npadvmod" or w.lower in {"in", "by", "before", "within", "on"} for w in times)


def _of_inversion(page: Parsed, word: Word, helpers: list[Word]) -> Modality | None:
    """ "Had Chile ratified it, …": it did not; "Should Chile ratify it, …" leaves it open."""
    subject = min((w.i for w in children(page, word.i, "nsubj", "nsubjpass")), default=-1)
    before = {w.lower for w in helpers if w.dep in {"aux", "auxpass"} and w.i < subject}
    if word.dep != "advcl" or not before & {"had", "should", "were"}:
        return None
    return Modality.NEGATED if "had" in before else Modality.POSSIBLE


def _is_purpose(page: Parsed, word: Word) -> bool:
    """ "so that both can sign it in May": what is worked towards."""
    that = next((c for c in word.children if page.words[c].lower == "that" and page.words[c].dep == "mark"), 0)
    return that > 0 and page.words[that - 1].lower == "so"


def _conditioned(page: Parsed, word: Word) -> bool:
    """ "takes effect when both have ratified", "enters into force three months after the last deposit": not yet so.

    What already happened sets no condition ("leaves after the vote was lost"), and a headline tells the news in the
    present: only what a text lays down about its own effect waits for what comes after.
    """
    soon = [clause for w in _soon(page, word) for clause in children(page, w.i, "advcl")]
    for clause in (*children(page, word.i, "advcl"), *soon):  # "as soon as": the parser hangs the clause on "soon"
        if mark_of(page, clause) in _HOLDING_UP and not is_past(page, clause):
            return True
    laid_down = word.lemma in cue_words()["laid_down"]
    return laid_down and any(
        w.lower in {"after", "upon", "following", "alongside"} for w in children(page, word.i, "prep")
    )


def _soon(page: Parsed, word: Word) -> list[Word]:
    return [w for w in children(page, word.i, "advmod") if w.lower == "soon"]


def _unless(page: Parsed, word: Word) -> bool:
    """ "is extended unless a party gives notice"."""
    return any(mark_of(page, clause) == "unless" for clause in children(page, word.i, "advcl"))


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
        and not any(w.lower == "among" for w in children(page, above.i, "prep") if w.i < word.i)
    )


def _of_to_be(page: Parsed, word: Word) -> Modality:
    """ "is to sign" is planned; "was to have signed" never came; in "his proposal is to sign" the subject tells."""
    if any(page.words[c].dep == "aux" and page.words[c].lower == "have" for c in word.children):
        return Modality.PLANNED if has_day_to_come(page, word) else Modality.NEGATED
    proposed = any(s.lemma in cue_words()["possible"] for s in children(page, word.head, "nsubj"))
    return Modality.POSSIBLE if proposed else Modality.PLANNED


def _is_coming(page: Parsed, word: Word) -> bool:
    """ "is signing the treaty next week": a present that goes on, with a day to come."""
    going_on = word.tag == "VBG" and any(page.words[c].tag in {"VBZ", "VBP"} for c in word.children)
    bare = word.tag == "VBG" and word.dep == "ROOT" and not children(page, word.i, "aux")  # "Togo joining pact by 2027"
    return (going_on or bare) and is_dated(page, word)


def at_once(page: Parsed, word: Word) -> bool:
    """ "will be suspended with immediate effect": who says so does it."""
    below = [page.words[i] for i in page.subtree(word.i)]
    return any(w.lower == "immediate" and page.words[w.head].lower == "effect" for w in below if w.i > word.i)


def is_reported(page: Parsed, word: Word) -> bool:
    """Whether the clause hangs on a verb of saying in the past: there "would" is what was "will"."""
    return any(
        above.lemma in cue_words()["reporting"] and above.tag in {"VBD", "VBN"} for above in page.ancestors(word.i)
    )
