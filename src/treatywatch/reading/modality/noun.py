"""Whether what a noun tells has happened: "the planned signing", "pending ratification"."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality
from treatywatch.reading.grammar import children, clause_of, is_infinitive
from treatywatch.reading.modality.cues import cue_words
from treatywatch.reading.modality.due import had_been
from treatywatch.reading.modality.supposed import is_choice
from treatywatch.reading.modality.tense import is_past, name_of
from treatywatch.reading.modality.verb import flipped, of_verb

_LINKS = frozenset({"be", "seem", "look", "appear", "remain", "become"})


def of_noun(page: Parsed, word: Word) -> Modality | None:
    """What the words right round a noun say: "planned signing", "pending ratification", "after its ratification"."""
    cues = cue_words()
    off = _of_cancelling(page, word)
    if off is not None:
        return off
    described = {
        page.words[c].lower for c in word.children if page.words[c].dep in {"amod", "compound", "det", "advmod"}
    }
    if described & cues["planned_adjectives"]:
        return Modality.PLANNED
    if described & cues["possible_adjectives"]:
        return Modality.POSSIBLE
    if described & (cues["cancelled_adjectives"] | {"no"}):
        return Modality.NEGATED
    return _of_phrase(page, word)


def _of_cancelling(page: Parsed, word: Word) -> Modality | None:
    """ "scrapped the planned signing", "the signing will be put off", "blocked ratification"."""
    cues, verb = cue_words(), page.words[clause_of(page, word.i)]
    if word.dep in {"dobj", "nsubjpass"} and _is_put_off(page, verb):
        return Modality.PLANNED
    off = cues["cancelling"] | (cues["negating"] if word.dep == "dobj" else frozenset())
    if word.dep not in {"dobj", "nsubjpass"} or name_of(page, verb) not in off:
        return Modality.NEGATED if _is_headed_off(page, word) else None
    if word.lemma in cues["asking_for"] and name_of(page, verb) in {"reject", "veto", "rule out"}:
        return Modality.ACTUAL  # "rejected the proposal": it was made
    return flipped(of_verb(page, verb))


def _is_headed_off(page: Parsed, word: Word) -> bool:
    """ "Treaty signing cancelled after row": a headline's passive, which the parser takes for a participle."""
    told = children(page, word.i, "acl") if word.dep == "ROOT" else []
    return any(w.tag in {"VBN", "VBD"} and name_of(page, w) in cue_words()["cancelling"] for w in told)


def _is_put_off(page: Parsed, verb: Word) -> bool:
    """ "has been put back to June": it is to come then; "will be delayed until June" tells what will not be so."""
    if any(w.lower in {"will", "would", "'ll"} for w in children(page, verb.i, "aux")):
        return False
    adverbs = children(page, verb.i, "advmod", "prt")
    name = " ".join([verb.lemma, *(w.lower for w in adverbs if w.lower in {"off", "back"})])
    days = [w for i in (verb.i, *(w.i for w in adverbs)) for w in children(page, i, "prep")]
    return name in cue_words()["putting_off"] and any(w.lower in {"to", "until", "till"} for w in days)


def _of_phrase(page: Parsed, word: Word) -> Modality | None:
    if word.dep == "pobj":
        told = _of_preposition(page, word, page.words[word.head])
        if told is not None:
            return told
    return _of_argument(page, word, page.words[clause_of(page, word.i)])


def _of_preposition(page: Parsed, word: Word, above: Word) -> Modality | None:
    """What the preposition ``above`` says of its noun: "after ratification", "a date for the signing"."""
    cues = cue_words()
    if above.lower in {"after", "since", "following", "with", "upon", "despite"}:
        verb = page.words[clause_of(page, above.i)]
        return (
            Modality.POSSIBLE
            if above.lower in {"after", "upon", "with"}
            and verb.pos in {"VERB", "AUX"}
            and of_verb(page, verb) is not Modality.ACTUAL
            else Modality.ACTUAL
        )
    if above.lower == "in" and word.tag == "NN" and not children(page, word.i, "det", "poss"):
        return of_verb(page, page.words[clause_of(page, above.i)])  # "would not build it in breach of the treaty"
    over = page.words[above.head]
    if over.lemma in cues["possible"] and (over.pos == "NOUN" or above.lower == "for"):
        return Modality.POSSIBLE
    if above.lower in {"pending", "before", "until", "awaiting", "towards", "toward"} or _is_aim(page, above):
        return Modality.PLANNED
    if above.lower == "without":
        return Modality.NEGATED
    if above.lower == "as" and word.lemma in cues["standing"]:
        return Modality.ACTUAL  # "as a signatory, Chile must act"
    if above.lower in {"over", "on", "about"} and any(w.lemma in cues["debating"] for w in _told_with(page, over)):
        return Modality.PLANNED  # "a debate over approval of the treaty"
    if over.pos == "NOUN" and over.lemma in cues["planning"]:
        return Modality.PLANNED
    return None


