"""What a verb's own auxiliaries, tense and neighbours say of whether it happened."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality
from treatywatch.reading.grammar import children, is_infinitive
from treatywatch.reading.modality.cues import cue_words
from treatywatch.reading.nouns import MONTHS, WEEKDAYS
from treatywatch.reading.words import word_list

_DATING = frozenset({"on", "in", "by", "at"})
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
    denied = _of_negation(page, word, helpers, lemmas)
    if denied is not None:
        return denied
    if (turned := _of_inversion(page, word, helpers)) is not None:
        return turned
    if lemmas & (cues["possible_auxiliaries"] | cues["perhaps"]):
        return Modality.PLANNED if _is_purpose(page, word) else Modality.POSSIBLE
    if lemmas & cues["advising"]:
        return Modality.PLANNED if _is_passive_with_time(page, word) else Modality.POSSIBLE
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


def _of_negation(page: Parsed, word: Word, helpers: list[Word], lemmas: set[str]) -> Modality | None:
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
        open_ = lemmas & {"may", "might"} or _is_advice_to_wait(page, word, lemmas) or _is_open_denial(page, word)
        return Modality.POSSIBLE if open_ else Modality.NEGATED
    if any(w.lower == "yet" and children(page, w.i, "neg") for w in helpers):
        return Modality.NEGATED  # "signed but not yet ratified"
    if any(w.lower in cues["negations"] for w in _negative_subject(page, word)) or _nearly(page, word):
        return Modality.NEGATED
    return None


def _is_passive_with_time(page: Parsed, word: Word) -> bool:
    """ "should be completed in October" is expected; "should ratify it" is advice."""
    passive = any(page.words[c].dep == "auxpass" for c in word.children)
    times = children(page, word.i, "npadvmod") + children(page, word.i, "prep")
    return passive and any(w.dep == "npadvmod" or w.lower in {"in", "by", "before", "within", "on"} for w in times)


def _is_advice_to_wait(page: Parsed, word: Word, lemmas: set[str]) -> bool:
    """ "should not be ratified until it is safe": it may be, later."""
    waits = [mark_of(page, clause) for clause in children(page, word.i, "advcl")]
    return "should" in lemmas and bool({"until", "before", "unless"} & set(waits))


def _is_open_denial(page: Parsed, word: Word) -> bool:
    """ "if it is not ratified by May": it may still be; "if it had not been signed": that is over."""
    return mark_of(page, word) == "if" and not any(w.lower == "had" for w in children(page, word.i, "aux"))


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


def is_past(page: Parsed, word: Word) -> bool:
    """Whether a clause stands in the simple past or the past passive."""
    helpers = (page.words[c] for c in word.children if page.words[c].dep in {"aux", "auxpass"})
    return word.tag == "VBD" or any(w.tag == "VBD" for w in helpers)


def is_present(page: Parsed, word: Word) -> bool:
    """Whether a clause stands in the present or the present perfect."""
    helpers = (page.words[c] for c in word.children if page.words[c].dep in {"aux", "auxpass"})
    return not is_past(page, word) and any(w.tag in {"VBZ", "VBP"} for w in (word, *helpers))


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


def at_once(page: Parsed, word: Word) -> bool:
    """ "will be suspended with immediate effect": who says so does it."""
    below = [page.words[i] for i in page.subtree(word.i)]
    return any(w.lower == "immediate" and page.words[w.head].lower == "effect" for w in below if w.i > word.i)


def is_reported(page: Parsed, word: Word) -> bool:
    """Whether the clause hangs on a verb of saying in the past: there "would" is what was "will"."""
    return any(
        above.lemma in cue_words()["reporting"] and above.tag in {"VBD", "VBN"} for above in page.ancestors(word.i)
    )
