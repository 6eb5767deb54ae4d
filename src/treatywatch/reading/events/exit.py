"""Leaving an agreement: announcing it is one step, its taking effect another.

An announcement, a decision, a letter of intent or a formal notice of withdrawal is ``denounced``; having left is
``withdrawn`` (Vienna Convention, Articles 54, 56, 65 and 67).
"""

from collections.abc import Sequence

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality, Step
from treatywatch.reading.events.found import Found
from treatywatch.reading.events.words import announcing_words
from treatywatch.reading.grammar import children, clause_of, is_infinitive, is_verb, subjects, voted_on
from treatywatch.reading.modality import modality_of
from treatywatch.reading.modality.supposed import is_choice

_OF_ONE = frozenset({Step.DENOUNCED, Step.WITHDRAWN})
# What takes effect, and the steps of those whose it is.
_TAKEN_EFFECT = {Step.WITHDRAWN: _OF_ONE, Step.SUSPENDED: frozenset({Step.SUSPENDED})}
_NOMINAL = frozenset({"NOUN", "PROPN"})


# What "takes effect" means when it is said of one of these.
TAKING_EFFECT = {
    "withdrawal": Step.WITHDRAWN,
    "exit": Step.WITHDRAWN,
    "departure": Step.WITHDRAWN,
    "denunciation": Step.WITHDRAWN,
    "suspension": Step.SUSPENDED,
    "termination": Step.TERMINATED,
    "amendment": Step.AMENDED,
}


def leaving_noun(page: Parsed, head: int) -> int | None:
    """The noun of leaving that "takes effect" is said of: "the withdrawal takes effect in May".

    "The Kigali Amendment" is an agreement of its own.
    """
    found = subjects(page, head) if is_verb(page, head) else []
    named = {i for i in found if page.words[i].text == "Amendment" and children(page, i, "compound")}
    return next((i for i in found if page.words[i].lemma in TAKING_EFFECT and i not in named), None)


def stage_of(page: Parsed, head: int, modality: Modality) -> tuple[Step, Modality, int]:
    """The stage of leaving told at ``head``: the step, its modality, and the word that dates and tells it.

    ``modality`` is that of leaving itself. A withdrawal that lies ahead and is announced, decided or begun is a
    denunciation with the modality of the announcement; one that has happened stays a withdrawal.
    """
    word = page.words[head]
    chosen = word.dep == "nsubj" and is_choice(page, page.words[word.head])  # "withdrawal is one of the options"
    if modality is Modality.POSSIBLE and (chosen or is_infinitive(page, word) or word.tag == "VBG"):
        return Step.DENOUNCED, modality, head  # "threatens to leave", "the right to leave": of giving notice
    told = _announcement(page, head)
    if told is None:
        kind = Step.DENOUNCED if modality is Modality.ACTUAL and _is_by_act(page, head) else Step.WITHDRAWN
        return kind, modality, head
    verb, strong = told
    if modality is Modality.ACTUAL and not strong:
        return Step.WITHDRAWN, modality, head
    if modality is Modality.NEGATED:
        return Step.DENOUNCED if strong else Step.WITHDRAWN, modality, head  # "has not decided to leave"
    open_ = modality is Modality.POSSIBLE or page.words[verb].lemma == "threat"  # "said that it might leave"
    return Step.DENOUNCED, Modality.POSSIBLE if open_ else modality_of(page, verb), verb


def _is_by_act(page: Parsed, head: int) -> bool:
    """ "left it by decree", "has pulled out, according to a decree": the act announces it and takes no effect yet."""
    phrases = children(page, head, "prep")
    phrases += [inner for phrase in phrases for inner in children(page, phrase.i, "prep")]
    by = [w for w in phrases if w.lower in {"by", "through", "with", "to", "in"}]
    return any(noun.lemma in announcing_words("acts") for w in by for noun in children(page, w.i, "pobj"))


def with_leavers(made: Sequence[Found]) -> list[Found]:
    """``made``, where an exit that names nobody ("the withdrawal takes effect in May") is that of who left last.

    So is a suspension.
    """
    leaving = [e for e in made if e.modality is not Modality.NEGATED and e.parties]
    return [
        event._replace(parties=_leaver(event, leaving))
        if event.kind in _TAKEN_EFFECT and not event.parties and event.rule == "enter-into-force"
        else event
        for event in made
    ]


def _leaver(exit_: Found, leaving: Sequence[Found]) -> tuple[str, ...]:
    """Who was last said before an exit to leave the same agreement; else the only one who is said to."""
    same = [e for e in leaving if e.cluster == exit_.cluster and e.kind in _TAKEN_EFFECT[exit_.kind]]
    before = [event for event in same if event.head < exit_.head]
    if before:
        return max(before, key=lambda event: event.head).parties
    return same[0].parties if len({event.parties for event in same}) == 1 else ()


def announced(page: Parsed, head: int) -> Modality | None:
    """How sure it is that an end is announced ("declared its intention to denounce it"), or None where none is."""
    told = _announcement(page, head)
    if told is None:
        return None
    made_known = announcing_words("made_known")
    word = page.words[told[0]]
    if word.lemma not in made_known:  # "has notified Peru of its intention to end it"
        word = page.words[clause_of(page, word.i)]
    return modality_of(page, word.i) if word.lemma in made_known else None


def _is_going_on(page: Parsed, verb: Word) -> bool:
    """ "announced that it was leaving": under way, and so not done."""
    return verb.tag == "VBG" and any(page.words[c].lemma == "be" and page.words[c].dep == "aux" for c in verb.children)


def _announced_after(page: Parsed, head: int, verbs: frozenset[str]) -> int | None:
    """ "Chile will leave the pact, the minister announced": the verb that follows, which the parser coordinates."""
    for later in children(page, head, "conj", "parataxis", "ccomp"):
        linked = any(page.words[c].dep == "cc" for c in page.words[head].children if c < later.i)
        own = children(page, later.i, "nsubj") and not children(page, later.i, "dobj", "xcomp", "ccomp")
        if later.lemma in verbs and later.tag == "VBD" and later.i > head and own and not linked:
            return later.i
    return None


def _announcement(page: Parsed, head: int) -> tuple[int, bool] | None:
    """The verb or noun above ``head`` that announces, and whether it tells by itself that the exit lies ahead.

    "announced its withdrawal", "intention to leave", "decided to leave" tell so; "said that it has left" does not.
    """
    verbs, nouns = announcing_words("verbs"), announcing_words("nouns")
    if (fronted := _announced_after(page, head, verbs)) is not None:
        return fronted, page.words[head].tag == "VB"
    below = page.words[head]
    if (vote := voted_on(page, below)) is not None:
        return vote.i, True
    for above in page.ancestors(head):
        if below.dep in {"relcl", "advcl", "nsubj"} and below.pos in {"VERB", "AUX", "PROPN", "PRON"}:
            return None
        if above.pos in _NOMINAL and above.lemma in nouns:
            verb = page.words[above.head]
            return (verb.i if above.dep == "dobj" and verb.lemma in verbs else above.i), True
        if above.lemma in verbs and above.pos in {"VERB", "AUX"}:
            ahead = below.dep == "xcomp" or below.tag == "VB" or _is_going_on(page, below)
            return above.i, page.words[head].pos in _NOMINAL or ahead
        below = above
    return None
