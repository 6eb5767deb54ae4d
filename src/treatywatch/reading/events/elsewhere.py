"""Wordings that tell of something else than they seem to: troops that withdraw, laws that are broken, opinions."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Step
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.mandate import leaves_open
from treatywatch.reading.events.measure import carries_out
from treatywatch.reading.events.words import other_words
from treatywatch.reading.grammar import agents, children, is_passive, noun_arguments, objects, subjects
from treatywatch.reading.nouns import is_carrier, is_measure
from treatywatch.reading.patterns import AnyTrigger

POINTING_TAGS = frozenset({"PRP", "DT", "WDT", "WP", "CD"})
"""Tags of words that stand for what was spoken of: "it", "all", "which", "two"."""


def tells_of_other_matters(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """Whether the trigger's own words say that no agreement is meant, whatever the page is about."""
    matters = (*_OF_ANY, *_OF_KIND.get(trigger.rule.kind, ()))
    return any(is_one(page, arguments, trigger) for is_one in matters)


def _withdraws_to_a_place(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "withdraw to the 1967 lines", "withdrew from the heights": troops leave places."""
    head = page.words[trigger.head]
    if head.lemma not in {"withdraw", "withdrawal", "pull"}:
        return False
    if any(w.lower in other_words("to_places") and children(page, w.i, "pobj") for w in children(page, head.i, "prep")):
        return True
    if any(w.lower in other_words("forces") for w in children(page, head.i, "compound", "amod", "poss", "nmod")):
        return True
    if any(w.lower in other_words("tables") for i in _below(page, head, "from") for w in _with_names(page, i)):
        return True  # "withdrew the treaty from the Senate": from those who were to approve it
    left = _below(page, head, "from", *(("of",) if head.pos == "NOUN" else ()))
    return bool(left) and not any(_is_of_agreement(page, arguments, i) for i in left)


def _with_names(page: Parsed, i: int) -> list[Word]:
    return [page.words[i], *children(page, i, "compound", "nmod", "poss")]


def _withdraws_a_measure(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "pressed the city to withdraw the measure": a rule is taken back, no agreement left."""
    return any(is_measure(page.words[i].lemma) for i in arguments.done_to(trigger.head))


def _ends_a_war(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "the treaty that ended World War I", whose name the parser may take for a time; "expired last May" tells one."""
    head = page.words[trigger.head]
    if head.pos != "VERB" or head.lemma in other_words("ending_itself") or is_passive(page, head.i):
        return False
    behind = [w for w in children(page, head.i, "npadvmod", "oprd", "attr", "dep") if w.i > head.i]
    return any(w.pos == "PROPN" and not arguments.agreement_of(w.i) for w in behind)


def _passes_into_other_hands(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "The town passed into Austrian hands": nothing is passed; a wording that names the goal says more."""
    head = page.words[trigger.head]
    if len(trigger.words) > 1 or head.lemma != "pass" or is_passive(page, head.i) or objects(page, head.i):
        return False
    return any(w.lower in other_words("through") for w in children(page, head.i, "prep"))


def _breaks_a_law(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "violations of international law", "broke the law": no agreement is broken by that, but by "broke it"."""
    told = [*objects(page, trigger.head), *noun_arguments(page, trigger.head, "of")]
    broken = [i for i in told if page.words[i].tag not in POINTING_TAGS]
    return len(told) == len(broken) > 0 and not any(_is_of_agreement(page, arguments, i) for i in broken)


def _asks_for_an_act(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "renewed his call for the Senate to approve the treaty" proposes no treaty."""
    if page.words[trigger.head].pos in {"VERB", "AUX"}:
        return False
    wanted = (i for w in children(page, trigger.head, "prep") for i in page.subtree(w.i))
    return any(page.words[i].lower == "to" and page.words[i].dep == "aux" for i in wanted)


def _lays_down_a_right(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "Either Party may terminate this Agreement": a clause of a text, and nothing that anybody does."""
    head = page.words[trigger.head]
    if head.pos != "VERB" or not any(w.lower == "may" for w in children(page, head.i, "aux")):
        return False
    acting = [*children(page, head.i, "nsubj"), *(page.words[i] for i in agents(page, head.i))]
    return any(w.lower in other_words("parties_of_a_text") for w in acting)


def _names_signatories(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "Signed by the Governments of Chile and Peru.": who signed the page itself."""
    head = page.words[trigger.head]
    first = page.sentences[head.sentence][0]
    return head.lemma == "sign" and head.i == first and head.dep == "ROOT" and bool(agents(page, head.i))


def _leaves_as_it_is(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "They wanted to leave it open": nobody leaves an agreement."""
    head = page.words[trigger.head]
    if head.lemma != "leave":
        return False
    behind = page.words[head.i + 1 : head.i + 4]
    here = [w for w in behind if w.sentence == head.sentence]
    told = [w for w in here if w.lower in other_words("left_there") or (w.pos == "ADJ" and w.dep != "amod")]
    return bool(told) or bool(children(page, head.i, "oprd", "acomp", "ccomp"))


def _concludes_that(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "You might conclude that all was well": an opinion is reached, no agreement."""
    told = children(page, trigger.head, "ccomp") if page.words[trigger.head].lemma == "conclude" else []
    return any(mark.lower == "that" for clause in told for mark in children(page, clause.i, "mark"))


def _agrees_to_do(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "They agreed to resume relations", "the two have agreed to a framework": no step on a domestic way."""
    head = page.words[trigger.head]
    if trigger.rule.name != "give-approval" or head.lemma != "agree":
        return False
    infinitive = any(w.pos in {"VERB", "AUX"} for w in children(page, head.i, "xcomp", "ccomp", "advcl"))
    sides = {code for i in subjects(page, head.i) for code in arguments.actors.of(i).codes}
    return infinitive or len(sides) != 1 or not children(page, head.i, "prep")


def _has_some_effect(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "It had little effect on the war": that something works, or not, is no entry into force."""
    effects = [page.words[i] for i in trigger.words if page.words[i].lower == "effect"]
    some = [w for e in effects for w in children(page, e.i, "amod", "det")]
    return page.words[trigger.head].lemma == "have" and bool(some)


def _replaces_words(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "Replacing references to the old treaty": words of a law are replaced."""
    if page.words[trigger.head].pos not in {"VERB", "AUX"}:
        return False
    return any(page.words[i].lemma == "reference" for i in arguments.done_to(trigger.head))


def _renews_a_wish(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "renewed their commitment to the treaty": the commitment is said again, and the treaty not extended."""
    if page.words[trigger.head].pos not in {"VERB", "AUX"}:
        return False
    return any(page.words[i].lemma in other_words("said_again") for i in arguments.done_to(trigger.head))


def _takes_back_an_exit(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "revoked its withdrawal", "withdrew its notice": an exit is taken back, and no agreement denounced."""
    exits = other_words("exits") if page.words[trigger.head].pos == "VERB" else ()
    return any(page.words[i].lemma in exits for i in arguments.done_to(trigger.head))


def _sets_up(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "approved a commission to negotiate a treaty", "passed resolutions in its favour": no treaty is."""
    if trigger.rule.name != "approve" or page.words[trigger.head].pos not in {"VERB", "AUX"}:
        return False
    told = arguments.done_to(trigger.head)
    return bool(told) and all(_is_set_up(page, arguments, i) for i in told)


def _is_set_up(page: Parsed, arguments: Arguments, i: int) -> bool:
    """Whether the noun is neither an agreement nor part of one, nor an act that makes one binding."""
    word = page.words[i]
    if _is_of_agreement(page, arguments, i) or word.tag in {"CD", "WDT", "WP", "VBG", "PRP", "DT"}:
        return False
    if is_measure(word.lower) and word.pos == "PROPN":
        return not _names_an_agreement(page, arguments, i)
    if is_measure(word.lemma):
        topics = noun_arguments(page, i, "of", "on", "to", "about")
        others = bool(topics) and not any(_is_of_agreement(page, arguments, o) for o in topics)
        return carries_out(page, i) or (others and not _names_an_agreement(page, arguments, i))
    return not is_carrier(word.lower) and any(w.tag == "VB" for w in children(page, i, "acl", "relcl"))


def _names_an_agreement(page: Parsed, arguments: Arguments, i: int) -> bool:
    """Whether an act's own name or what is said of it holds an agreement ("the Lima Treaty Implementation Act")."""
    return any(arguments.coreference.named(w) is not None for w in page.subtree(i))


def _joins_people(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "We join them in working for peace", "returning to compliance with the deal": nobody accedes."""
    verb = page.words[trigger.head]
    if verb.pos != "VERB":
        return False
    if any(page.words[i].lower in other_words("people") for i in objects(page, verb.i)):
        return True
    goals = [page.words[i].lemma for i in _below(page, verb, "to", "into")]
    return any(goal in other_words("keeping") for goal in goals)


def _denounces_another(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "Greece denounced the pact of Turkey and Libya": a pact of others is scolded, no notice given."""
    if page.words[trigger.head].lemma != "denounce" or page.words[trigger.head].pos != "VERB":
        return False
    acting = {code for i in subjects(page, trigger.head) for code in arguments.actors.of(i).codes}
    told = {number for i in arguments.done_to(trigger.head) for number, _ in arguments.agreement_of(i)}
    sides = [arguments.coreference.clusters[n].parties for n in told]
    return bool(acting) and bool(sides) and all(len(s) > 1 and not acting & s for s in sides)


def _revokes_an_order(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "revoked the memorandum of the secretary", "documents are revoked": orders at home are taken back."""
    if trigger.rule.name != "denounce" or page.words[trigger.head].lemma not in {"revoke", "rescind"}:
        return False
    clusters = arguments.coreference.clusters
    told = {number for i in arguments.done_to(trigger.head) for number, _ in arguments.agreement_of(i)}
    orders = {n for n in told if clusters[n].forms <= {"memorandum", "document"} and len(clusters[n].parties) < 2}
    return (
        bool(told)
        and all("understanding" not in m.name for n in orders for m in clusters[n].mentions)
        and orders == told
    )


def _leaves_with_its_troops(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "once Israel withdrew", where troops and hostilities are spoken of."""
    if trigger.rule.name != "withdraw-bare" or page.words[trigger.head].lemma != "withdraw":
        return False
    number = page.words[trigger.head].sentence
    around = page.sentences[max(0, number - 1)][0], page.sentences[min(len(page.sentences) - 1, number + 1)][-1]
    spoken = {w.lower for w in page.words[around[0] : around[1] + 1]}
    return bool(spoken & other_words("fighting"))


def _hands_in_a_notice(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "received the notification of withdrawal", "deposited an instrument of denunciation": a notice to leave."""
    below = (i for told in arguments.done_to(trigger.head) for i in noun_arguments(page, told, "of"))
    return any(page.words[i].lemma in {"withdrawal", "denunciation", "termination"} for i in below)


def _changes_a_draft(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "agreed changes to the draft": only what has been made is amended (Vienna Convention, Article 39)."""
    changed = [word for _, word in arguments.agreements(trigger, trigger.rule.of)]
    named = (w for i in changed for w in (page.words[i], *children(page, i, "amod", "compound")))
    return any(word.lower == "draft" for word in named)


def _is_left_open(page: Parsed, arguments: Arguments, trigger: AnyTrigger) -> bool:
    """ "lets the ministry agree changes that are not fundamental": what a mandate leaves open is no step yet."""
    return leaves_open(page, trigger.head)


def _below(page: Parsed, head: Word, *prepositions: str) -> list[int]:
    """What hangs on a word, or on the words joined to it, through one of the prepositions."""
    joined, todo = list[Word](), [head]
    while todo:
        joined.append(todo.pop())
        todo += children(page, joined[-1].i, "conj")
    return [noun for word in joined for noun in noun_arguments(page, word.i, *prepositions)]


def _is_of_agreement(page: Parsed, arguments: Arguments, i: int) -> bool:
    some = any(w.lower == "any" for w in children(page, i, "det"))  # "withdrawal of any duty"
    return bool(arguments.agreement_of(i)) or (is_carrier(page.words[i].lower) and not some)


_OF_ANY = (
    _passes_into_other_hands,
    _sets_up,
    _lays_down_a_right,
    _names_signatories,
    _concludes_that,
    _agrees_to_do,
    _has_some_effect,
    _denounces_another,
    _revokes_an_order,
    _leaves_with_its_troops,
)
_OF_KIND = {
    Step.WITHDRAWN: (_withdraws_to_a_place, _withdraws_a_measure, _leaves_as_it_is, _takes_back_an_exit),
    Step.TERMINATED: (_ends_a_war, _takes_back_an_exit),
    Step.DENOUNCED: (_takes_back_an_exit,),
    Step.BREACHED: (_breaks_a_law,),
    Step.PROPOSED: (_asks_for_an_act,),
    Step.SUPERSEDED: (_replaces_words,),
    Step.EXTENDED: (_renews_a_wish,),
    Step.ACCEDED: (_joins_people,),
    Step.DEPOSITED: (_hands_in_a_notice,),
    Step.AMENDED: (_changes_a_draft,),
    Step.NEGOTIATED: (_is_left_open,),
}
