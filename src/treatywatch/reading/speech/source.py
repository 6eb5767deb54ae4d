"""Phrases that name a source: "according to X", "in X's view", "in the words of X"."""

from collections.abc import Iterator

from treatywatch.language.parse import Parsed
from treatywatch.reading.speech import grammar
from treatywatch.reading.speech.found import Found
from treatywatch.reading.speech.lexicon import phrases
from treatywatch.reading.speech.quotes import quotations

_REACH = 12


def sources(parsed: Parsed) -> Iterator[Found]:
    """Every cue of the pattern ``source``, in text order."""
    table = phrases("source")
    for word in parsed.words:
        for rest, rule in table.get(word.lower, ()):
            place = _slot(parsed, word.i, rest.split())
            if place is None or (word.lower == "per" and not _is_source(parsed, word.i + 1)):
                continue
            who, last = place
            content = _content(parsed, word.i, last)
            if content is not None:
                cue = (word.start, parsed.words[last].end)
                yield Found(rule, word.i, who, cue, content, needs_mind=True)
                break


def _is_source(parsed: Parsed, at: int) -> bool:
    """Whether what follows "per" may be whose word it is: "per the ministry", never "98 per cent"."""
    return parsed.words[at].lower == "the" or parsed.words[at].pos == "PROPN"


def _slot(parsed: Parsed, at: int, rest: list[str]) -> tuple[int, int] | None:
    """The speaker's word and the phrase's last word where the words ``rest`` follow; ``*`` is the speaker's place."""
    stop = parsed.sentences[parsed.words[at].sentence].stop
    if "*" not in rest:
        if [word.lower for word in parsed.words[at + 1 : at + 1 + len(rest)]] != rest:
            return None
        return _phrase_from(parsed, at + len(rest) + 1, stop)
    if rest == ["*"]:
        return _opening(parsed, at, stop)
    for i in range(at + 1, min(at + _REACH, stop)):
        word = parsed.words[i]
        if word.lower == rest[-1]:
            return _owner(parsed, i)
        if word.pos in {"VERB", "PUNCT", "AUX", "SCONJ", "CCONJ"}:
            return None
    return None


def _owner(parsed: Parsed, noun: int) -> tuple[int, int] | None:
    owner = next((i for i in parsed.words[noun].children if parsed.words[i].dep == "poss"), None)
    return (owner, noun) if owner is not None else None


def _phrase_from(parsed: Parsed, first: int, stop: int) -> tuple[int, int] | None:
    """The head of the noun phrase that starts at ``first``: the noun there that no other word in it governs."""
    if first >= stop:
        return None
    at = first
    for i in range(first, min(first + _REACH, stop)):
        if parsed.words[i].dep in {"pobj", "dobj"} and parsed.words[i].head < first and not _second(parsed, at, i):
            at = i
            break
        if parsed.words[i].pos == "PRON" and i > at:
            break
        if parsed.words[i].pos in grammar.NOMINAL:
            at = i
        elif parsed.words[i].text == ",":
            break
    if parsed.words[at].pos not in grammar.NOMINAL:
        return None
    return at, grammar.with_name(parsed, max(grammar.phrase(parsed, at)[1], at))


def _second(parsed: Parsed, at: int, i: int) -> bool:
    """Whether a pronoun starts another phrase ("according to the council nothing changes")."""
    return i > at and parsed.words[i].pos == "PRON"


def _opening(parsed: Parsed, at: int, stop: int) -> tuple[int, int] | None:
    """ "To X it means …": a person's or a body's name, or a pronoun, that opens the sentence or its piece."""
    piece = grammar.piece_of(parsed, at)
    if at != piece.start or at + 2 >= stop:
        return None
    end = at + 1
    while end + 1 < stop and parsed.words[end + 1].pos == "PROPN":
        end += 1
    after = parsed.words[end + 1] if end + 1 < stop else None
    opens = after is not None and (after.pos == "PRON" or after.dep in grammar.SUBJECTS or after.pos == "DET")
    proper = parsed.words[end].pos == "PROPN" or parsed.words[end].lower in {"him", "her", "them"}
    return (end, end) if opens and proper else None


def _content(parsed: Parsed, first: int, last: int) -> tuple[int, int] | None:
    own = _quotation_behind(parsed, last)
    if own is not None:
        return own
    piece = grammar.piece_of(parsed, first)
    before = parsed.words[first - 1] if first > piece.start else None
    if before is None or first <= piece.start + 1 or before.pos in {"SCONJ", "CCONJ"}:
        return grammar.trimmed(parsed, last + 1, piece.stop - 1)
    if before.text in {",", ":"} and not _ends(parsed, last, piece):
        return grammar.trimmed(parsed, piece.start, piece.stop - 1)
    return grammar.trimmed(parsed, piece.start, first - 1)


def _quotation_behind(parsed: Parsed, last: int) -> tuple[int, int] | None:
    """ "in the words of Berg, “a dead letter”": her words are those in the marks."""
    end = parsed.words[last].end
    found = (span for span in quotations(parsed.text, end, end) if end <= span[0])
    span = next(found, None)
    return span if span and not parsed.text[end : span[0]].strip(" ,:") else None


def _ends(parsed: Parsed, last: int, piece: range) -> bool:
    return piece.stop - last <= 3
