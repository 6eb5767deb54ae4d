"""Who does what to what: roles read off the grammar of a clause, whatever its wording.

Everything here takes a word's index in a :class:`Parsed` page and gives indices back; nothing knows agreements.
"""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.nouns import MONTHS, WEEKDAYS
from treatywatch.reading.once import once
from treatywatch.reading.words import word_list

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_BESIDE = frozenset({"conj", "appos"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_ADVERBS = frozenset({"when", "where", "why"})
_TO_ELSEWHERE = frozenset({"to", "into", "from"})
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "ROOT", "conj", "xcomp", "parataxis", "pcomp"})


def children(page: Parsed, i: int, *deps: str) -> list[Word]:
    """The words that ``i`` governs through one of ``deps``, in text order."""
    words, found = page.words, []
    for c in words[i].children:
        if words[c].dep in deps:
            found.append(words[c])  # noqa: PERF401  asked so often that the loop, which takes less time, tells
    return found


def with_conjuncts(page: Parsed, i: int) -> list[int]:
    """``i`` and the words coordinated with it ("Russia, China and India"), in text order."""
    words = page.words
    found, todo = [], [i]
    while todo:
        at = todo.pop()
        found.append(at)
        for c in words[at].children:
            if words[c].dep in _BESIDE and words[c].pos in _NAMING:
                todo.append(c)  # noqa: PERF401  as above
    return sorted(found)


def is_verb(page: Parsed, i: int) -> bool:
    """Whether the word ``i`` is a verb, be it an auxiliary."""
    return page.words[i].pos in {"VERB", "AUX"}


def is_passive(page: Parsed, i: int) -> bool:
    """Whether the verb ``i`` is passive, participles that modify a noun ("a treaty signed in 1961") included."""
    word = page.words[i]
    if children(page, i, "auxpass", "nsubjpass"):
        return True
    if word.tag != "VBN" or any(w.lemma == "have" for w in children(page, i, "aux")):
        return False
    if word.dep in {"conj", "dep"} and page.words[word.head].pos == "VERB" and not _own_subject(page, i):
        return is_passive(page, word.head)
    misread = children(page, i, "nsubj")  # "The Philippines, which signed in 2008, ratified in 2019"
    return word.dep in {"acl", "amod", "advcl", "ROOT", "ccomp"} and not children(page, i, "dobj") and not misread


def is_infinitive(page: Parsed, word: Word) -> bool:
    """Whether "to" stands before the verb."""
    return any(page.words[c].lower == "to" and page.words[c].dep == "aux" for c in word.children)


@once
def subjects(page: Parsed, i: int) -> list[int]:
    """Who does the verb ``i``: the subject, the agent of a passive, or whoever a participle or infinitive borrows."""
    if is_passive(page, i):
        return agents(page, i)
    return _surface_subject(page, i)


@once
def objects(page: Parsed, i: int, *prepositions: str) -> list[int]:
    """What the verb ``i`` is done to: object, passive subject, the noun it modifies, or object of ``prepositions``."""
    if is_passive(page, i):
        found = _surface_subject(page, i)
    else:
        found = [w.i for w in children(page, i, "dobj", "attr", "oprd", "dative")]
        if not found and page.words[i].dep == "relcl" and not _has_no_gap(page, i) and not _is_by_rank(page, i):
            found = [page.words[i].head]
        if not found:
            found = _shared_object(page, i)
    for preposition in children(page, i, "prep", "prt", "advmod"):
        if preposition.lower in prepositions:
            found += [w.i for w in children(page, preposition.i, "pobj")]
    return [conjunct for one in found for conjunct in with_conjuncts(page, antecedent(page, one))]


def antecedent(page: Parsed, i: int) -> int:
    """The noun a relative pronoun stands for; any other word is its own."""
    word = page.words[i]
    if word.tag in _RELATIVES or (word.lower == "that" and word.dep in SUBJECTS | PASSIVE_SUBJECTS | {"dobj"}):
        for above in page.ancestors(i):
            if above.dep == "relcl":
                return _before_day(page, above.head)
    return i


def _before_day(page: Parsed, i: int) -> int:
    """ "signed the treaty on Tuesday, which takes effect in May": what was done on the day, where ``i`` is the day."""
    if page.words[i].lower not in MONTHS | WEEKDAYS or page.words[i].dep != "pobj":
        return i
    done_to = children(page, page.words[page.words[i].head].head, "dobj", "nsubjpass")
    return done_to[0].i if done_to else i


