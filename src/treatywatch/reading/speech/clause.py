"""Verbs whose clause tells what was said: "X said that …", "…, X said, …", "said X: …"."""

from collections.abc import Iterator

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.speech import grammar
from treatywatch.reading.speech.found import Found, auxiliaries, clause_end, cue_span, matches
from treatywatch.reading.speech.lexicon import phrases
from treatywatch.reading.speech.quotes import quotations
from treatywatch.reading.speech.teller import CLOSING, quoted_as, speaker_of

_NOT_YET = frozenset(
    {"will", "would", "may", "might", "could", "should", "must", "shall", "'ll", "'d", "not", "n't", "never"}
)
_NEAR = 70
_STOPS = frozenset({".", ";", "(", ")"})
_NOTHING = frozenset({"nothing", "little", "much", "something", "anything", "more"})
_NO_CONTENT = frozenset({"what", "so", "because", "since", "although", "each"})
_OPENING = frozenset({'"', "“", "``", "‘", "«"})
_TO_SOMEONE = frozenset(
    {"tell", "inform", "notify", "assure", "remind", "warn", "brief", "advise", "caution", "reassure", "let"}
)
_DOING = frozenset({"go", "continue", "hasten", "happen", "take", "use", "like", "love", "tend", "begin", "start"})
_INNER = frozenset({"relcl", "acl", "advcl", "pcomp"})


def clauses(parsed: Parsed) -> Iterator[Found]:
    """Every cue of the pattern ``clause``, in text order."""
    table = phrases("clause")
    for verb in parsed.words:
        told = verb.tag[:2] == "VB" or _is_present_misread(parsed, verb)
        lemma = grammar.lemma_in(verb, table) if told else None
        if lemma is not None:
            for rest, rule in table[lemma]:
                last = matches(parsed, verb, rest)
                if last is not None:
                    found = _found(parsed, verb, last, rule)
                    if found is not None:
                        yield found
                    break


def _is_present_misread(parsed: Parsed, word: Word) -> bool:
    """ "The talks are over, the ministry notes in a letter": a plural with a clause below, which no noun has."""
    left = (parsed.words[i] for i in word.children if i < word.i)
    return word.tag == "NNS" and word.dep == "ROOT" and any(below.dep == "ccomp" for below in left)


def _found(parsed: Parsed, verb: Word, last: int, rule: str) -> Found | None:
    if auxiliaries(parsed, verb) & _NOT_YET or _intended(parsed, verb):
        return None
    who, after = speaker_of(parsed, verb, last)
    if who is None:
        return None
    content = _content(parsed, verb, who, after)
    if content is None:
        return None
    return Found(rule, verb.i, who, cue_span(parsed, who, verb.i, max(after, last)), content)


def _intended(parsed: Parsed, verb: Word) -> bool:
    """Whether the saying is only meant or refused: "is to announce", "declined to say", but not "went on to say"."""
    above = parsed.words[verb.head].lemma
    return verb.tag == "VB" and verb.dep == "xcomp" and above not in _DOING


def _content(parsed: Parsed, verb: Word, who: int, after: int) -> tuple[int, int] | None:
    inverted = who > verb.i and "auxpass" not in {parsed.words[i].dep for i in verb.children}
    direct = _quotation_after(parsed, verb, who, after)
    if direct is not None:
        return direct
    aside = inverted or _left_complement(parsed, verb) or verb.dep == "parataxis"
    if aside or _parenthetical(parsed, verb, who, after):
        return _content_around(parsed, verb, who, after) or _content_after(parsed, verb, after)
    return _content_after(parsed, verb, after) or _content_around(parsed, verb, who, after)


def _quotation_after(parsed: Parsed, verb: Word, who: int, after: int) -> tuple[int, int] | None:
    """The quotation that follows the cue at once, unless one has just ended before it."""
    before = _before(parsed, verb, who)
    if _interrupts(parsed, verb, before):
        return None
    if before >= 1 and (parsed.words[before].text in CLOSING or parsed.words[before - 1].text in CLOSING):
        return None
    tail = parsed.words[after].end
    for low, high in quotations(parsed.text, tail, tail):
        if tail <= low <= tail + _NEAR:
            between = parsed.between(tail, low)
            plain = all(word.pos not in {"VERB", "AUX", "SCONJ"} and word.text not in _STOPS for word in between)
            return (low, high) if plain and parsed.text[tail:low].rstrip()[-1:] in {",", ":"} else None
    return None


