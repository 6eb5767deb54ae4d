"""Clauses that leave out what is done, for it was told before: "Peru did so in May", "nor did Chile", "Fiji will"."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Modality
from treatywatch.reading.events.rule import EventRule
from treatywatch.reading.grammar import children, noun_arguments, with_conjuncts
from treatywatch.reading.modality import governor, modality_of, of_left_out
from treatywatch.reading.patterns import Trigger

_DENYING = frozenset({"nor", "neither"})
_TURNING = _DENYING | {"so"}
_TOLD_IN_FULL = frozenset({"dobj", "xcomp", "ccomp", "acomp", "attr", "oprd", "dative"})
_NOT = frozenset({"not", "n't"})
_GOING_ON = frozenset({"to", "been", "until"})  # "has until spring to reply"
_THOSE = frozenset({"those", "that"})
_ELIDED = "left-out"  # the rule whose words are an auxiliary, or "to", without the verb


def takes_up(page: Parsed, trigger: Trigger[EventRule]) -> bool:
    """Whether the words leave out what is done: "Chile did not", but neither "did not sign" nor "had no choice"."""
    verb = page.words[trigger.head]
    if verb.lower == "to":
        return _is_cut_short(page, verb)
    on_the_way = verb.dep == "pcomp" and page.words[verb.head].lower in {"in", "by"}  # "in doing so"
    if verb.dep in {"aux", "auxpass"} or on_the_way:
        return False
    if verb.lemma == "follow" and children(page, verb.i, "dobj", "ccomp") and len(trigger.words) == 1:
        return False  # "Chile followed the process"
    if trigger.rule.name != _ELIDED:
        return True  # "did so", "followed suit"
    if _is_which(page, verb):
        return True
    full = any(page.words[c].dep in _TOLD_IN_FULL and c not in _turned(page, trigger) for c in verb.children)
    return not (full or _goes_on(page, verb, trigger) or _is_of_thing(page, verb))


def of_whom(page: Parsed, trigger: Trigger[EventRule]) -> list[int]:
    """The words for whom it is said of when they are not the subject: "nor have Chile and Peru", "those of Chile"."""
    turned = [i for i in _turned(page, trigger) for i in with_conjuncts(page, i)]
    told = (w for w in children(page, trigger.head, "nsubj") if w.lower in _THOSE)
    return turned or [i for w in told for i in noun_arguments(page, w.i, "of")]


def whose(page: Parsed, trigger: Trigger[EventRule]) -> Trigger[EventRule]:
    """The trigger with the word whose subject acts at its head: "refused" for "refused to", "has" for "has to do"."""
    word = page.words[trigger.head]
    if word.lower == "to":
        return trigger._replace(head=governor(page, word).i)
    return trigger._replace(head=word.head) if word.dep == "xcomp" and _is_which(page, word) else trigger


def how_sure(page: Parsed, trigger: Trigger[EventRule]) -> Modality:
    """How sure the step is of the other one."""
    if any(page.words[i].lower in _DENYING for i in trigger.words):
        return Modality.NEGATED
    if trigger.rule.name == _ELIDED:
        return of_left_out(page, page.words[trigger.head])
    in_line = any(page.words[i].lower == "next" for i in trigger.words)
    if in_line and page.words[trigger.head].tag in {"VBZ", "VBP"}:
        return Modality.PLANNED
    return modality_of(page, trigger.head)


def _is_cut_short(page: Parsed, to: Word) -> bool:
    """ "Peru refused to.": nothing follows that "to" could belong to."""
    after = page.words[to.i + 1] if to.i + 1 < len(page.words) else None
    ends = after is None or after.sentence != to.sentence or after.pos in {"PUNCT", "CCONJ", "SCONJ"}
    return ends and governor(page, to).pos in {"VERB", "AUX", "ADJ", "NOUN"}


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
