"""What a rule hands over before it is known who the speaker is."""

from typing import NamedTuple

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.speech import grammar

_FAR = 14


class Found(NamedTuple):
    """A cue with its content: ``who`` is the head word of the speaker's phrase, ``verb`` the word that reports.

    ``needs_mind`` says that the cue counts only if the speaker is one who can hold a view.
    """

    rule: str
    verb: int
    who: int
    cue: tuple[int, int]
    content: tuple[int, int]
    needs_mind: bool = False


def clause_end(parsed: Parsed, verb: Word, start: int, *, shared: bool = False) -> int:
    """Index after the last word of what ``verb`` reports from word ``start`` on.

    It ends with the piece of the sentence, with the verb's own clause where that is subordinate, or before a second
    verb of the same rank; with ``shared``, a second verb that has the same subject belongs to it still.
    """
    stop = grammar.piece_of(parsed, start).stop if start < len(parsed.words) else start
    if verb.dep in {"relcl", "acl", "advcl", "pcomp"}:
        stop = min(stop, parsed.subtree(verb.i)[-1] + 1)
    ranks = {verb.i, *(word.i for word in grammar.governors(parsed, verb))}
    for i in range(start, stop):
        word = parsed.words[i]
        if word.lower in {"while", "whereas"} and i > start and parsed.words[i - 1].text == ",":
            return i
        if word.dep == "conj" and word.head in ranks and word.pos in {"VERB", "AUX"} and word.i != verb.i:
            if (
                shared
                and word.head == verb.i
                and not any(parsed.words[j].dep in grammar.SUBJECTS for j in word.children)
            ):
                continue
            first = max(start, _left_edge(parsed, word))
            if first > start:
                return first
    return stop


def _left_edge(parsed: Parsed, word: Word) -> int:
    first = min([word.i, *(i for i in parsed.subtree(word.i) if i < word.i)])
    while first - 1 >= 0 and parsed.words[first - 1].text in {"and", "but", "or", "while", ",", "yet"}:
        first -= 1
    return first


def matches(parsed: Parsed, word: Word, rest: str) -> int | None:
    """Index of the last word of a verb with its particle ``rest``; None when the particle does not follow.

    ``* as`` asks for the word anywhere soon after the verb ("gave old age as the reason").
    """
    if not rest:
        return word.i
    if rest.startswith("* "):
        stop = parsed.sentences[word.sentence].stop
        far = {other.lower for other in parsed.words[word.i + 1 : min(word.i + _FAR, stop)]}
        return word.i if rest[2:] in far else None
    wanted = rest.split()
    for start in range(word.i + 1, min(word.i + 5, len(parsed.words) - len(wanted) + 1)):
        if [parsed.words[start + k].lower for k in range(len(wanted))] == wanted:
            near = all(
                parsed.words[j].pos not in {"ADP", "PUNCT", "VERB", "AUX", "SCONJ"} for j in range(word.i + 1, start)
            )
            last = start + len(wanted) - 1
            carried = rest == "it" and any(parsed.words[i].dep == "prep" for i in word.children)
            return last if near and not carried else None  # "we are putting it on hold"
    return None


def auxiliaries(parsed: Parsed, verb: Word) -> frozenset[str]:
    """The auxiliaries and negations that stand with ``verb``, in lower case; a bare second verb shares the first's."""
    kept = {"aux", "auxpass", "neg"}
    for word in (verb, *grammar.governors(parsed, verb)):
        own = frozenset(parsed.words[i].lower for i in word.children if parsed.words[i].dep in kept)
        if own or word.dep != "conj" or word.tag != "VB":
            return own
    return frozenset()


def cue_span(parsed: Parsed, who: int, verb: int, last: int) -> tuple[int, int]:
    """Characters of the reporting words, with the speaker's phrase where it stands next to them."""
    first, high = verb, max(verb, last)
    low, right = grammar.phrase(parsed, who, verb if who != verb else None)
    group = grammar.first_of_group(parsed, parsed.words[verb])
    if who <= verb and group - right <= 3:
        first = min(low, group)
    elif who > verb and low - high <= 3:
        high = max(high, right)
    return parsed.words[first].start, parsed.words[high].end