def _interrupts(parsed: Parsed, verb: Word, before: int) -> bool:
    """Whether the cue stands between a subject and its verb: "The pact, Berg said, "is dead"."""
    piece = grammar.piece_of(parsed, verb.i)
    return any(
        parsed.words[i].dep in grammar.SUBJECTS and parsed.words[i].head > verb.i
        for i in range(piece.start, before + 1)
    )


def _parenthetical(parsed: Parsed, verb: Word, who: int, after: int) -> bool:
    """Whether the cue stands between commas: "If it fails, she said on Monday, talks will resume"."""
    before = _before(parsed, verb, who)
    if before < parsed.sentences[verb.sentence].start or parsed.words[before].text not in {","} | CLOSING:
        return False
    stop = parsed.sentences[verb.sentence].stop
    for word in parsed.words[after + 1 : min(after + 8, stop)]:
        if word.text == ",":
            quote = word.i + 1 < stop and parsed.words[word.i + 1].text in _OPENING
            return not quote or parsed.words[before - 1].text in CLOSING or parsed.words[before].text in CLOSING
        if word.pos in {"VERB", "AUX", "SCONJ"}:
            return False
    return False


def _before(parsed: Parsed, verb: Word, who: int) -> int:
    """Index of the word before the cue."""
    first = grammar.first_of_group(parsed, verb)
    return min(first, grammar.phrase(parsed, who, verb.i)[0]) - 1 if who < verb.i else first - 1


def _content_after(parsed: Parsed, verb: Word, after: int) -> tuple[int, int] | None:
    start = _complement_start(parsed, verb, after)
    if start is None:
        return None
    stop = clause_end(parsed, verb, start)
    return grammar.trimmed(parsed, start, stop - 1)


def _complement_start(parsed: Parsed, verb: Word, after: int) -> int | None:
    for i in verb.children:
        child = parsed.words[i]
        if child.dep in {"ccomp", "xcomp"} and i > after and _is_clause(parsed, child, verb):
            start = max(after + 1, parsed.subtree(i)[0])
            if parsed.words[start].lower in _NO_CONTENT:
                continue
            return _past_that(parsed, verb, start)
    return _opened(parsed, verb, after)


def _is_clause(parsed: Parsed, child: Word, verb: Word) -> bool:
    if child.dep == "xcomp":
        return verb.lemma in {"promise", "pledge", "vow", "swear", "say", "report", "claim", "allege"}
    return any(parsed.words[i].dep in grammar.SUBJECTS or parsed.words[i].dep == "expl" for i in child.children) or any(
        parsed.words[i].lower == "that" for i in child.children
    )


def _past_that(parsed: Parsed, verb: Word, start: int) -> int:
    """Skip what stands before "that" (an adverbial of the reporting verb) and the word itself."""
    for i in range(start, min(start + 12, parsed.sentences[verb.sentence].stop)):
        that = parsed.words[i]
        if that.lower == "that" and that.dep in {"mark", "advmod"} and parsed.words[that.head].dep != "conj":
            return i + 1
    opening = parsed.words[start : start + 2]
    demonstrative = len(opening) < 2 or opening[0].lower != "that" or opening[1].pos in {"VERB", "AUX", "PART"}
    return start if demonstrative else start + 1


def _opened(parsed: Parsed, verb: Word, after: int) -> int | None:
    """Where content starts that only "that", a colon or a quotation mark announces."""
    stop = parsed.sentences[verb.sentence].stop
    for i in range(after + 1, min(after + 16, stop)):
        word = parsed.words[i]
        if word.lower == "that" and word.dep == "mark" and i + 1 < stop:
            return i + 1
        if word.text in _OPENING and not _closes(parsed, verb, i) and not _has_object(parsed, verb, after):
            return i
        if word.text == ":" and i + 1 < stop and not _has_text_before(parsed, verb):
            return i + 1
        if word.text in {".", ";"} or (word.pos in {"VERB", "CCONJ"} and word.tag != "VBG"):
            return None
    return None


def _closes(parsed: Parsed, verb: Word, at: int) -> bool:
    piece = grammar.piece_of(parsed, verb.i)
    marks = [i for i in range(piece.start, at) if parsed.words[i].text in _OPENING | CLOSING]
    return len(marks) % 2 == 1


def _has_text_before(parsed: Parsed, verb: Word) -> bool:
    piece = grammar.piece_of(parsed, verb.i)
    return any(parsed.words[i].text in {","} | CLOSING for i in range(piece.start, verb.i))


