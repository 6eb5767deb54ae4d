"""Whether the text says that a thing happened, will happen, may happen, or did not."""

import re
from functools import lru_cache

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality
from treatywatch.model.data import load_yaml
from treatywatch.reading.grammar import children, clause_of

_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only", "sole", "among"})
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)|[a-z]+(ieth|teenth)")


@lru_cache(maxsize=1)
def _cues() -> dict[str, frozenset[str]]:
    data = load_yaml("treatywatch.reading", "rules/modality.yaml")
    return {name: frozenset(entry["words"]) for name, entry in data["cues"].items()}


def modality_of(page: Parsed, i: int) -> Modality:
    """The modality of what the word ``i`` (verb or noun) tells, read off its own clause and those that govern it."""
    word = page.words[i]
    if word.tag == "VBN" and word.dep == "acl" and _is_wanted(page, word):
        return Modality.PLANNED
    if word.dep == "compound" and word.head > word.i:
        return modality_of(page, word.head)  # "the signing ceremony": what is said of the ceremony
    if word.pos not in {"VERB", "AUX"}:
        own = _of_noun(page, word)
        if own is not None:
            return own
        word = page.words[clause_of(page, i)]
        if word.pos not in {"VERB", "AUX"} or not _is_argument(page, page.words[i], word):
            return Modality.ACTUAL
        if any(page.words[c].dep == "nummod" for c in page.words[i].children):
            return Modality.ACTUAL  # "will cut 9,000 jobs": what can be counted is there already
    return _of_verb(page, word)


def _is_wanted(page: Parsed, word: Word) -> bool:
    """ "want the treaty signed by May": the participle is what is wanted, not what has been done."""
    noun = page.words[word.head]
    above = page.words[noun.head]
    return noun.dep in {"dobj", "nsubj"} and above.lemma in {"want", "like", "need", "expect", "see", "get", "hope"}


def _is_argument(page: Parsed, noun: Word, verb: Word) -> bool:
    """Whether the noun is what the verb speaks of, and not hidden in another phrase."""
    above = page.words[noun.head]
    return above.i == verb.i or (noun.dep in {"pobj", "conj"} and page.words[above.head].i == verb.i)


def _of_verb(page: Parsed, word: Word, depth: int = 0) -> Modality:
    own = _own_signs(page, word)
    if own is Modality.PLANNED and (_hangs_on_if(page, word) or _is_hoped(page, word)):
        return Modality.POSSIBLE
    if own is not None and own is not Modality.ACTUAL:
        return own
    if depth > 5 or word.head == word.i:
        return Modality.PLANNED if word.head == word.i and _is_infinitive(page, word) else Modality.ACTUAL
    above = page.words[word.head]
    if word.dep == "conj" and above.pos in {"VERB", "AUX"}:
        if own is Modality.ACTUAL or _has_finite_aux(page, word):
            return Modality.ACTUAL
        return _inherit(page, word, above, depth)
    if word.dep == "advcl" and _is_conditional(page, word, above, depth):
        return Modality.POSSIBLE
    return _under_governor(page, word, above, own, depth)


def _is_conditional(page: Parsed, word: Word, above: Word, depth: int) -> bool:
    """Whether a clause of condition holds the verb: "if", or "once" and "when" beside what is still to come."""
    mark, cues = _mark(page, word), _cues()
    if mark in cues["conditions"]:
        return True
    ahead = mark in cues["futures"] and not _is_past(page, word)
    return ahead and _of_verb(page, above, depth + 1) is not Modality.ACTUAL


def _under_governor(page: Parsed, word: Word, above: Word, own: Modality | None, depth: int) -> Modality:
    """What the word above makes of a verb without signs of its own: "plans to sign", "agreed on signing"."""
    bare = word.tag == "VB" and word.dep == "ccomp" and own is None and above.lemma in _cues()["possible"]
    if _is_infinitive(page, word) or bare or word.dep == "xcomp":
        return _of_infinitive(page, word, above, depth)
    if word.dep == "ccomp" and own is None:
        return _of_content(page, word, above, depth)
    if word.dep == "pcomp":
        return _of_gerund(page, above, depth)
    return Modality.ACTUAL


