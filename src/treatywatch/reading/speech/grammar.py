"""What the rules ask of a sentence: the subject of a verb, the extent of a noun phrase, the pieces of a sentence."""

from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import islice

from treatywatch.language.parse import Parsed, Word

# How far up a reader follows a chain of verbs, and how many words of one sentence are looked at from a place in it.
_DEPTH = 25
_BREADTH = 250

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_IN_PHRASE = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART"})
_CLAUSE = frozenset({"relcl", "acl", "advcl", "ccomp", "punct", "cc", "dep", "parataxis"})


def lemma_in(word: Word, table: Container[str]) -> str | None:
    """The dictionary form of a verb that ``table`` holds, or None.

    The parser's own form comes first; it takes "hopes" for a form of "hop", so the plain endings are tried as well.
    """
    return next((form for form in _tried(word.lower, word.lemma) if form in table), None)


@lru_cache(maxsize=10_000)
def _tried(low: str, lemma: str) -> tuple[str, ...]:
    stems = [low.removesuffix(ending) for ending in ("s", "es", "d", "ed", "ing") if low.endswith(ending)]
    return (lemma, *stems, *(stem + "e" for stem in stems))


def subject(parsed: Parsed, verb: Word) -> int | None:
    """Index of the word that does what ``verb`` says, over relative clauses, participles and coordination."""
    for _ in range(_DEPTH):
        own = _own_subject(parsed, verb)
        if own is not None:
            return own
        above = parsed.words[verb.head]
        shares = verb.dep == "conj" or (verb.dep in {"xcomp", "advcl"} and verb.tag in {"VBG", "VB", "VBN"})
        if not shares or above.i >= verb.i or above.pos not in {"VERB", "AUX"}:
            return verb.head if verb.dep == "acl" else None
        verb = above
    return None


def governors(parsed: Parsed, word: Word) -> Iterator[Word]:
    """The words above ``word``, nearest first, as far up as a reader would follow."""
    return islice(parsed.ancestors(word.i), _DEPTH)


def _own_subject(parsed: Parsed, verb: Word) -> int | None:
    for i in verb.children:
        child = parsed.words[i]
        if child.dep in SUBJECTS and child.pos not in {"VERB", "AUX"}:
            if child.lower in RELATIVES and verb.dep == "relcl":
                return verb.head
            return i
    return None


def beside(parsed: Parsed, verb: Word) -> int | None:
    """Index of the noun that stands right before ``verb``, or after it when a comma or quotation mark precedes."""
    first = first_of_group(parsed, verb)
    at = first - 1
    if at < 0 or parsed.words[at].sentence != verb.sentence:
        return None
    before = parsed.words[at]
    if before.pos in NOMINAL and before.lower not in RELATIVES:
        return at
    if before.text not in {",", '"', "“", "”", "'", "’", "-", "–", "—"}:
        return None
    behind = None if verb.lemma == "tell" else _phrase_after(parsed, verb)
    if behind is not None and parsed.words[behind].pos == "PRON" and parsed.words[behind].head > behind:
        behind = None  # "Anna Berg, who leads it, said she would sign it": she does not say so
    return behind if behind is not None else _explained_before(parsed, at)


def _explained_before(parsed: Parsed, comma: int) -> int | None:
    """ "…," the minister, Anna Berg, told reporters": the post, when the comma closes the name that explains it."""
    word = parsed.words[comma - 1]
    if parsed.words[comma].text != ",":
        return None
    if word.dep != "appos" or word.pos not in NOMINAL:
        return _told_of_before(parsed, word)
    while word.dep == "appos" and not any(w.text in _QUOTES for w in parsed.words[word.head : word.i]):
        word = parsed.words[word.head]
    return word.i


def _told_of_before(parsed: Parsed, last: Word) -> int | None:
    """ "In Oslo, Anna Berg, who leads it, said": the name that a clause up to ``last`` tells of, hung on the place."""
    for word in governors(parsed, last):
        if word.pos in NOMINAL:
            return next((i for i in (word.i, *word.children) if _is_set_apart(parsed, i, last.i)), None)
    return None


def _is_set_apart(parsed: Parsed, i: int, last: int) -> bool:
    word = parsed.words[i]
    comma = parsed.words[phrase(parsed, i)[0] - 1].text == ","
    return word.dep in {"appos", "conj"} and word.pos == "PROPN" and comma and parsed.subtree(i)[-1] <= last + 1


def _phrase_after(parsed: Parsed, verb: Word) -> int | None:
    last = None
    for i in range(verb.i + 1, parsed.sentences[verb.sentence].stop):
        word = parsed.words[i]
        if word.pos not in _IN_PHRASE and not (word.lower == "of" and last is not None):
            break
        if word.pos in NOMINAL:
            last = i
    return last


def first_of_group(parsed: Parsed, verb: Word) -> int:
    """Index of the first word of the verb group (auxiliaries, adverbs, negation) that ends in ``verb``."""
    at = verb.i
    while at - 1 >= parsed.sentences[verb.sentence].start:
        word = parsed.words[at - 1]
        if word.pos == "AUX" or (word.pos == "ADV" and word.head == verb.i) or word.dep in {"aux", "auxpass", "neg"}:
            at -= 1
        else:
            break
    return at


def phrase(parsed: Parsed, head: int, barred: int | None = None) -> tuple[int, int]:
    """First and last word index of the noun phrase around ``head``, without relative clauses.

    ``barred`` is a word the phrase must not reach (the verb whose subject it is).
    """
    low, high = head, head
    todo = [head]
    while todo:
        word = parsed.words[todo.pop()]
        for i in word.children:
            child = parsed.words[i]
            if child.dep in _CLAUSE or child.sentence != word.sentence:
                continue
            if barred is not None and (low <= barred <= i or i <= barred <= high):
                continue
            low, high = min(low, i), max(high, i)
            todo.append(i)
    return low, high


def with_name(parsed: Parsed, last: int) -> int:
    """``last``, or the last of the proper nouns that follow it at once ("the news agency Norden")."""
    while last + 1 < len(parsed.words) and parsed.words[last + 1].pos == "PROPN":
        last += 1
    return last


def pieces(parsed: Parsed, sentence: int) -> Iterator[range]:
    """The stretches of a sentence between semicolons, as ranges of word indices."""
    words = parsed.sentences[sentence]
    start = words.start
    for i in words:
        if parsed.words[i].text == ";":
            if i > start:
                yield range(start, i)
            start = i + 1
    if start < words.stop:
        yield range(start, words.stop)


def piece_of(parsed: Parsed, i: int) -> range:
    """The stretch between semicolons in which word ``i`` stands."""
    sentence = parsed.sentences[parsed.words[i].sentence]
    first, last = max(sentence.start, i - _BREADTH), min(sentence.stop, i + _BREADTH)
    start = next((at + 1 for at in range(i - 1, first - 1, -1) if parsed.words[at].text == ";"), first)
    stop = next((at for at in range(i, last) if parsed.words[at].text == ";" and at > start), last)
    return range(start, stop)


def trimmed(parsed: Parsed, first: int, last: int) -> tuple[int, int] | None:
    """Character offsets of the words ``first`` to ``last`` without the commas and stops around them; None if empty."""
    while first <= last and parsed.words[first].text in _EDGE:
        first += 1
    while last >= first and parsed.words[last].text in _EDGE:
        last -= 1
    return (parsed.words[first].start, parsed.words[last].end) if first <= last else None


_QUOTES = frozenset({'"', "“", "”", "''", "``"})
_EDGE = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "!", "?"})
