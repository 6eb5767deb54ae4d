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
    """Index of the first word after the "that" which opens the noun's own clause, never a relative one.

    It hangs on the noun ("Berg's claim that …") or on the verb that equates the two ("Berg's answer was that …").
    """
    above = parsed.words[noun.head]
    equated = above.children if noun.dep == "nsubj" and above.lemma == "be" else ()
    for i in (*noun.children, *equated):
        clause = parsed.words[i]
        if clause.dep in {"acl", "ccomp"} and i > noun.i:
            for j in clause.children:
                that = parsed.words[j]
                if that.lower == "that" and that.dep == "mark" and j > noun.i:
                    return j + 1
    return None


def _owned(parsed: Parsed, noun: Word) -> bool:
    """Whether the text says whose words they are."""
    owners = [parsed.words[i] for i in noun.children]
    before = any(word.i < noun.i and (word.dep == "poss" or word.pos == "PROPN") for word in owners)
    return before or any(word.dep == "prep" and word.lower in {"by", "from", "of"} for word in owners)