def _own_signs(page: Parsed, word: Word) -> Modality | None:
    """What the verb's own auxiliaries and adverbs say; ACTUAL only when a finite past or perfect stands there."""
    cues = _cues()
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
    if any(w.dep in {"aux", "auxpass"} and w.lemma in {"have", "be"} for w in helpers) and not _is_infinitive(
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
        if _mark(page, clause) in {"when", "once", "until", "if", "unless", "after"} and not _is_past(page, clause):
            return True
    laid_down = word.lemma in _cues()["laid_down"]
    return laid_down and any(w.lower in {"after", "upon", "following"} for w in children(page, word.i, "prep"))


def _is_past(page: Parsed, word: Word) -> bool:
    """Whether a clause stands in the simple past or the past passive."""
    helpers = (page.words[c] for c in word.children if page.words[c].dep in {"aux", "auxpass"})
    return word.tag == "VBD" or any(w.tag == "VBD" for w in helpers)


def _hangs_on_if(page: Parsed, word: Word) -> bool:
    """ "If one side objects, the treaty will lapse": what is told hangs on the condition."""
    return any(_mark(page, clause) in {"if", "unless"} for clause in children(page, word.i, "advcl"))


def _is_hoped(page: Parsed, word: Word) -> bool:
    above = page.words[word.head]
    return word.dep in {"ccomp", "acl"} and above.lemma in _cues()["hoping"]


def _negative_subject(page: Parsed, word: Word) -> list[Word]:
    return [
        page.words[c]
        for s in children(page, word.i, "nsubj", "nsubjpass")
        for c in (s.i, *s.children)
        if page.words[c].dep in {"det", "nsubj", "nsubjpass"}
    ]


def _is_to_be(page: Parsed, word: Word) -> bool:
    """ "is to sign", "are to meet": the be stands above the infinitive or as its auxiliary."""
    if not _is_infinitive(page, word):
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
    return any(s.lemma in _cues()["possible"] for s in children(page, word.head, "nsubj"))


def _is_infinitive(page: Parsed, word: Word) -> bool:
    return any(page.words[c].lower == "to" and page.words[c].dep == "aux" for c in word.children)


def _has_finite_aux(page: Parsed, word: Word) -> bool:
    return any(
        page.words[c].dep in {"aux", "auxpass"} and page.words[c].tag in {"VBD", "VBZ", "VBP"} for c in word.children
    )


def _mark(page: Parsed, word: Word) -> str:
    for child in word.children:
        if page.words[child].dep in {"mark", "advmod"} and child < word.i:
            lower = page.words[child].lower
            if lower == "as" and not _is_as_soon(page, child):
                continue
            if lower in _cues()["conditions"] or lower in _cues()["futures"]:
                return lower
    return ""


def _is_as_soon(page: Parsed, at: int) -> bool:
    """Whether "as" belongs to "as soon as" or "as long as"; alone it gives a reason."""
    return any(word.lower in {"soon", "long"} for word in page.words[max(0, at - 2) : at + 2])


def _reported(page: Parsed, word: Word) -> bool:
    """Whether the clause hangs on a verb of saying in the past: there "would" is what was "will"."""
    return any(above.lemma in _cues()["reporting"] and above.tag in {"VBD", "VBN"} for above in page.ancestors(word.i))


def _inherit(page: Parsed, word: Word, above: Word, depth: int) -> Modality:
    if _own_signs(page, word) is None and word.tag in {"VBD", "VBZ", "VBP"}:
        return Modality.ACTUAL
    return _of_verb(page, above, depth + 1)


def _of_infinitive(page: Parsed, word: Word, above: Word, depth: int) -> Modality:
    cues = _cues()
    if _is_perfect_infinitive(page, word):
        return Modality.PLANNED if above.lemma in cues["planning"] else Modality.ACTUAL
    if above.pos in {"NOUN", "PROPN", "ADJ"} and _ranks(page, above):
        return _of_verb(page, page.words[clause_of(page, above.i)], depth + 1)
    if above.lemma in {"become", "be"} and any(
        _ranks(page, a) for a in children(page, above.i, "attr") if a.i < word.i
    ):
        return _of_verb(page, above, depth + 1)
    if above.lemma in cues["negating"]:
        return _flip(_of_verb(page, above, depth + 1) if above.pos in {"VERB", "AUX"} else Modality.ACTUAL)
    if above.lemma in cues["achieving"]:
        return _of_verb(page, above, depth + 1) if above.pos in {"VERB", "AUX"} else Modality.ACTUAL
    if (
        above.lemma in cues["resulting"]
        and above.tag in {"VBD", "VBZ", "VBP"}
        and word.dep in {"advcl", "xcomp", "ccomp"}
    ):
        return _of_verb(page, above, depth + 1)
    if above.lemma in cues["enabling"]:
        led = _of_verb(page, page.words[clause_of(page, above.i)], depth + 1)
        return led if led in {Modality.PLANNED, Modality.NEGATED} else Modality.POSSIBLE
    if above.lemma in cues["possible"]:
        return Modality.POSSIBLE
    if above.pos in {"VERB", "AUX"}:
        over = _of_verb(page, above, depth + 1)
        if over in {Modality.NEGATED, Modality.POSSIBLE}:
            return over
    return Modality.PLANNED if _is_infinitive(page, word) else _of_verb(page, above, depth + 1)


def _is_perfect_infinitive(page: Parsed, word: Word) -> bool:
    """ "is said to have ratified"."""
    return any(
        page.words[c].lemma == "have" and page.words[c].dep == "aux" and page.words[c].tag == "VB"
        for c in word.children
    )


def _ranks(page: Parsed, noun: Word) -> bool:
    """ "the first state to ratify", "the 60th and 61st to deposit": the infinitive tells what was done."""
    around = [page.words[c] for c in noun.children] + [noun]
    return any(w.lower in _RANKS or _ORDINAL.fullmatch(w.lower) or w.tag == "JJS" for w in around)


def _of_content(page: Parsed, word: Word, above: Word, depth: int) -> Modality:
    cues = _cues()
    if above.lemma in cues["denying"]:
        return Modality.NEGATED
    if above.lemma in cues["wishing"]:
        return Modality.POSSIBLE
    if above.lemma in cues["planning"] and word.tag in {"VB", "VBP"}:
        return Modality.PLANNED
    return Modality.ACTUAL


def _of_gerund(page: Parsed, preposition: Word, depth: int) -> Modality:
    """A gerund behind a preposition: "agreed on signing" is planned, "after signing" is not."""
    if preposition.lower in {"after", "since", "following", "on", "upon", "by", "in"} and preposition.dep == "prep":
        above = page.words[preposition.head]
        if preposition.lower in {"after", "since", "following", "by"}:
            return Modality.ACTUAL
        if above.pos in {"VERB", "AUX"}:
            return _of_verb(page, above, depth + 1)
        return Modality.ACTUAL
    if preposition.lower == "before" and page.words[preposition.head].pos in {"VERB", "AUX"}:
        led = _of_verb(page, page.words[preposition.head], depth + 1)
        return Modality.ACTUAL if led is Modality.ACTUAL else Modality.PLANNED
    if preposition.lower in {"before", "without", "for", "to", "towards"}:
        return Modality.NEGATED if preposition.lower == "without" else Modality.PLANNED
    if preposition.lower in {"from", "against"}:
        return Modality.NEGATED
    return Modality.ACTUAL


def _of_noun(page: Parsed, word: Word) -> Modality | None:
    """What the words right round a noun say: "planned signing", "pending ratification", "after its ratification"."""
    cues = _cues()
    described = {
        page.words[c].lower for c in word.children if page.words[c].dep in {"amod", "compound", "det", "advmod"}
    }
    if described & cues["planned_adjectives"]:
        return Modality.PLANNED
    if described & cues["possible_adjectives"]:
        return Modality.POSSIBLE
    if described & {"no"}:
        return Modality.NEGATED
    return _of_phrase(page, word)


def _of_phrase(page: Parsed, word: Word) -> Modality | None:
    if word.dep == "pobj":
        told = _of_preposition(page, word, page.words[word.head])
        if told is not None:
            return told
    return _of_argument(page, word, page.words[clause_of(page, word.i)])


def _of_preposition(page: Parsed, word: Word, above: Word) -> Modality | None:
    """What the preposition ``above`` says of its noun: "after ratification", "a date for the signing"."""
    cues = _cues()
    if above.lower in {"after", "since", "following", "with", "upon", "despite"}:
        verb = page.words[clause_of(page, above.i)]
        return (
            Modality.POSSIBLE
            if above.lower in {"after", "upon", "with"}
            and verb.pos in {"VERB", "AUX"}
            and _of_verb(page, verb) is not Modality.ACTUAL
            else Modality.ACTUAL
        )
    if above.lower in {"pending", "before", "until", "awaiting", "towards", "toward"} or _is_aim(page, above):
        return Modality.PLANNED
    if above.lower == "without":
        return Modality.NEGATED
    over = page.words[above.head]
    if over.pos == "NOUN" and over.lemma in cues["possible"]:
        return Modality.POSSIBLE
    if over.pos == "NOUN" and over.lemma in cues["planning"]:
        return Modality.PLANNED
    return None


def _of_argument(page: Parsed, word: Word, verb: Word) -> Modality | None:
    """What the verb of its clause says of the noun itself: "awaits ratification", "the signing was cancelled"."""
    cues = _cues()
    above = page.words[word.head]
    if word.dep == "compound" and above.lemma in cues["planning"] | cues["possible"]:
        return Modality.PLANNED if above.lemma in cues["planning"] else Modality.POSSIBLE
    if word.dep == "dobj" and verb.lemma in cues["announcing"] and not _is_definite(page, word):
        return Modality.PLANNED
    if word.dep == "nsubjpass" and verb.lemma in cues["cancelling"]:
        return _flip(_of_verb(page, verb))
    if word.dep in {"dobj", "pobj", "nsubjpass"} and verb.lemma in cues["awaiting"]:
        return Modality.PLANNED
    if word.dep in {"nsubjpass", "nsubj"} and verb.lemma in cues["planning"] | cues["awaiting"]:
        return Modality.PLANNED
    if word.dep in {"dobj"} and verb.lemma in cues["negating"] | cues["cancelling"]:
        return Modality.NEGATED
    if word.dep in {"dobj"} and verb.lemma in cues["wishing"] | cues["possible"] | cues["discussing"]:
        return Modality.POSSIBLE
    return None


def _is_definite(page: Parsed, noun: Word) -> bool:
    """Whether "the", "its" or a name before the noun takes the thing for known."""
    return any(
        page.words[c].dep == "poss" or page.words[c].lower in {"the", "this", "that", "these", "those"}
        for c in noun.children
    )


def _is_aim(page: Parsed, preposition: Word) -> bool:
    """Whether "for" names an aim ("a date for the signing", "prepare for ratification"), not a cause or a price."""
    return preposition.lower == "for" and page.words[preposition.head].lemma not in _cues()["causing"]


def _flip(modality: Modality) -> Modality:
    return Modality.NEGATED if modality is Modality.ACTUAL else modality