def _content_around(parsed: Parsed, verb: Word, who: int, after: int) -> tuple[int, int] | None:
    """What stands before the cue, and after it when the sentence goes on."""
    piece = grammar.piece_of(parsed, verb.i)
    before = _before(parsed, verb, who)
    if _has_object(parsed, verb, who):
        return None
    if _marked_as(parsed, verb):
        return _around_as(parsed, verb, piece, before + 1, after)
    if verb.dep in _INNER and not _can_follow(parsed, verb):
        return None
    if before < piece.start + 1 or parsed.words[before].text not in {",", "-", "–", "—"} | CLOSING | {"?", "!"}:
        return _so(parsed, verb) or _outcry(parsed, before + 1)
    rest = _resumes(parsed, after, piece)
    if not rest and _only_sets_scene(parsed, piece.start, before):
        return None
    return grammar.trimmed(parsed, piece.start, piece.stop - 1 if rest else before)


def _only_sets_scene(parsed: Parsed, first: int, last: int) -> bool:
    """ "The night before, in committee, Norway had insisted on a vote": when and where, and nothing that was said."""
    words = parsed.words[first : last + 1]
    if any(word.pos in {"VERB", "AUX"} or word.text in _OPENING for word in words):
        return False
    tops = [word for word in words if not first <= word.head <= last and word.pos != "PUNCT"]
    return all(word.dep in {"prep", "npadvmod", "advmod"} for word in tops)


def _has_object(parsed: Parsed, verb: Word, who: int) -> bool:
    """Whether the verb has an object of its own that is no listener: "the union announced a payment system"."""
    if verb.lemma in _TO_SOMEONE:
        return False
    objects = (parsed.words[i] for i in verb.children if parsed.words[i].dep == "dobj")
    thing = (word for word in objects if word.pos in {"NOUN", "PROPN"} or word.lower in _NOTHING)
    stop = grammar.piece_of(parsed, verb.i).stop
    return any(verb.i < word.i < stop and word.i != who for word in thing)


def _left_complement(parsed: Parsed, verb: Word) -> bool:
    return any(parsed.words[i].dep == "ccomp" and i < verb.i for i in verb.children)


def _can_follow(parsed: Parsed, verb: Word) -> bool:
    """Whether a verb that stands below another may still report what precedes it."""
    return _left_complement(parsed, verb) or _stands_alone(parsed, verb) or quoted_as(parsed, verb) is not None


def _stands_alone(parsed: Parsed, verb: Word) -> bool:
    """Whether a verb that the parse subordinates has a subject of its own and no conjunction."""
    deps = {parsed.words[i].dep for i in verb.children if parsed.words[i].lower not in grammar.RELATIVES}
    return verb.tag in {"VBD", "VBZ", "VBP"} and bool(deps & grammar.SUBJECTS) and "mark" not in deps


def _marked_as(parsed: Parsed, verb: Word) -> bool:
    return any(parsed.words[i].lower == "as" and i < verb.i for i in verb.children)


def _around_as(parsed: Parsed, verb: Word, piece: range, first: int, after: int) -> tuple[int, int] | None:
    """ "As X puts it, …" and "…, as X puts it"."""
    if first - 2 <= piece.start:
        comma = next((i for i in range(after, piece.stop) if parsed.words[i].text == ","), None)
        return grammar.trimmed(parsed, comma, piece.stop - 1) if comma is not None else None
    rest = _resumes(parsed, after, piece)
    return grammar.trimmed(parsed, piece.start, piece.stop - 1 if rest else first - 2)


def _resumes(parsed: Parsed, after: int, piece: range) -> bool:
    """Whether the sentence goes on with what was said after the cue and its adverbials."""
    for i in range(after + 1, piece.stop):
        if parsed.words[i].text in {",", ":", "-", "–", "—"} | _OPENING:
            about_speaker = i + 1 < piece.stop and parsed.words[i + 1].lower in grammar.RELATIVES
            return piece.stop - i > 3 and not about_speaker
    return False


def _outcry(parsed: Parsed, first: int) -> tuple[int, int] | None:
    """ "“What a treaty!” Berg said": the quotation right before the cue that opens a sentence at ``first``."""
    start = parsed.words[first].start
    if first > parsed.sentences[parsed.words[first].sentence].start or not parsed.text[:start].strip():
        return None
    return next((span for span in quotations(parsed.text, start, start) if span[1] in {start, start - 1}), None)


def _so(parsed: Parsed, verb: Word) -> tuple[int, int] | None:
    """ "X told reporters so": what was said is the sentence before."""
    here = parsed.words[verb.i + 1 : verb.i + 4]
    if verb.sentence == 0 or not any(word.lower == "so" and word.head == verb.i for word in here):
        return None
    return parsed.sentence_span(verb.sentence - 1)
