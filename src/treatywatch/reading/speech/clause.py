"""Verbs whose clause tells what was said: "X said that …", "…, X said, …", "said X: …"."""

from collections.abc import Iterator

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.speech import grammar
from treatywatch.reading.speech.found import Found, auxiliaries, clause_end, cue_span, matches
from treatywatch.reading.speech.lexicon import phrases
from treatywatch.reading.speech.quotes import quotations

_NOT_YET = frozenset(
    {"will", "would", "may", "might", "could", "should", "must", "shall", "'ll", "'d", "not", "n't", "never"}
)
_QUOTING = frozenset({"quote", "cite", "report", "describe"})
_NEAR = 70
_STOPS = frozenset({".", ";", "(", ")"})
_NOTHING = frozenset({"nothing", "little", "much", "something", "anything", "more"})
_NO_CONTENT = frozenset({"what", "so", "because", "since", "although", "each"})
_OPENING = frozenset({'"', "“", "``", "‘", "«"})
_CLOSING = frozenset({'"', "”", "''", "’", "»"})
_TO_SOMEONE = frozenset(
    {"tell", "inform", "notify", "assure", "remind", "warn", "brief", "advise", "caution", "reassure", "let"}
)
_INNER = frozenset({"relcl", "acl", "advcl", "pcomp"})


def clauses(parsed: Parsed) -> Iterator[Found]:
    """Every cue of the pattern ``clause``, in text order."""
    table = phrases("clause")
    for verb in parsed.words:
        lemma = grammar.lemma_in(verb, table) if verb.tag[:2] == "VB" else None
        if lemma is not None:
            for rest, rule in table[lemma]:
                last = matches(parsed, verb, rest)
                if last is not None:
                    found = _found(parsed, verb, last, rule)
                    if found is not None:
                        yield found
                    break


def _found(parsed: Parsed, verb: Word, last: int, rule: str) -> Found | None:
    if auxiliaries(parsed, verb) & _NOT_YET or _intended(parsed, verb):
        return None
    who, after = _speaker(parsed, verb, last)
    if who is None:
        return None
    content = _content(parsed, verb, who, after)
    if content is None:
        return None
    return Found(rule, verb.i, who, cue_span(parsed, who, verb.i, max(after, last)), content)


def _intended(parsed: Parsed, verb: Word) -> bool:
    """Whether the saying is only meant or refused: "is to announce", "declined to say", but not "went on to say"."""
    above = parsed.words[verb.head].lemma
    return (
        verb.tag == "VB" and verb.dep == "xcomp" and above not in {"go", "continue", "hasten", "happen", "take", "use"}
    )


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
    if before >= 1 and (parsed.words[before].text in _CLOSING or parsed.words[before - 1].text in _CLOSING):
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
    if before < parsed.sentences[verb.sentence].start or parsed.words[before].text not in {","} | _CLOSING:
        return False
    stop = parsed.sentences[verb.sentence].stop
    for word in parsed.words[after + 1 : min(after + 8, stop)]:
        if word.text == ",":
            quote = word.i + 1 < stop and parsed.words[word.i + 1].text in _OPENING
            return not quote or parsed.words[before - 1].text in _CLOSING or parsed.words[before].text in _CLOSING
        if word.pos in {"VERB", "AUX", "SCONJ"}:
            return False
    return False


def _before(parsed: Parsed, verb: Word, who: int) -> int:
    """Index of the word before the cue."""
    first = grammar.first_of_group(parsed, verb)
    return min(first, grammar.phrase(parsed, who, verb.i)[0]) - 1 if who < verb.i else first - 1


def _speaker(parsed: Parsed, verb: Word, last: int) -> tuple[int | None, int]:
    """The head of the speaker's phrase, and the last word of verb and speaker together."""
    quoted = _quoted_as(parsed, verb)
    if quoted is not None:
        return quoted, last
    passive = "auxpass" in {parsed.words[i].dep for i in verb.children}
    who = _agent(parsed, verb) if passive else grammar.subject(parsed, _teller(parsed, verb))
    if who is None and not passive:
        who = grammar.beside(parsed, verb)
    if who is None:
        return None, last
    if who > verb.i:
        return who, max(last, grammar.phrase(parsed, who, verb.i)[1])
    return who, last


def _quoted_as(parsed: Parsed, verb: Word) -> int | None:
    """Whom "saying" belongs to in "the agency quoted Berg as saying" and "Berg was quoted as saying"."""
    if verb.tag != "VBG":
        return None
    for above in grammar.governors(parsed, verb):
        if above.lemma in _QUOTING and any(word.lower == "as" for word in parsed.words[above.i + 1 : verb.i]):
            wanted = {"nsubjpass"} if any(parsed.words[i].dep == "auxpass" for i in above.children) else {"dobj"}
            return next((i for i in above.children if parsed.words[i].dep in wanted), None)
    return None


def _teller(parsed: Parsed, verb: Word) -> Word:
    """The verb whose subject speaks: for "…, adding that" the reporting verb above, where there is one."""
    if verb.tag != "VBG" or verb.dep not in {"advcl", "xcomp", "conj", "ccomp", "dep"}:
        return verb
    table = phrases("clause")
    above = (word for word in grammar.governors(parsed, verb) if word.lemma in table and word.pos == "VERB")
    return next(above, verb)


def _agent(parsed: Parsed, verb: Word) -> int | None:
    for i in verb.children:
        if parsed.words[i].dep == "agent":
            return next((j for j in parsed.words[i].children if parsed.words[j].dep == "pobj"), None)
    return None


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
        if parsed.words[i].lower == "that" and parsed.words[i].dep in {"mark", "advmod"}:
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
    marks = [i for i in range(piece.start, at) if parsed.words[i].text in _OPENING | _CLOSING]
    return len(marks) % 2 == 1


def _has_text_before(parsed: Parsed, verb: Word) -> bool:
    piece = grammar.piece_of(parsed, verb.i)
    return any(parsed.words[i].text in {","} | _CLOSING for i in range(piece.start, verb.i))


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
    if before < piece.start + 1 or parsed.words[before].text not in {",", "-", "–", "—"} | _CLOSING | {"?", "!"}:
        return _so(parsed, verb)
    rest = _resumes(parsed, after, piece)
    return grammar.trimmed(parsed, piece.start, piece.stop - 1 if rest else before)


def _has_object(parsed: Parsed, verb: Word, who: int) -> bool:
    """Whether the verb has an object of its own that is no listener: "the union announced a payment system"."""
    if verb.lemma in _TO_SOMEONE:
        return False
    objects = (parsed.words[i] for i in verb.children if parsed.words[i].dep == "dobj")
    thing = (word for word in objects if word.pos in {"NOUN", "PROPN"} or word.lower in _NOTHING)
    return any(word.i > verb.i and word.i != who for word in thing)


def _left_complement(parsed: Parsed, verb: Word) -> bool:
    return any(parsed.words[i].dep == "ccomp" and i < verb.i for i in verb.children)


def _can_follow(parsed: Parsed, verb: Word) -> bool:
    """Whether a verb that stands below another may still report what precedes it."""
    return _left_complement(parsed, verb) or _stands_alone(parsed, verb) or _quoted_as(parsed, verb) is not None


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


def _so(parsed: Parsed, verb: Word) -> tuple[int, int] | None:
    """ "X told reporters so": what was said is the sentence before."""
    here = parsed.words[verb.i + 1 : verb.i + 4]
    if verb.sentence == 0 or not any(word.lower == "so" and word.head == verb.i for word in here):
        return None
    return parsed.sentence_span(verb.sentence - 1)
