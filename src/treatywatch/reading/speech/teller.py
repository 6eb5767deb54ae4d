"""Whom a reporting verb's clause names as the one who speaks."""

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.speech import grammar
from treatywatch.reading.speech.lexicon import phrases

CLOSING = frozenset({'"', "”", "''", "’", "»"})
_QUOTING = frozenset({"quote", "cite", "report", "describe"})


def speaker_of(parsed: Parsed, verb: Word, last: int) -> tuple[int | None, int]:
    """The head of the speaker's phrase, and the last word of verb and speaker together."""
    quoted = quoted_as(parsed, verb)
    if quoted is not None:
        return quoted, last
    passive = "auxpass" in {parsed.words[i].dep for i in verb.children}
    who = _agent(parsed, verb) if passive else grammar.subject(parsed, _teller(parsed, verb))
    if who is not None and who < verb.i and _ends_outcry(parsed, grammar.first_of_group(parsed, verb) - 1):
        who = None
    if who is None and not passive:
        who = grammar.beside(parsed, verb)
    if who is None:
        return None, last
    if who > verb.i:
        return who, max(last, grammar.phrase(parsed, who, verb.i)[1])
    return who, last


def _ends_outcry(parsed: Parsed, at: int) -> bool:
    """ "“What patience!” said Berg": the quotation that ends with the word ``at`` holds no subject of what follows."""
    closes = at > 1 and parsed.words[at].text in CLOSING
    return closes and parsed.words[at - 1].text in {"!", "?", ",", "."}


def quoted_as(parsed: Parsed, verb: Word) -> int | None:
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
