"""Places that use the heart of a name alone."""

import re
from collections.abc import Sequence, Set

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.model import Span
from treatywatch.reading.mentions.mention import Mention
from treatywatch.reading.mentions.nouns import nouns

_ACRONYM = re.compile(r"\b(?:[A-Z][a-z]?){2,}[A-Z]\b|\b[A-Z]{3,}\b")
_SHORTEST = 2
_PLACE_AND_NOUN = 2  # words of such names as "Kyoto Protocol"
_BINDING = frozenset({"ratify", "ratification", "signatory", "accede", "accession"})  # what is done to no town


def short_names(page: Parsed, mentions: Sequence[Mention], names: Sequence[Name]) -> list[Mention]:
    """Places that use the heart of a name alone: "Open Skies" for the Treaty on Open Skies, or its acronym."""
    lands = {n.text for n in names if n.kind in {"state", "demonym", "place"}}
    hearts = {
        heart: mention
        for mention in mentions
        if mention.proper
        for heart in _hearts(mention, names)
        if not _is_land(heart, lands)
    }
    made = []
    for heart, mention in hearts.items():
        for place in re.finditer(rf"(?<![\w-]){re.escape(heart)}(?![\w-])", page.text):
            words = page.between(place.start(), place.end())
            if not words or any(m.span.start <= place.start() < m.span.end for m in mentions):
                continue
            made.append(_short(mention, heart, words[-1], place.start()))
    return made + [m for m in _places(page, mentions) if m.head not in {other.head for other in made}]


def _places(page: Parsed, mentions: Sequence[Mention]) -> list[Mention]:
    """ "Is no signatory to Kyoto", on a page that names the Kyoto Protocol: a place stands for what is ratified."""
    places = {m.name.split()[0]: m for m in mentions if m.known and len(m.name.split()) == _PLACE_AND_NOUN}
    return [
        _short(places[word.text], word.text, word, word.start)
        for word in page.words
        if word.text in places and _is_bound(page, word)
    ]


def _is_bound(page: Parsed, word: Word) -> bool:
    above = page.words[word.head]
    above = page.words[above.head] if word.dep == "pobj" else above
    return word.dep in {"dobj", "pobj"} and above.lemma in _BINDING


def _short(mention: Mention, heart: str, last: Word, start: int) -> Mention:
    span = Span(start, last.end)
    return mention._replace(head=last.i, span=span, name=heart, definite=True, parties=(), year=None, short=True)


def _hearts(mention: Mention, names: Sequence[Name]) -> list[str]:
    """The parts of a name that stand for it alone: an acronym in it, or its capitalised words but the noun's own."""
    acronyms = [a for a in _ACRONYM.findall(mention.name) if not any(n.text == a for n in names)]
    own = re.split(r" (?:with|between|among) ", mention.name)[0]
    initials = "".join(word[0] for word in own.split() if word[0].isupper())
    acronyms += [initials] if len(initials) > _SHORTEST and not any(n.text == initials for n in names) else []
    title = re.fullmatch(
        r"(?:[Tt]reaty|[Aa]greement|[Cc]onvention|[Pp]act|[Aa]ccord) (?:on|of|for) ([A-Z]\w+(?: [A-Z]\w+)+)",
        mention.name,
    )
    if mention.beside is not None:
        return [mention.name]
    return [*acronyms, *([title[1]] if title else _before_noun(mention.name))]


def _is_land(heart: str, lands: Set[str]) -> bool:
    """Whether the heart of a name is a place of its own: ships pass the Panama Canal, not the treaty on it."""
    if heart.rsplit(maxsplit=1)[-1].lower() in nouns().places:
        return True
    return any(re.search(rf"\b{re.escape(land)}\b", heart) for land in lands)


def _before_noun(name: str) -> list[str]:
    lead = re.fullmatch(r"([A-Z]\w+(?: [A-Z]\w+)+) (?:[Tt]reaty|[Pp]act|[Aa]ccords?|[Cc]onvention|[Aa]greement)", name)
    words = lead[1].split() if lead else []
    return (
        [lead[1]]
        if lead and len(words) == 2 and not {w.lower() for w in words} & (nouns().soft | nouns().colourless)
        else []
    )
