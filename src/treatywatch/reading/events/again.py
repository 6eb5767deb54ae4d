"""Clauses that leave out what is done, for it was told before: "Peru did so in May", "nor did Chile", "Fiji will"."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality
from treatywatch.reading.events.rule import EventRule
from treatywatch.reading.grammar import children, is_infinitive, with_conjuncts
from treatywatch.reading.modality import governor, modality_of, of_left_out
from treatywatch.reading.modality.cues import cue_words
from treatywatch.reading.patterns import Trigger

_DENYING = frozenset({"nor", "neither"})
_TURNING = _DENYING | {"so"}
_TOLD_IN_FULL = frozenset({"dobj", "xcomp", "ccomp", "acomp", "attr", "oprd", "dative"})
_NOT = frozenset({"not", "n't"})
_GOING_ON = frozenset({"to", "been", "until"})  # "has until spring to reply"
_ELSEWHERE = frozenset({"better", "well", "badly", "best", "without"})  # "has done better", "will do without it"
_THOSE = frozenset({"those", "these"})
_COUNTED = frozenset({"others", "rest", "more", "many", "several", "all", "most", "some", "few"})
_POINTING = frozenset({"it", "this", "that", "they", "these", "none", "nothing"})
_MADE_TO = ("planning", "possible", "negating", "achieving", "wishing", "enabling", "open_to")


def takes_up(page: Parsed, trigger: Trigger[EventRule]) -> bool:
    """Whether the words leave out what is done: "Chile did not", but neither "did not sign" nor "had no choice"."""
    verb = page.words[trigger.head]
    on_the_way = verb.dep == "pcomp" and page.words[verb.head].lower in {"in", "by"}  # "in doing so"
    if trigger.rule.again == "auxiliary" and verb.lower == "to":
        return _is_cut_short(page, verb)
    if verb.dep in {"aux", "auxpass"} or on_the_way:
        return False
    if trigger.rule.again == "auxiliary":
        return _is_bare(page, trigger)
    if trigger.rule.again == "one":
        those = (page.words[i] for i in trigger.words if page.words[i].lower in _THOSE)
        return not any(word.children or word.dep == "det" for word in those)
    if trigger.rule.again == "itself":
        told = page.words[trigger.words[0]]  # "the ceremony fell through", "the vote was put off"
        of_it = told.i < verb.i and told.head == verb.i
        falls = told.dep == "nsubj" and verb.lemma == "fall"
        return (of_it and (falls or told.dep == "nsubjpass")) or _points_back(page, trigger)
    return _is_act(page, trigger)


def of_whom(page: Parsed, trigger: Trigger[EventRule]) -> list[int]:
    """The words for whom it is said of when the verb seems to have another subject, or none.

    "Nor have Chile and Peru", "Chile and Peru are done".
    """
    done = page.words[trigger.head].lower in {"done", "finished"}
    told = _turned(page, trigger) or [w.i for w in children(page, trigger.head, "nsubjpass") if done]
    return [one for i in told for one in with_conjuncts(page, i)]


def whose(page: Parsed, trigger: Trigger[EventRule]) -> Trigger[EventRule]:
    """The trigger with the word whose subject acts at its head: "refused" for "refused to", "has" for "has to do"."""
    word = page.words[trigger.head]
    if word.lower == "to":
        return trigger._replace(head=governor(page, word).i)
    return trigger._replace(head=word.head) if word.dep == "xcomp" and _is_which(page, word) else trigger


def of_many(page: Parsed, head: int) -> list[int]:
    """The subject where it is a number of states, or those left over: "Five had done so", "the others will follow"."""
    own = children(page, head, "nsubj", "nsubjpass")
    return [w.i for w in own if w.tag == "CD" or w.lower in _COUNTED]


def how_sure(page: Parsed, trigger: Trigger[EventRule], told: Modality) -> Modality:
    """How sure the step is of the other one, where the clause that it is taken up from has ``told`` one as so sure."""
    head = page.words[trigger.head]
    if any(page.words[i].lower in _DENYING for i in trigger.words):
        return Modality.NEGATED
    if trigger.rule.again == "auxiliary":
        return of_left_out(page, head)
    if trigger.rule.again == "one":
        return Modality.NEGATED if children(page, head.i, "neg") else told
    if trigger.rule.modality is not None:
        return trigger.rule.modality
    in_line = any(page.words[i].lower == "next" for i in trigger.words)
    return Modality.PLANNED if in_line and head.tag in {"VBZ", "VBP"} else modality_of(page, head.i)


def _is_act(page: Parsed, trigger: Trigger[EventRule]) -> bool:
    """ "Followed suit", "is done", "has not started": nothing else is said to be done or to be so."""
    verb, last = page.words[trigger.head], trigger.words[-1]
    if verb.lemma == "follow":  # "Chile followed the process", "following the vote"
        return verb.tag != "VBG" and (len(trigger.words) > 1 or not children(page, verb.i, "dobj", "ccomp"))
    if any(page.words[i].lower == "next" and page.words[i].dep == "amod" for i in trigger.words):
        return False  # "goes next spring"
    if trigger.rule.name == "do-so":
        return True
    if trigger.rule.modality is Modality.NEGATED and len(trigger.words) == 1:
        return bool(children(page, verb.i, "neg")) and not children(page, verb.i, "dobj", "xcomp", "prep", "ccomp")
    told = [w for w in children(page, verb.i, *_TOLD_IN_FULL, "prep") if w.i not in trigger.words]
    return not told and not children(page, last, "prep", "pobj")


def _points_back(page: Parsed, trigger: Trigger[EventRule]) -> bool:
    """ "That did not happen", "it took place in May", but not "for that to happen"."""
    verb = page.words[trigger.head]
    if trigger.words[0] < verb.i:
        return False
    if (verb.tag in {"VB", "VBG"} and not children(page, verb.i, "aux")) or is_infinitive(page, verb):
        return False
    return any(w.lower in _POINTING for w in children(page, verb.i, "nsubj", "nsubjpass"))


def _is_cut_short(page: Parsed, to: Word) -> bool:
    """ "Peru refused to.": nothing follows that "to" could belong to, and the word before it asks for a verb."""
    after = page.words[to.i + 1] if to.i + 1 < len(page.words) else None
    ends = after is None or after.sentence != to.sentence or after.pos in {"PUNCT", "CCONJ", "SCONJ"}
    above = governor(page, to)
    asks = page.words[to.i - 1].lower == "yet" or any(above.lemma in cue_words()[cues] for cues in _MADE_TO)
    return ends and asks and above.dep not in {"relcl", "amod"}


def _is_bare(page: Parsed, trigger: Trigger[EventRule]) -> bool:
    """Whether nothing but an auxiliary stands for the verb: "Peru will", "which Chile has yet to do"."""
    verb = page.words[trigger.head]
    if _is_which(page, verb):
        return True
    if verb.tag == "VBN" and not any(w.lemma == "have" for w in children(page, verb.i, "aux")):
        return False  # "the notes done in 1984"
    below = [page.words[c] for c in verb.children if c not in _turned(page, trigger)]
    full = any(w.dep in _TOLD_IN_FULL or w.lower in _ELSEWHERE for w in below)
    return not (full or _goes_on(page, verb, trigger) or _is_of_thing(page, verb) or _leans(page, verb))


def _leans(page: Parsed, verb: Word) -> bool:
    """ "Until it does", "once they had", "as it did": of one who was told of already, the clause tells nothing new."""
    marked = verb.dep == "advcl" and any(w.i < verb.i for w in children(page, verb.i, "mark", "advmod"))
    return marked and any(w.pos == "PRON" for w in children(page, verb.i, "nsubj"))


def _goes_on(page: Parsed, verb: Word, trigger: Trigger[EventRule]) -> bool:
    """Whether the verb stands further on, where the parser did not join it to its auxiliary, or a question is asked."""
    last = page.sentences[verb.sentence][-1]
    if _is_turned(page, trigger) or page.words[last].text == "?":
        return page.words[last].text == "?"
    at = verb.i + 1
    while at <= last and (page.words[at].lower in _NOT or (page.words[at].pos == "ADV" and verb.lemma != "be")):
        at += 1
    if at > last or page.words[at].tag.startswith("VB") or page.words[at].lower in _GOING_ON:
        return True
    broken_off = verb.tag == "MD" and page.words[at].text in {",", ":"}  # "shall, in consultation with it, sign"
    return broken_off or (verb.lemma == "be" and page.words[at].pos not in {"PUNCT", "CCONJ"})


def _is_of_thing(page: Parsed, verb: Word) -> bool:
    """ "All that it could": the clause tells of the noun before it, unless that noun is who acts ("which did")."""
    own = children(page, verb.i, "nsubj", "nsubjpass")
    return verb.dep == "relcl" and not any(w.tag in {"WDT", "WP"} or w.lower == "that" for w in own)


def _is_which(page: Parsed, verb: Word) -> bool:
    """ "Which Chile did in May", "which Chile has yet to do"."""
    clause = page.words[verb.head] if verb.dep == "xcomp" else verb
    told = children(page, verb.i, "dobj") or children(page, clause.i, "dobj")
    return verb.lemma == "do" and clause.dep == "relcl" and any(w.lower == "which" for w in told)


def _is_turned(page: Parsed, trigger: Trigger[EventRule]) -> bool:
    """ "nor has Chile", "so did Peru": the word stands before its verb, and who acts behind it."""
    return any(page.words[i].lower in _TURNING for i in trigger.words if i < trigger.head)


def _turned(page: Parsed, trigger: Trigger[EventRule]) -> list[int]:
    if not _is_turned(page, trigger):
        return []
    behind: list[Word] = children(page, trigger.head, "nsubj", "dobj", "attr")
    return [w.i for w in behind if w.i > trigger.head][:1]