def clause_of(page: Parsed, i: int) -> int:
    """The verb (or root) of the clause that ``i`` stands in."""
    word = page.words[i]
    while word.head != word.i and not (word.pos in {"VERB", "AUX"} and word.dep in _CLAUSES):
        word = page.words[word.head]
    return word.i


def noun_arguments(page: Parsed, i: int, *prepositions: str) -> list[int]:
    """The nouns that hang on the noun ``i`` through ``prepositions`` ("ratification *of* the treaty")."""
    found = []
    direct = children(page, i, "prep", "agent")
    listed = [again for first in direct for again in children(page, first.i, "conj") if again.pos == "ADP"]
    for preposition in (*direct, *listed):  # "the instruments of Chile and of Peru"
        if preposition.lower in prepositions:
            for noun in children(page, preposition.i, "pobj", "pcomp"):
                found += with_conjuncts(page, noun.i)
    return found


def possessors(page: Parsed, i: int) -> list[int]:
    """Who owns the noun ``i`` ("Russia's ratification", "Burundi, whose departure …")."""
    return [c for w in children(page, i, "poss") for c in with_conjuncts(page, antecedent(page, w.i))]


def _own_subject(page: Parsed, i: int) -> list[Word]:
    return children(page, i, *SUBJECTS, *PASSIVE_SUBJECTS)


def agents(page: Parsed, i: int) -> list[int]:
    """Who a passive says that it is done by."""
    found = []
    for by in children(page, i, "agent", "prep"):
        if by.lower == "by":
            found += [c for noun in children(page, by.i, "pobj") for c in with_conjuncts(page, noun.i)]
    return found


def _said_to_be(page: Parsed, i: int) -> int:
    """ "making Chile the sixth to sign": whoever the subject of a small clause is said to be is its own subject."""
    return next((w.i for w in children(page, i, "nsubj") if page.words[i].pos in {"NOUN", "ADJ"}), i)


def voted_on(page: Parsed, word: Word) -> Word | None:
    """ "voted by a wide margin to leave it": the vote, where the parser hung what it is about on the margin."""
    by = page.words[page.words[word.head].head]
    vote = page.words[by.head]
    hung = word.dep in {"relcl", "acl"} and page.words[word.head].dep == "pobj" and by.lower in {"by", "of"}
    return vote if hung and vote.lemma == "vote" and is_infinitive(page, word) else None


def _is_by_rank(page: Parsed, i: int) -> bool:
    """ "was the last to ratify": who ratified, not what was."""
    noun = page.words[page.words[i].head]
    return is_infinitive(page, page.words[i]) and noun.dep == "attr" and noun.pos in {"ADJ", "NUM"}


def _has_no_gap(page: Parsed, i: int) -> bool:
    """Whether a relative clause says nothing of what is done to its noun ("2019, when Chile left")."""
    return _relative_is_subject(page, i) or any(page.words[c].lower in _ADVERBS for c in page.words[i].children)


def _relative_is_subject(page: Parsed, i: int) -> bool:
    return any(w.tag in _RELATIVES or w.lower == "that" for w in _own_subject(page, i))


def _surface_subject(page: Parsed, i: int, depth: int = 0) -> list[int]:
    own = [w.i for w in _own_subject(page, i) if w.dep != "expl" and not _is_count(page, w)]
    if own:
        return [c for one in own for c in with_conjuncts(page, antecedent(page, _said_to_be(page, one)))]
    word = page.words[i]
    lent = _lent_by_for(page, i)
    if lent is not None:
        return with_conjuncts(page, lent)
    if depth > 6 or word.head == word.i:
        return []
    if word.dep == "acl" and page.words[word.head].pos in {"NOUN", "PROPN", "PRON"}:
        return _lender_through_noun(page, i, depth)
    if word.dep == "amod" and word.pos == "ADJ" and page.words[word.head].i < i:
        return with_conjuncts(page, word.head)  # "the treaty, due to be signed today"
    if word.dep == "relcl" and is_infinitive(page, word):
        return _ranked(page, page.words[word.head], depth)
    if word.dep == "pcomp" and (done_to := _kept_or_accused(page, word)):
        return done_to
    if word.dep in {"conj", "dep", "xcomp", "advcl", "ccomp", "pcomp", "auxpass", "acomp", "oprd"}:
        head = page.words[word.head]
        if head.pos in {"VERB", "AUX"}:
            return _controller(page, i, head, depth)
        return _surface_subject(page, head.i, depth + 1)
    if word.dep == "prep" and word.lower == "of" and page.words[word.head].pos == "NOUN":
        return possessors(page, word.head) or _surface_subject(page, clause_of(page, word.head), depth + 1)
    if word.dep == "prep" or page.words[word.head].dep in {"prep"} or (word.dep == "advmod" and word.pos == "ADV"):
        return _surface_subject(page, word.head, depth + 1)
    return []


