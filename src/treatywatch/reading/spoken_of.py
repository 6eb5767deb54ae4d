"""Which agreement a wording means that names none: the one of its sentence, or the one the page is about."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import clause_of, subjects
from treatywatch.reading.mentions.resolve import Coreference
from treatywatch.reading.patterns import AnyTrigger
from treatywatch.reading.words import word_list

_REACH = 4  # sentences
_WHEN_OR_WHERE = frozenset({"on", "in", "at", "by", "after", "before", "during", "since", "for", "within", "until"})
TOPICS = frozenset({"on", "about", "over", "for", "towards"})
_HARMLESS = frozenset(
    {
        "nsubj",
        "aux",
        "auxpass",
        "neg",
        "advmod",
        "punct",
        "npadvmod",
        "mark",
        "advcl",
        "cc",
        "conj",
        "poss",
        "det",
        "amod",
        "intj",
        "preconj",
        "tmod",
    }
)


def inside(page: Parsed, coreference: Coreference, trigger: AnyTrigger) -> list[tuple[int, int]]:
    """``(cluster, word)`` of the first two agreements named anywhere below the trigger's words."""
    below = {i for word in trigger.words for i in _phrase(page, word)}
    heads = coreference.heads_between(min(below), max(below))
    return [(number, head) for head, number in heads if head in below][:2]


def _phrase(page: Parsed, i: int) -> list[int]:
    """A word and all below it, without what relative clauses say of its nouns on the way."""
    found, todo = list[int](), [i]
    while todo:
        at = todo.pop()
        found.append(at)
        noun = page.words[at].pos in {"NOUN", "PROPN"}
        todo += [c for c in page.words[at].children if not (noun and page.words[c].dep == "relcl")]
    return found


def from_context(page: Parsed, coreference: Coreference, trigger: AnyTrigger, *, strict: bool) -> list[tuple[int, int]]:
    """The agreement that the trigger's sentence names nearest to it, or (unless ``strict``) the one spoken of.

    An agreement long in being, or one that only a later clause names, gives way to the one spoken of.
    """
    words = page.sentences[page.words[trigger.head].sentence]
    ranked = sorted(
        (_remoteness(page, coreference, head, number, trigger.head), head, number)
        for head, number in coreference.heads_between(words[0], words[-1])
    )
    if ranked:
        remote, head, number = ranked[0]
        if strict or not any(remote[:2]):
            return [(number, head)]
    if strict:
        return []
    before = coreference.before(trigger.head, reach=_REACH)
    if before is not None and not coreference.is_topic(before):
        before = coreference.before(trigger.head, reach=2)
    if before is None:
        before = coreference.main()
        before = None if before is None or not coreference.is_topic(before) else before
    return [] if before is None else [(before, trigger.head)]


def stands_alone(page: Parsed, trigger: AnyTrigger) -> bool:
    """Whether a verb has nothing that it is done to: "the Senate approved on Monday", "Chile will join again".

    Only times and places may hang on it; "joined in the applause" and "accepted with thanks" say more.
    """
    verb = page.words[trigger.head]
    if verb.pos not in {"VERB", "AUX"} or verb.dep == "amod":
        return False
    if verb.dep in {"xcomp", "acl", "advcl"} and page.words[verb.head].lemma not in word_list("meaning"):
        return False
    below = [page.words[c] for i in trigger.words for c in page.words[i].children if c not in trigger.words]
    if any(w.dep == "conj" and any(page.words[c].dep == "dobj" for c in w.children) for w in below):
        return False  # "assess, approve and fund these projects": they share what they are done to
    first = page.words[verb.head] if verb.dep == "conj" else verb
    if first.dep == "relcl" and any(
        page.words[c].tag in {"WDT", "WP"} and page.words[c].dep == "dobj" for c in first.children
    ):
        return False  # "a step that they do not recognise and do not accept"
    return bool(subjects(page, verb.i)) and all(
        word.dep in _HARMLESS or (word.dep == "prep" and _is_when_or_where(page, word)) for word in below
    )


def is_staged(page: Parsed, trigger: AnyTrigger) -> bool:
    """Whether talks that name no subject are said to begin, go on or end: "the negotiations were launched in 2015"."""
    noun = page.words[trigger.head]
    verb = page.words[noun.head]
    staged = verb.lemma in word_list("stages") and noun.dep in {"nsubj", "nsubjpass", "dobj"}
    staged = staged or any(
        page.words[c].dep == "relcl" and page.words[c].lemma in word_list("stages") for c in noun.children
    )
    return staged and not any(page.words[c].lower in TOPICS for c in noun.children)


def is_held(page: Parsed, i: int) -> bool:
    """Whether the verb of the clause says that its subject holds the talks that the noun ``i`` names."""
    verb = page.words[clause_of(page, i)]
    return verb.lemma in word_list("stages") | word_list("holding")


def _is_when_or_where(page: Parsed, preposition: Word) -> bool:
    nouns = [page.words[c] for c in preposition.children if page.words[c].dep in {"pobj", "pcomp"}]
    if preposition.lower == "by" and any(n.lemma in word_list("ways") for n in nouns):
        return True  # "gave its consent by a vote of 69 to 27"
    told = all(n.text[:1].isupper() or n.tag == "CD" or n.lemma in word_list("times") or n.pos == "ADV" for n in nouns)
    return bool(nouns) and preposition.lower in _WHEN_OR_WHERE and told


def _remoteness(page: Parsed, coreference: Coreference, at: int, number: int, head: int) -> tuple[bool, bool, int]:
    """How far an agreement named at the word ``at`` lies from a wording that names none: one told before it first."""
    before = at < head or clause_of(page, at) == clause_of(page, head)
    return coreference.clusters[number].old, not before, abs(at - head)


def main_but(coreference: Coreference, trigger: AnyTrigger, subjects: list[int]) -> list[tuple[int, int]]:
    """The agreement that the page is about, those that the trigger's own words or ``subjects`` name left out."""
    own = {coreference.named(i) for i in (trigger.head, *trigger.words, *subjects)}
    main = coreference.main(but=own)
    return [] if main is None else [(main, trigger.head)]
