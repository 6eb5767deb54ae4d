"""Verbs and adjectives by which someone holds a view: "X calls it a breakthrough", "X is confident that …"."""

from collections.abc import Iterator

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.speech import grammar
from treatywatch.reading.speech.found import Found, auxiliaries, clause_end, cue_span, matches
from treatywatch.reading.speech.lexicon import phrases

_NOT_YET = frozenset({"will", "would", "may", "might", "could", "should", "must", "shall", "'ll", "'d"})
_JUDGING = frozenset({"see", "find", "want", "view", "consider", "regard", "count", "hold", "give", "value", "think"})
_SMALL = frozenset({"ccomp", "xcomp", "oprd", "acomp", "advcl"})


def stances(parsed: Parsed) -> Iterator[Found]:
    """Every cue of the patterns ``stance`` and ``quality``, in text order."""
    verbs, qualities = phrases("stance"), phrases("quality")
    for word in parsed.words:
        lemma = grammar.lemma_in(word, verbs) if word.tag[:2] == "VB" else None
        if lemma is not None:
            for rest, rule in verbs[lemma]:
                last = matches(parsed, word, rest)
                if last is not None:
                    yield from _held(parsed, word, last, rule)
                    break
        elif word.lemma in qualities and word.dep in {"acomp", "attr"}:
            yield from _felt(parsed, word, qualities[word.lemma][0][1])


def _held(parsed: Parsed, verb: Word, last: int, rule: str) -> Iterator[Found]:
    top = next((word for word in (verb, *grammar.governors(parsed, verb)) if word.dep != "conj"), verb)
    aside = top.dep in {"relcl", "acl"} and verb.tag != "VBG"
    if aside or auxiliaries(parsed, verb) & _NOT_YET or not _governs(parsed, verb, last):
        return
    who = _holder(parsed, verb)
    if who is None:
        return
    content = _clause_below(parsed, verb) or _predicate(parsed, verb, last)
    if content is not None:
        yield Found(rule, verb.i, who, cue_span(parsed, who, verb.i, last), content, needs_mind=True)


def _holder(parsed: Parsed, verb: Word) -> int | None:
    bare = verb.tag == "VBN" and not auxiliaries(parsed, verb)  # "if attacked", "the treaty called unfair"
    if "auxpass" in {parsed.words[i].dep for i in verb.children} or (bare and verb.dep in {"acl", "amod", "advcl"}):
        return None
    who = grammar.subject(parsed, verb)
    return who if who is not None and who < verb.i else None


def _governs(parsed: Parsed, verb: Word, last: int) -> bool:
    """Whether the verb has what makes it a judgement.

    Any complement will do, but "saw", "found" or "counted" in the past is one only with a second complement.
    """
    deps = {parsed.words[i].dep for i in verb.children if i > verb.i}
    if last > verb.i:
        return True
    if "prt" in deps:
        return False  # "has called off the talks"
    if verb.lemma in _JUDGING and verb.tag not in {"VBZ", "VBP"}:
        return verb.lemma != "see" and (bool(deps & (_SMALL - {"advcl"})) or _has_as(parsed, verb))
    return bool(deps & (_SMALL | {"dobj", "prep", "dative", "pobj"}))


def _has_as(parsed: Parsed, verb: Word) -> bool:
    return any(parsed.words[i].lower == "as" and parsed.words[i].dep == "prep" for i in verb.children)


def _clause_below(parsed: Parsed, verb: Word) -> tuple[int, int] | None:
    for i in verb.children:
        child = parsed.words[i]
        marked = any(parsed.words[j].dep in grammar.SUBJECTS | {"expl"} for j in child.children)
        if child.dep == "ccomp" and i > verb.i and marked:
            start = max(verb.i + 1, parsed.subtree(i)[0])
            start += parsed.words[start].lower == "that" and parsed.words[start].dep in {"mark", "advmod"}
            if start < len(parsed.words):
                return grammar.trimmed(parsed, start, clause_end(parsed, verb, start) - 1)
    return None


def _predicate(parsed: Parsed, verb: Word, last: int) -> tuple[int, int] | None:
    if last + 1 >= len(parsed.words) or parsed.words[last + 1].sentence != verb.sentence:
        return None
    stop = clause_end(parsed, verb, last + 1, shared=True)
    return grammar.trimmed(parsed, grammar.first_of_group(parsed, verb), stop - 1)


def _felt(parsed: Parsed, quality: Word, rule: str) -> Iterator[Found]:
    verb = parsed.words[quality.head]
    if verb.lemma not in {"be", "remain", "feel", "seem", "sound"} or auxiliaries(parsed, verb) & _NOT_YET:
        return
    who = _holder(parsed, verb)
    below = (*quality.children, *(i for i in verb.children if i > quality.i))
    if who is None or not any(parsed.words[i].dep in {"prep", "ccomp", "xcomp", "advcl"} for i in below):
        return
    content = _clause_below(parsed, quality) or _clause_below(parsed, verb) or _predicate(parsed, verb, quality.i)
    if content is not None:
        yield Found(rule, quality.i, who, cue_span(parsed, who, verb.i, quality.i), content, needs_mind=True)
