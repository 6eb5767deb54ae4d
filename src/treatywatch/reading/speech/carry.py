"""Speech that goes on: pieces of text after a cue that have none of their own."""

from collections.abc import Iterator

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.speech import grammar
from treatywatch.reading.speech.act import Speech
from treatywatch.reading.speech.lexicon import lexicon

RULE = "goes-on"
_AHEAD = frozenset({"will", "would", "could", "may", "might", "can", "should", "must", "'ll", "shall"})
_HANGING = frozenset({"it", "that", "this", "they", "if", "unless", "otherwise", "such"})


def carried(parsed: Parsed, told: tuple[Speech, ...]) -> tuple[Speech, ...]:
    """``told`` with what goes on after it, in text order.

    A piece of a sentence without a cue of its own belongs to the speaker before when it stands in the same paragraph
    and looks ahead ("would", "will", "is to"), as reported speech does.
    """
    more = list(told)
    before: Speech | None = None
    end = 0
    for piece in _pieces(parsed):
        start, stop = parsed.words[piece.start].start, parsed.words[piece.stop - 1].end
        if "\n" in parsed.text[end:start].strip(" ") or _new_paragraph(parsed.text[end:start]):
            before = None
        end = stop
        own = [speech for speech in told if start <= speech.cue[0] < stop]
        main = [speech for speech in own if _is_main(speech, start, stop)]
        if main:
            before = main[-1]
        elif own:
            before = None
        elif before is not None:
            if _goes_on(parsed, piece, before):
                span = grammar.trimmed(parsed, piece.start, piece.stop - 1)
                if span is not None:
                    before = before._replace(content=span, rule=RULE, direct=False)
                    more.append(before)
            else:
                before = None
    return tuple(sorted(more, key=lambda speech: (speech.content, speech.cue)))


def _pieces(parsed: Parsed) -> Iterator[range]:
    for number in range(len(parsed.sentences)):
        yield from grammar.pieces(parsed, number)


def _new_paragraph(gap: str) -> bool:
    return "\n" in gap


def _is_main(speech: Speech, start: int, stop: int) -> bool:
    low, high = speech.extent
    return 2 * (min(high, stop) - max(low, start)) >= stop - start


def _goes_on(parsed: Parsed, piece: range, before: Speech) -> bool:
    """Whether a piece without a cue still tells what the speaker said.

    An outlet's or a document's report runs on until the page turns to what lay before it; a person's speech only while
    it looks ahead and hangs on what was said.
    """
    words = parsed.words[piece.start : piece.stop]
    if len(words) < 3 or _looks_back(words):
        return False
    if (
        before.speaker_kind == "outlet"
        or _on_paper(parsed, before)
        or words[0].i > parsed.sentences[words[0].sentence].start
    ):
        return True
    return words[0].lower in _HANGING and any(word.lower in _AHEAD for word in words)


def _looks_back(words: tuple[Word, ...]) -> bool:
    """Past perfect, or a year or month with a plain past: background that the page adds itself."""
    return any(word.lower == "had" and word.dep == "aux" for word in words)


def _on_paper(parsed: Parsed, speech: Speech) -> bool:
    """Whether a statement, a notice or the like carries the speech."""
    sentence = parsed.words[parsed.between(*speech.cue)[0].i].sentence
    outside = (parsed.words[i] for i in parsed.sentences[sentence])
    return speech.speaker_kind in {"body", "person"} and any(
        word.lemma in lexicon().document_nouns and not speech.content[0] <= word.start < speech.content[1]
        for word in outside
    )
