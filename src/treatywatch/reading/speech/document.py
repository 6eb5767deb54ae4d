"""Nouns whose clause tells what was said: "X's claim that …"."""

from collections.abc import Iterator

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.speech import grammar
from treatywatch.reading.speech.found import Found
from treatywatch.reading.speech.lexicon import phrases


def documents(parsed: Parsed) -> Iterator[Found]:
    """Every cue of the pattern ``document``, in text order."""
    table = phrases("document")
    for noun in parsed.words:
        if noun.pos != "NOUN" or noun.lemma not in table:
            continue
        start = _that_clause(parsed, noun)
        if start is None or not _owned(parsed, noun):
            continue
        stop = parsed.subtree(parsed.words[start - 1].head)[-1] + 1
        content = grammar.trimmed(parsed, start, stop - 1)
        if content is not None:
            low = grammar.phrase(parsed, noun.i)[0]
            cue = (parsed.words[low].start, noun.end)
            yield Found(table[noun.lemma][0][1], noun.i, noun.i, cue, content)


def _that_clause(parsed: Parsed, noun: Word) -> int | None:
    """Index of the first word after the "that" which opens the noun's own clause (never a relative one)."""
    at = noun.i + 1
    if at + 1 >= len(parsed.words) or parsed.words[at].lower != "that":
        return None
    that = parsed.words[at]
    clause = parsed.words[that.head]
    own = clause.dep in {"acl", "ccomp"} and clause.i > at and that.dep == "mark"
    return at + 1 if own else None


def _owned(parsed: Parsed, noun: Word) -> bool:
    """Whether the text says whose words they are."""
    owners = (parsed.words[i] for i in noun.children if i < noun.i)
    return any(word.dep == "poss" or word.pos == "PROPN" for word in owners)
