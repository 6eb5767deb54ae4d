"""Which agreement a noun or pronoun stands for."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.grammar import children, noun_arguments, possessors
from treatywatch.reading.mentions.resolve import Coreference
from treatywatch.reading.nouns import is_carrier, is_instrument, is_measure

_POINTING = frozenset({"it", "this", "that", "which", "them", "they", "both", "these", "one", "itself"})


def agreement_of(page: Parsed, coreference: Coreference, i: int, depth: int = 0) -> list[tuple[int, int]]:
    """The agreements that the noun or pronoun ``i`` stands for or carries ("its participation in the treaty")."""
    if named := [n for n in coreference.every_named(i) if _is_head_or_name(page, coreference, i, n)]:
        return [(number, i) for number in named]
    word = page.words[i]
    if word.lower in {"former", "latter"} and word.dep != "amod":
        paired = coreference.paired(i, latter=word.lower == "latter")
        return [] if paired is None else [(paired, i)]
    if word.lower in _POINTING:
        ahead = _named_ahead(page, coreference, word)
        before = None if _points_to_measure(page, coreference, i) else coreference.before(i)
        told = before if ahead is None else ahead
        return [] if told is None else [(told, i)]
    if depth < 4 and (is_carrier(word.lower) or is_carrier(word.lemma) or word.tag == "VBG"):
        for one in _carried_by(page, word):
            found = agreement_of(page, coreference, one, depth + 1)
            if found:
                return found
    return []


def _named_ahead(page: Parsed, coreference: Coreference, word: Word) -> int | None:
    """ "A decade after it was signed, the treaty …": the subject of the main clause that follows its own."""
    verb = page.words[word.head]
    above = page.words[verb.head]
    if word.lower != "it" or verb.dep != "advcl" or above.i < verb.i:
        return None
    named = [s.i for s in children(page, above.i, "nsubj", "nsubjpass") if s.i > verb.i]
    return coreference.named(named[0]) if named else None


def may_stand_for_agreement(page: Parsed, coreference: Coreference, i: int) -> bool:
    """Whether the noun or pronoun ``i`` may mean an agreement, be it one that nothing on the page tells."""
    word = page.words[i]
    known = word.lower in _POINTING or bool(agreement_of(page, coreference, i)) or word.tag in {"CD", "WDT", "WP"}
    if known or is_instrument(word.lemma):
        return True
    if is_numbered(page, i):
        return True
    own_name = any(w.text[:1].isupper() for w in children(page, i, "compound", "nmod", "amod"))
    if is_measure(word.lemma.lower()):
        return not own_name  # "the bill", but not "the Farm Act"
    if word.lemma == "amendment" and own_name:
        return False  # "signed the Rojas amendment into law"
    return is_carrier(word.lower) and not noun_arguments(page, i, "of")


def is_numbered(page: Parsed, i: int) -> bool:
    """Whether a bill or law is called by its number alone: "Bill C-11", "Law No. 309", "decree 7-2026".

    A number tells no matter, so it may be the bill that carries the agreement of its page.
    """
    word = page.words[i]
    if not (word.lower in {"no", "no."} or any(letter.isdigit() for letter in word.text)):
        return False
    before = children(page, i, "compound", "nmod")
    return bool(before) and is_measure(before[-1].lower)


def _carried_by(page: Parsed, word: Word) -> list[int]:
    """What a noun such as "participation" may carry: all that hangs on it."""
    i = word.i
    below = [
        *noun_arguments(page, i, "of", "in", "under", "to", "from", "with", "on", "for", "by"),
        *possessors(page, i),
    ]
    below += [w.i for w in children(page, i, "compound", "dobj", "nmod", "amod")]
    if word.dep == "dobj":  # "suspends compliance with it": the parser may hang the preposition on the verb
        below += [o for o in noun_arguments(page, word.head, "of", "in", "with", "under") if o > i]
    return below


def _points_to_measure(page: Parsed, coreference: Coreference, i: int) -> bool:
    """ "a decree of the president, who signed it": the bill or decree named last in the sentence is meant."""
    first = page.sentences[page.words[i].sentence][0]
    for at in range(i - 1, first - 1, -1):
        if coreference.named(at) is not None:
            return False
        if page.words[at].pos == "PROPN" and is_measure(page.words[at].lower):
            return True  # "introduced the Farm Act in May, and it has been referred to the Senate"
        if page.words[at].pos == "NOUN" and is_measure(page.words[at].lemma):
            return page.words[at].lemma in {"decree", "order", "ordinance", "motion", "resolution"}
    return False


def _is_head_or_name(page: Parsed, coreference: Coreference, i: int, number: int) -> bool:
    """A word inside a mention stands for it when it is its noun or one of its capitals, not a party named in it."""
    if any(page.words[c].dep in {"relcl", "acl"} for c in page.words[i].children):
        return True  # "a treaty with Peru, which is to be signed": the clause hangs on the last word of the name
    return any(
        m.head == i or (m.span.start <= page.words[i].start < m.span.end and _tops(page, i, m.span.start, m.span.end))
        for m in coreference.clusters[number].mentions
    )


def _tops(page: Parsed, i: int, start: int, end: int) -> bool:
    head = page.words[page.words[i].head]
    return head.i == i or not start <= head.start < end
