"""Lists of those who act, and of what is done to, where the parser did not see that they are."""

from treatywatch.language.parse import Parsed
from treatywatch.reading.grammar import children
from treatywatch.reading.members import opening_lists
from treatywatch.reading.named import Named

_BEFORE_INFINITIVE = frozenset({"to", "have", "has", "yet"})
_LISTING = frozenset({",", "and", "&", "the", "or"})


def listed_before(page: Parsed, named: Named, i: int) -> list[int]:
    """The list that ends right before the verb ``i``: "six members, Chile, Peru and Fiji, signed".

    States, or leaders: "Presidents Ann Ace and Bo Bee signed" is misread as what presidents named so did.
    """
    words, found = page.words, []
    at = i - 1
    first = page.sentences[words[i].sentence][0]
    while at >= first and (words[at].pos in {"AUX", "ADV"} or words[at].lower in _BEFORE_INFINITIVE):
        at -= 1
    while at >= first and (_is_state(named, at) or words[at].text in {",", "and", "&"} or words[at].lower == "the"):
        found += [at] if _is_state(named, at) else []
        at -= 1
    return sorted(_last_words(named, found))


def named_among(page: Parsed, named: Named, i: int) -> list[int]:
    """Who is named of a crowd in the sentence of ``i``: "ten states, among them Chile and Peru, signed"."""
    words, last = page.words, _last_of_list(page, page.words[i].sentence)
    for at, least in opening_lists(page, i):
        found, after = list[int](), at
        while after <= last and (_is_state(named, after) or words[after].lower in _LISTING):
            found += [after] if _is_state(named, after) else []
            after += 1
        heads = _last_words(named, found)
        if len(heads) >= least:
            return heads
    return []


def _last_of_list(page: Parsed, sentence: int) -> int:
    """The last word that a list in the sentence may reach to: behind a colon the parser may begin a new one."""
    last = page.sentences[sentence][-1]
    goes_on = page.words[last].text == ":" and sentence + 1 < len(page.sentences)
    return page.sentences[sentence + 1][-1] if goes_on else last


def gapped(page: Parsed, i: int) -> list[int]:
    """ "Concluded a convention in 1867 and a treaty in 1881": nouns that the parser joined to the verb ``i`` itself."""
    if page.words[i].pos != "VERB" or not children(page, i, "dobj"):
        return []
    return [w.i for w in children(page, i, "conj") if w.pos in {"NOUN", "PROPN"} and not children(page, w.i, "nsubj")]


def _last_words(named: Named, found: list[int]) -> list[int]:
    """Of the words of names, the last one of each name."""
    return [w for w in found if w + 1 not in found or named.at[w] is not named.at[w + 1]]


def _is_state(named: Named, i: int) -> bool:
    name = named.at.get(i)
    return name is not None and name.kind in {"state", "person"} and bool(name.codes)
