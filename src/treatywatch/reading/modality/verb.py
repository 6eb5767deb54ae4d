"""Whether what a verb tells has happened: its own signs first, then what governs it."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality
from treatywatch.reading.grammar import children, clause_of, is_infinitive, is_passive
from treatywatch.reading.modality.above import governor_of, is_off, looks_ahead, waits
from treatywatch.reading.modality.cues import cue_words
from treatywatch.reading.modality.due import fell_through
from treatywatch.reading.modality.purpose import carried_through
from treatywatch.reading.modality.ranks import counted_among, ranks
from treatywatch.reading.modality.signs import own_signs
from treatywatch.reading.modality.supposed import is_weighed, of_supposed
from treatywatch.reading.modality.tense import has_finite_auxiliary, is_past, mark_of, name_of


def of_verb(page: Parsed, word: Word, depth: int = 0) -> Modality:
    """The modality of what the verb ``word`` tells; ``depth`` counts the verbs climbed over to get here."""
    own = own_signs(page, word)
    if own is Modality.PLANNED and any(
        leaves_open(page, word) for leaves_open in (_is_open, _is_restricted, _hangs_on_if, _is_hoped)
    ):
        return Modality.POSSIBLE
    if fell_through(page, word):
        return Modality.NEGATED
    if own is not None and own is not Modality.ACTUAL:
        return own
    supposed = of_supposed(page, word)
    if supposed is not None:
        return supposed
    if depth > 5 or word.head == word.i:
        return Modality.PLANNED if word.head == word.i and is_infinitive(page, word) else Modality.ACTUAL
    above = page.words[word.head]
    if word.dep == "conj" and above.pos in {"VERB", "AUX"}:
        if _shares_condition(page, above, depth):
            return Modality.POSSIBLE
        if own is Modality.ACTUAL or has_finite_auxiliary(page, word):
            return Modality.ACTUAL
        return _inherit(page, word, above, depth)
    if word.dep == "relcl" and word.tag in {"VBZ", "VBP"} and own is None and waits(page, above):
        outer = of_verb(page, page.words[clause_of(page, above.i)], depth + 1)
        return outer if outer in {Modality.PLANNED, Modality.POSSIBLE} else Modality.ACTUAL
    if word.dep == "advcl" and _is_conditional(page, word, above, depth):
        return Modality.POSSIBLE
    if word.dep == "acl" and word.tag == "VBG" and above.dep == "pobj" and looks_ahead(page, page.words[above.head]):
        return _of_gerund(page, page.words[above.head], depth)  # "in advance of the treaty entering into force"
    if (
        word.dep == "csubj"
        and word.tag == "VBG"
        and (of_verb(page, above, depth + 1) is Modality.POSSIBLE or is_weighed(page, above))
    ):
        return Modality.POSSIBLE  # "ratifying it would be a mistake"
    return _under_governor(page, word, above, own, depth)


def _is_conditional(page: Parsed, word: Word, above: Word, depth: int) -> bool:
    """Whether a clause of condition holds the verb: "if", or "once" and "when" beside what is still to come."""
    mark, cues = mark_of(page, word), cue_words()
    above = page.words[above.head] if above.lower == "soon" else above
    if mark in cues["conditions"]:
        return True
    own, over = ({w.lower for w in children(page, verb.i, "aux")} for verb in (word, above))
    if mark == "once" and ("would" in over or own & {"has", "have"}):
        return True  # "once Chile had ratified it, Peru would", "expects it to take effect once both have ratified it"
    ahead = mark in cues["futures"] and not is_past(page, word)
    return ahead and of_verb(page, above, depth + 1) is not Modality.ACTUAL


def _shares_condition(page: Parsed, first: Word, depth: int) -> bool:
    """ "Imagine if Chile turned away and left the treaty": the condition of the first verb holds for the next ones."""
    while first.dep == "conj" and first.head != first.i:
        first = page.words[first.head]
    if mark_of(page, first) in {"if", "unless"}:
        return first.dep in {"advcl", "ccomp", "xcomp"}
    return first.dep == "advcl" and _is_conditional(page, first, page.words[first.head], depth)


def _under_governor(page: Parsed, word: Word, above: Word, own: Modality | None, depth: int) -> Modality:
    """What the word above makes of a verb without signs of its own: "plans to sign", "agreed on signing"."""
    bare = word.tag == "VB" and word.dep == "ccomp" and own is None and above.lemma in cue_words()["possible"]
    if word.tag == "VBG" and word.dep in {"xcomp", "ccomp", "dobj"} and above.lemma in cue_words()["advocating"]:
        return Modality.POSSIBLE
    off = cue_words()["cancelling"] | cue_words()["denying"]
    having = any(page.words[c].lower == "having" for c in word.children)
    done_to = word.dep in {"xcomp", "ccomp", "dobj"} or page.words[word.i - 1].dep == "prt"  # "put off signing it"
    if (word.tag == "VBG" or having) and done_to and name_of(page, above) in off:
        return flipped(of_verb(page, above, depth + 1))
    if is_infinitive(page, word) or bare or word.dep == "xcomp":
        governor = governor_of(page, word, above)
        return _of_readiness(page, governor) or of_infinitive(page, word, governor, depth)
    if word.dep == "ccomp" and (own is None or above.lemma in cue_words()["denying"]):
        return _of_content(page, word, above, depth)
    if word.dep == "pcomp" and word.tag not in {"VBD", "VBZ", "VBP"}:  # "a plan for what they call an accord"
        return _of_gerund(page, above, depth)
    if word.dep == "acl" and _is_denied_report(page, above):
        return Modality.NEGATED
    if word.dep == "acl" and above.lemma in cue_words()["suspecting"] and children(page, word.i, "mark"):
        return Modality.POSSIBLE  # "suspicions that it breaks the pact"
    if word.tag == "VBG" and word.dep in {"csubj", "nsubj"}:
        return _of_gerund_subject(page, above, depth)
    return Modality.ACTUAL


def _is_denied_report(page: Parsed, noun: Word) -> bool:
    """ "denied reports that it was leaving"."""
    verb = page.words[noun.head]
    return noun.dep == "dobj" and noun.lemma in cue_words()["accounts"] and verb.lemma in cue_words()["denying"]


def _is_open(page: Parsed, word: Word) -> bool:
    """ "whether the firm will sign": a question that the text leaves open."""
    return mark_of(page, word) in {"whether", "if"}


def _is_restricted(page: Parsed, word: Word) -> bool:
    """ "will only sign a deal that is good": it may come to that, or not."""
    return any(w.lower == "only" and w.i == word.i - 1 for w in children(page, word.i, "advmod"))


def _hangs_on_if(page: Parsed, word: Word) -> bool:
    """ "If one side objects, the treaty will lapse": what is told hangs on the condition."""
    return any(mark_of(page, clause) in {"if", "unless"} for clause in children(page, word.i, "advcl"))


def _is_hoped(page: Parsed, word: Word) -> bool:
    """ "hopes that it will be signed", "it is unlikely that it will be signed"."""
    above = page.words[word.head]
    unsure = any(w.lower in cue_words()["uncertain"] for w in children(page, above.i, "acomp"))
    return word.dep in {"ccomp", "acl"} and (above.lemma in cue_words()["hoping"] or unsure)


def _inherit(page: Parsed, word: Word, above: Word, depth: int) -> Modality:
    if own_signs(page, word) is None and word.tag in {"VBD", "VBZ", "VBP"} and not _shares_auxiliary(page, word, above):
        return Modality.ACTUAL
    return of_verb(page, above, depth + 1)


def _shares_auxiliary(page: Parsed, word: Word, above: Word) -> bool:
    """ "will sign it and ratify it": the second verb, taken for a present, stands under the same "will"."""
    bare = word.tag == "VBP" and not children(page, word.i, "nsubj", "nsubjpass", "expl")
    return bare and any(w.tag in {"MD", "TO"} for w in children(page, above.i, "aux"))


def _of_readiness(page: Parsed, above: Word) -> Modality | None:
    """ "is not ready to sign", "would be willing to sign": what is said of being ready is so of signing."""
    told = children(page, above.head, "aux", "neg") if above.pos == "ADJ" and above.dep == "acomp" else []
    if above.lemma in cue_words()["negating"] or not any(w.tag == "MD" or w.dep == "neg" for w in told):
        return None
    led = own_signs(page, page.words[above.head])
    return led if led in {Modality.NEGATED, Modality.POSSIBLE} else None


def of_infinitive(page: Parsed, word: Word, above: Word, depth: int = 0) -> Modality:
    """What the word ``above`` makes of the infinitive ``word`` that hangs on it: "refused to sign", "hopes to sign"."""
    cues = cue_words()
    if _is_perfect_infinitive(page, word):
        return Modality.PLANNED if above.lemma in cues["planning"] else Modality.ACTUAL
    if above.lemma in cues["supposing"] and is_passive(page, above.i):
        return Modality.POSSIBLE
    deed = carried_through(page, word, above)
    if deed is not None:
        return of_verb(page, deed, depth + 1)
    if above.pos in {"NOUN", "PROPN", "ADJ"} and ranks(page, above, done_to=is_passive(page, word.i)):
        return of_verb(page, page.words[clause_of(page, above.i)], depth + 1)
    ranked = counted_among(page, above) if above.lemma in {"become", "be"} else []
    ranked += children(page, word.i, "nsubj") if above.lemma == "make" else []  # "making Chile the sixth to sign"
    if any(ranks(page, noun) for noun in ranked if noun.i < word.i):
        return of_verb(page, above, depth + 1)
    if above.lemma in cues["negating"]:
        return flipped(of_verb(page, above, depth + 1) if above.pos in {"VERB", "AUX"} else Modality.ACTUAL)
    if above.pos == "NOUN" and is_off(page, above):
        return Modality.NEGATED
    if name_of(page, above) in cues["achieving"]:
        return of_verb(page, above, depth + 1) if above.pos in {"VERB", "AUX"} else Modality.ACTUAL
    if (
        above.lemma in cues["resulting"]
        and above.tag in {"VBD", "VBZ", "VBP"}
        and word.dep in {"advcl", "xcomp", "ccomp"}
    ):
        return of_verb(page, above, depth + 1)
    if above.lemma in cues["enabling"]:
        led = of_verb(page, page.words[clause_of(page, above.i)], depth + 1)
        return led if led in {Modality.PLANNED, Modality.NEGATED} else Modality.POSSIBLE
    if above.lemma in cues["possible"] or (above.pos == "ADJ" and above.lemma in cues["open_to"]):
        return Modality.POSSIBLE
    return _of_aim(page, word, above, depth)


def _of_aim(page: Parsed, word: Word, above: Word, depth: int) -> Modality:
    """An infinitive under a plain verb or adjective: what is denied, possible or supposed there is so here."""
    if above.pos in {"VERB", "AUX"}:
        over = of_verb(page, above, depth + 1)
        if over in {Modality.NEGATED, Modality.POSSIBLE}:
            return over
    verb = page.words[above.head] if above.dep == "acomp" else above
    if verb.dep == "advcl" and mark_of(page, verb) in {"if", "unless"}:
        return Modality.POSSIBLE  # "if they were willing to sign"
    return Modality.PLANNED if is_infinitive(page, word) else of_verb(page, above, depth + 1)


def _is_perfect_infinitive(page: Parsed, word: Word) -> bool:
    """ "is said to have ratified"."""
    return any(
        page.words[c].lemma == "have" and page.words[c].dep == "aux" and page.words[c].tag == "VB"
        for c in word.children
    )


def _of_gerund_subject(page: Parsed, verb: Word, depth: int) -> Modality:
    """ "Signing it was a mistake": it has happened; "finalising it is the next step", "would help": it has not."""
    led = of_verb(page, verb, depth + 1)
    present = verb.tag in {"VBZ", "VBP"}
    return Modality.PLANNED if led is Modality.ACTUAL and present else led


def _of_content(page: Parsed, word: Word, above: Word, depth: int) -> Modality:
    cues = cue_words()
    if above.lemma in cues["denying"]:
        return Modality.NEGATED
    if above.lemma in cues["causing_to"] and word.tag == "VB":
        return of_verb(page, above, depth + 1)  # "would let Chile join it"
    if above.lemma in cues["wishing"]:
        return Modality.POSSIBLE
    if above.lemma in cues["planning"] and word.tag in {"VB", "VBP"}:
        return Modality.PLANNED
    if above.pos in {"VERB", "AUX"} and of_verb(page, above, depth + 1) is Modality.PLANNED:
        return Modality.PLANNED  # "is to announce today that it leaves"
    return Modality.ACTUAL


def _of_gerund(page: Parsed, preposition: Word, depth: int) -> Modality:
    """A gerund behind a preposition: "agreed on signing" is planned, "after signing" is not."""
    noun = page.words[preposition.head]
    if preposition.lower in {"to", "in"} and noun.lemma in cue_words()["open_to"]:
        return Modality.POSSIBLE  # "interested in joining", "left the door open to joining"
    if preposition.lower == "of" and (noun.lower == "short" or is_off(page, noun)):
        return Modality.NEGATED
    if preposition.lower == "of" and (noun.lower in {"advance", "ahead"} or noun.lemma in cue_words()["under_way"]):
        return Modality.PLANNED
    if preposition.lower == "to" and noun.lower in {"close", "near"} and page.words[noun.head].tag == "VBD":
        return Modality.NEGATED  # "came close to signing"
    if preposition.lower in {"after", "since", "following", "on", "upon", "by", "in"} and preposition.dep == "prep":
        above = page.words[preposition.head]
        if preposition.lower == "on" and above.lemma in cue_words()["planning"]:
            return Modality.PLANNED
        if preposition.lower in {"after", "since", "following"}:
            return Modality.ACTUAL
        if above.pos in {"VERB", "AUX"}:
            return of_verb(page, above, depth + 1)
        return Modality.ACTUAL
    if preposition.lower == "to" and noun.lemma in cue_words()["amounting"]:
        return of_verb(page, noun, depth + 1) if noun.pos == "VERB" else Modality.ACTUAL
    prior = preposition.lower == "to" and noun.lower == "prior"
    before = page.words[noun.head] if prior else noun
    if (prior or preposition.lower == "before") and before.pos in {"VERB", "AUX"}:
        led = of_verb(page, before, depth + 1)
        return Modality.ACTUAL if led is Modality.ACTUAL else Modality.PLANNED
    if preposition.lower == "to" and noun.lower == "addition":
        return Modality.ACTUAL
    return _of_ahead(preposition, noun)


def _of_ahead(preposition: Word, noun: Word) -> Modality:
    """A gerund behind a preposition that looks ahead or away: "without signing", "a hope of signing"."""
    if preposition.lower == "for" and noun.lemma in cue_words()["possible"] and noun.pos != "VERB":
        return Modality.POSSIBLE  # "the potential for joining it"
    if preposition.lower == "at" and noun.lemma in {"attempt", "effort"}:
        return Modality.PLANNED  # "made an attempt at revising it"
    if preposition.lower in {"before", "for", "to", "towards"}:
        return Modality.PLANNED
    if preposition.lower in {"without", "from", "against"}:
        return Modality.NEGATED
    if preposition.lower == "of" and noun.lemma in cue_words()["aiming"]:
        return Modality.PLANNED
    if preposition.lower in {"on", "over", "about"} and noun.lemma in cue_words()["debating"]:
        return Modality.PLANNED  # "a vote on joining it"
    if preposition.lower in {"at", "into"} and noun.lemma == "look":
        return Modality.POSSIBLE
    pondered = preposition.lower in {"of", "about", "with"} and noun.lemma in cue_words()["pondering"]
    weighed = preposition.lower == "of" and noun.lemma in cue_words()["weighing"]
    return Modality.POSSIBLE if pondered or weighed else Modality.ACTUAL


def flipped(modality: Modality) -> Modality:
    """What "refused to" and "called off" make of it: what would have happened has not, or will not."""
    return Modality.POSSIBLE if modality is Modality.POSSIBLE else Modality.NEGATED