def _told_with(page: Parsed, word: Word) -> list[Word]:
    """The noun that a phrase hangs on, or what is done by the verb that the parser hung it on."""
    return [word] if word.pos == "NOUN" else children(page, word.i, "dobj")


def _of_argument(page: Parsed, word: Word, verb: Word) -> Modality | None:
    """What the verb of its clause says of the noun itself: "awaits ratification", "the signing was cancelled"."""
    cues = cue_words()
    above = page.words[word.head]
    if word.dep == "compound" and above.lemma in cues["planning"] | cues["possible"]:
        return Modality.PLANNED if above.lemma in cues["planning"] else Modality.POSSIBLE
    told = _of_subject(page, word, verb) if word.dep in {"nsubj", "nsubjpass"} else None
    if told is not None:
        return told
    if word.dep == "dobj" and verb.lemma in cues["announcing"] and not _is_definite(page, word):
        return Modality.ACTUAL if word.lemma in cues["planning"] | cues["possible"] else Modality.PLANNED
    if word.dep in {"dobj", "pobj", "nsubjpass"} and verb.lemma in cues["awaiting"]:
        return Modality.PLANNED
    if word.dep == "nsubjpass" and verb.lemma in cues["planning"] | cues["awaiting"]:
        return Modality.NEGATED if had_been(page, verb) else Modality.PLANNED
    if word.dep == "nsubj" and verb.lemma in cues["lacking"]:
        return Modality.PLANNED
    if word.dep in {"dobj", "nsubjpass"} and verb.lemma in cues["affecting"]:
        return Modality.ACTUAL
    if word.dep == "pobj" and above.head == verb.i and verb.lemma in cues["conforming"]:
        return Modality.ACTUAL  # "changed the tariff to conform it to the amendments": they are there
    if word.dep in {"dobj"} and verb.lemma in cues["wishing"] | cues["possible"] | cues["discussing"]:
        return Modality.POSSIBLE
    return None


def _of_subject(page: Parsed, word: Word, verb: Word) -> Modality | None:
    """What is said of the noun as a subject: "ratification is likely", "the signing is due", "the talks will go on"."""
    cues = cue_words()
    said = [verb, *(children(page, verb.i, "acomp", "attr", "oprd") if verb.lemma in _LINKS else ())]
    if any(w.lower in cues["uncertain"] for w in said) or is_choice(page, verb):
        return Modality.POSSIBLE
    if any(w.lower in cues["near"] and not _is_reason(page, w) for w in said):
        return Modality.PLANNED
    if _is_to_come(page, verb):
        return Modality.NEGATED
    later = [w for w in children(page, verb.i, "advmod") if w.lower == "later"]
    if verb.lemma in {"come", "follow"} and later and not is_past(page, verb):
        counted = any(children(page, w.i, "npadvmod") for w in later)  # "follows 30 days later"
        return None if counted else Modality.PLANNED  # "signing and ratifying come later"
    if verb.lemma in cues["lasting"]:
        return Modality.ACTUAL
    if verb.lemma in {"go", "be"} and (ahead := [w for w in children(page, verb.i, "xcomp") if is_infinitive(page, w)]):
        return of_verb(page, ahead[0])
    if verb.lemma in _LINKS and any(w.lemma in cues["in_store"] for w in _behind(page, verb)):
        return Modality.PLANNED
    return None


def _behind(page: Parsed, verb: Word) -> list[Word]:
    """What stands behind a preposition of the verb: "is on the agenda", "is under way"."""
    return [noun for prep in children(page, verb.i, "prep") for noun in children(page, prep.i, "pobj")]


def _is_to_come(page: Parsed, verb: Word) -> bool:
    """ "Ratification is still to come": it has not happened."""
    come = [w for w in children(page, verb.i, "xcomp", "ccomp", "acomp", "advcl") if w.lemma in {"come", "follow"}]
    still = any(page.words[c].lower in {"still", "yet"} for w in (verb, *come) for c in w.children)
    return verb.lemma in {"be", "have"} and bool(come) and still


def _is_reason(page: Parsed, word: Word) -> bool:
    """Whether "due to" gives a reason."""
    return any(w.lower == "to" for w in children(page, word.i, "prep", "pcomp"))


def _is_definite(page: Parsed, noun: Word) -> bool:
    """Whether "the", "its" or a name before the noun takes the thing for known."""
    return any(
        page.words[c].dep == "poss" or page.words[c].lower in {"the", "this", "that", "these", "those"}
        for c in noun.children
    )


def _is_aim(page: Parsed, preposition: Word) -> bool:
    """Whether "for" names an aim ("a date for the signing", "prepare for ratification"), not a cause or a price."""
    return preposition.lower == "for" and page.words[preposition.head].lemma not in cue_words()["causing"]
