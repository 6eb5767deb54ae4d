"""Speech that goes on: pieces of text after a cue that have none of their own."""

from bisect import bisect_left
from collections.abc import Iterator

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.speech import grammar
from treatywatch.reading.speech.act import Speech
from treatywatch.reading.speech.lexicon import lexicon
from treatywatch.reading.speech.own import RULE as OWN_ACT
from treatywatch.reading.speech.quotes import lines, opens, quotations, quoted

GOES_ON = "goes-on"
QUOTE = "quote"
_AHEAD = frozenset({"will", "would", "could", "may", "might", "can", "should", "must", "'ll", "shall"})
_MARKS = frozenset({'"', "“", "”", "«", "»"})
_HANGING = frozenset({"it", "that", "this", "they", "if", "unless", "otherwise", "such", "once"})


def carried(parsed: Parsed, told: tuple[Speech, ...]) -> tuple[Speech, ...]:
    """``told`` with what goes on after it, in text order.

    A piece of a sentence without a cue of its own belongs to the speaker before, within the same paragraph, when it
    looks ahead as reported speech does ("it would …"), or when the same speaker's next cue comes after it.
    """
    cues = _Cues(told)
    more = [*told, *_standing(parsed.text, cues)]
    before: Speech | None = None
    waiting: list[Speech] = []
    end = 0
    for piece in _pieces(parsed):
        start, stop = parsed.words[piece.start].start, parsed.words[piece.stop - 1].end
        if "\n" in parsed.text[end:start]:
            before, waiting = None, []
        end = stop
        own = cues.between(start, stop)
        if own:
            if before is not None and own[0].speaker == before.speaker:
                more.extend(waiting)
            main = [speech for speech in own if _is_main(speech, start, stop)]
            before, waiting = (main[-1] if main and main[-1].rule != OWN_ACT else None), []
        elif before is not None and stop > before.content[1]:  # else the quotation holds this piece as well
            on = _piece_of_speech(parsed, piece, before)
            if on is None:
                before, waiting = None, []
            elif not waiting and _goes_on(parsed, piece, before):
                more.append(on)
            else:
                waiting.append(on)
    return tuple(sorted(more, key=lambda speech: (speech.content, speech.cue)))


class _Cues:
    """Speeches by where their cues start."""

    def __init__(self, told: tuple[Speech, ...]) -> None:
        self._told = sorted(told, key=lambda speech: speech.cue)
        self._starts = [speech.cue[0] for speech in self._told]

    def between(self, start: int, end: int) -> list[Speech]:
        """Those whose cue starts within ``[start, end)``."""
        return self._told[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _piece_of_speech(parsed: Parsed, piece: range, before: Speech) -> Speech | None:
    """The piece as something that the speaker of ``before`` said; None when it cannot be."""
    span = grammar.trimmed(parsed, piece.start, piece.stop - 1)
    words = parsed.words[piece.start : piece.stop]
    same = piece.start > parsed.sentences[words[0].sentence].start  # after a semicolon the sentence's cue still holds
    told = words[0].lower in {"he", "she"} or (not same and _looks_back(words))
    told = told or _is_shifted_no_more(parsed, words, before)
    if span is None or told or sum(word.text[0].isalpha() for word in words) < 3:
        return None
    rule = before.rule if same else GOES_ON
    return before._replace(content=span, rule=rule, direct=quoted(parsed.text, span), asides=())


def _standing(text: str, cues: _Cues) -> Iterator[Speech]:
    """Lines that are quotations without a cue: they belong to whoever spoke in the line before, or else after."""
    all_lines = list(lines(text))
    owners = [[s for s in cues.between(*line) if not _cue_quoted(text, s)] for line in all_lines]
    for at, line in enumerate(all_lines):
        if owners[at] or not opens(text, line):
            continue
        before = owners[at - 1] if at else []
        after = owners[at + 1] if at + 1 < len(all_lines) and opens(text, all_lines[at + 1]) else []
        speaker = after[0] if after else before[-1] if before else None
        if speaker is not None:
            owners[at] = [speaker]
            yield speaker._replace(content=line, direct=True, rule=QUOTE, asides=())


def _cue_quoted(text: str, speech: Speech) -> bool:
    return any(low < speech.cue[0] and speech.cue[1] < high for low, high in quotations(text, *speech.cue))


def _pieces(parsed: Parsed) -> Iterator[range]:
    for number in range(len(parsed.sentences)):
        yield from grammar.pieces(parsed, number)


def _is_main(speech: Speech, start: int, stop: int) -> bool:
    low, high = speech.extent
    return 2 * (min(high, stop) - max(low, start)) >= stop - start


def _goes_on(parsed: Parsed, piece: range, before: Speech) -> bool:
    """Whether a piece without a cue still tells what the speaker said.

    What follows a semicolon does. So does the rest of a statement on paper, until the page turns to what lay before it,
    and a sentence that looks ahead and hangs on what was said ("It would …"). An outlet's report ends with its cue.
    """
    words = parsed.words[piece.start : piece.stop]
    if words[0].text in _MARKS and (before.direct or words[-1].text in _MARKS or words[-2].text in _MARKS):
        return True
    if words[0].i > parsed.sentences[words[0].sentence].start:
        return True
    if _on_paper(parsed, before) and (before.speaker_kind == "body" or not _is_past(words)):
        return True
    return words[0].lower in _HANGING and any(word.lower in _AHEAD for word in words)


def _looks_back(words: tuple[Word, ...]) -> bool:
    """Whether a piece stands in the past perfect: background that the page adds itself."""
    return any(word.lower == "had" and word.dep == "aux" for word in words)


def _is_shifted_no_more(parsed: Parsed, words: tuple[Word, ...], before: Speech) -> bool:
    """Whether what was said stands in "would" or "had" and the piece in the plain past, as the page's own news does."""
    said = {word.lower for word in parsed.between(*before.content) if word.dep == "aux"}
    first, last = words[0].i, words[-1].i
    mains = [word for word in words if word.head == word.i or not first <= word.head <= last]
    plain = any(w.tag == "VBD" and not any(parsed.words[c].dep == "aux" for c in w.children) for w in mains)
    return plain and bool(said & {"would", "had"})


def _is_past(words: tuple[Word, ...]) -> bool:
    """Whether a piece tells what happened or has happened: of a person's speech the page tells that itself."""
    return any(word.tag == "VBD" or (word.lower in {"has", "have"} and word.dep == "aux") for word in words)


def _on_paper(parsed: Parsed, speech: Speech) -> bool:
    """Whether a statement, a notice or the like carries the speech."""
    sentence = parsed.words[parsed.between(*speech.cue)[0].i].sentence
    outside = (parsed.words[i] for i in parsed.sentences[sentence])
    return speech.speaker_kind in {"body", "person"} and any(
        word.lemma in lexicon().document_nouns and not speech.content[0] <= word.start < speech.content[1]
        for word in outside
    )