def _ranked(page: Parsed, noun: Word, depth: int) -> list[int]:
    """ "Chile and Peru became the first to sign it", "was among the states to sign it": who is said to be the noun."""
    above = page.words[noun.head]
    if above.lower == "by" and page.words[above.head].lemma == "vote":  # "voted by a wide margin to leave it"
        return _surface_subject(page, above.head, depth + 1)
    if noun.dep == "attr" or (noun.dep == "pobj" and above.lower in {"among", "of"}):
        return _surface_subject(page, clause_of(page, above.i), depth + 1)
    return with_conjuncts(page, noun.i)


def _lent_by_for(page: Parsed, i: int) -> int | None:
    """ "The way is clear for the treaty to take effect": the noun between "for" and the infinitive."""
    to = next((c for c in page.words[i].children if page.words[c].lower == "to" and page.words[c].dep == "aux"), 0)
    for above in (page.words[to - 1], *page.ancestors(to - 1)) if to else ():
        if above.dep == "pobj" and above.i < to:
            return above.i if page.words[above.head].lower == "for" else None
    return None


def _kept_or_accused(page: Parsed, word: Word) -> list[int]:
    """ "accused Chile of breaking it", "helped Fiji in joining": whom the verb above is done to."""
    preposition = page.words[word.head]
    above = preposition.head
    if page.words[above].dep == "dobj" and page.words[page.words[above].head].lemma in word_list("accusing"):
        return with_conjuncts(page, above)  # "accused [the other of breaking it]"
    helped = preposition.lower == "in" and page.words[above].lemma in word_list("helping")
    if not (helped or preposition.lower in {"of", "from"}) or page.words[above].pos != "VERB":
        return []
    found = _surface_subject(page, above) if is_passive(page, above) else [w.i for w in children(page, above, "dobj")]
    return [c for one in found if one < word.i for c in with_conjuncts(page, one)]


def _controller(page: Parsed, i: int, head: Word, depth: int) -> list[int]:
    """Whose act an infinitive or participle is: the object of "asked Iran to sign", else the governing subject."""
    if page.words[i].dep in {"xcomp", "ccomp"}:
        given = [w.i for w in children(page, head.i, "dobj", "dative") if w.i < i and not _is_count(page, w)]
        if head.lemma in word_list("asking"):
            given += [w.i for on in children(page, head.i, "prep") for w in children(page, on.i, "pobj") if w.i < i]
        if given and any(page.words[c].lower == "to" for c in page.words[i].children):
            return [c for one in given for c in with_conjuncts(page, one)]
    return _surface_subject(page, head.i, depth + 1)


def _is_count(page: Parsed, noun: Word) -> bool:
    """ "needs thirty ratifications to take effect": what is counted takes no effect."""
    verb = page.words[noun.head]
    above = page.words[verb.head] if noun.dep == "nsubj" and verb.dep == "ccomp" and is_infinitive(page, verb) else verb
    return above.lemma in word_list("lacking") and noun.i > above.i and bool(children(page, noun.i, "nummod"))


def _lender_through_noun(page: Parsed, i: int, depth: int) -> list[int]:
    """A participle's noun does it ("a decree approving"); an infinitive's owner does ("Japan's plan to sign")."""
    noun = page.words[i].head
    if not any(page.words[c].lower == "to" for c in page.words[i].children):
        return with_conjuncts(page, antecedent(page, noun))
    owners = possessors(page, noun)
    return owners or _surface_subject(page, clause_of(page, noun), depth + 1)


def _shared_object(page: Parsed, i: int) -> list[int]:
    """ "signed and ratified the treaty": the object stands once, with the other verb.

    A verb that goes somewhere of its own shares none: "return to the table and discuss the treaty".
    """
    if any(w.lower in _TO_ELSEWHERE for w in children(page, i, "prep")):
        return []
    for other in children(page, i, "conj"):
        if other.pos == "VERB" and not _own_subject(page, other.i):
            return [w.i for w in children(page, other.i, "dobj")]
    return []
