"""How far the name of an agreement reaches to the left and right of its noun."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from treatywatch.language.names import Name
from treatywatch.language.parse import Parsed, Word
from treatywatch.model.data import load_yaml
from treatywatch.reading.grammar import children
from treatywatch.reading.mentions.nouns import nouns

_LEFT = frozenset(
    {"det", "amod", "compound", "nmod", "nummod", "poss", "punct", "npadvmod", "advmod", "quantmod", "case", "appos"}
)
_LOWER_PREPOSITIONS = frozenset({"on", "of", "between", "with", "for", "among", "against", "concerning"})
_CONNECTIVES = frozenset(
    {"of", "on", "for", "between", "with", "against", "concerning", "to", "in", "relating", "related", "regarding"}
)
_ON = frozenset({"on", "concerning", "regarding", "against"})
_JOINS = frozenset({"of", "on", "for", "and"})
_SPANS_OF_TIME = frozenset({"year", "month", "week", "day", "decade", "century", "time", "hour", "generation"})
_PARTY_LINKS = frozenset({"between", "with", "of"})
_LINKS = frozenset({"the", "and", "a", "an", "their", "its", "or", "all", "&"})
_CALENDAR = re.compile(
    r"(mon|tues|wednes|thurs|fri|satur|sun)day|jan(uary|\.)?|feb(ruary|\.)?|mar(ch|\.)|apr(il|\.)|may|june?|july?|aug(ust|\.)?"
    r"|sept?(ember|\.)?|oct(ober|\.)?|nov(ember|\.)?|dec(ember|\.)?",
    re.I,
)
_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
_LONGEST_ITEM = 3
_ACTS = frozenset({"Act", "Bill", "Law"})
_GAP = re.compile(r"[ \t]{4,}(?!\S*\n)|\n\s*\n")
_DETERMINERS = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "its", "their", "his",
    "her", "our", "any", "no", "some", "each", "every", "both", "another", "such",
})  # fmt: skip


@lru_cache(maxsize=1)
def headline_verbs() -> frozenset[str]:
    """Verbs that headlines put between a state and an agreement, and parsers take for nouns ("UK signs pact")."""
    return frozenset(load_yaml("treatywatch.reading.mentions", "data/nouns.yaml")["headline_verbs"])


class Title(NamedTuple):
    """Offsets of a noun phrase: ``start`` with its determiner, ``name_start`` without, ``end`` after its last word."""

    start: int
    end: int
    name_start: int
    determiner: str


def title_around(page: Parsed, head: Word, names: Sequence[Name], *, closed: bool = False) -> Title:
    """The noun phrase round ``head``: its modifiers and, unless ``closed``, the complements that belong to its name."""
    first = _left_edge(page, head, names)
    last = head.i if closed else _right_edge(page, head, names)
    words = page.words[first : last + 1]
    determiner, skip = "", 0
    while skip < len(words) - 1 and (words[skip].lower in _DETERMINERS or words[skip].lower in {"'s", ",", '"'}):
        determiner = determiner or words[skip].lower
        skip += 1
    if words[0].dep == "poss" and not determiner:
        determiner = "'s"
    return Title(words[0].start, words[-1].end, words[skip].start, determiner)


def _left_edge(page: Parsed, head: Word, names: Sequence[Name]) -> int:
    sentence_start = page.sentences[head.sentence][0]
    edge = head.i
    for child in reversed(head.children):
        if child < head.i and page.words[child].dep in _LEFT:
            edge = min(edge, page.subtree(child)[0])
        elif child < head.i:
            break
    if head.dep == "compound" and page.words[head.head].i > head.i:
        edge = min(edge, head.i)
    edge = max(edge, sentence_start)
    if head.text[:1].isupper():
        edge = _capitals_before(page, edge, sentence_start)
        edge = _joined_before(page, edge, sentence_start, names)
    return _trim(page, edge, head)


def _capitals_before(page: Parsed, edge: int, least: int) -> int:
    """The first of the capitalised words that run up to ``edge``, hyphens between them included."""
    while edge > least:
        step = 2 if page.words[edge - 1].text == "-" and edge - 2 >= least else 1
        if not _joins_left(page.words[edge - step]):
            break
        edge -= step
    return edge


def _joined_before(page: Parsed, edge: int, least: int, names: Sequence[Name]) -> int:
    """Takes in "Exchange of" before "Information Agreement": capitals and a link, behind the name's determiner."""
    if edge - 3 < least or page.words[edge - 1].lower not in _JOINS or not page.words[edge].text[:1].isupper():
        return edge
    first = _capitals_before(page, edge - 1, least)
    named = any(n.start <= w.start < n.end for w in page.words[first : edge - 1] for n in names)
    behind = page.words[first - 1].lower if first > least else ""
    return first if first < edge - 1 and not named and behind in _DETERMINERS | {"'s"} else edge


def _joins_left(word: Word) -> bool:
    return word.text[:1].isupper() and word.pos in {"PROPN", "ADJ", "NOUN"} and not _CALENDAR.fullmatch(word.text)


def _trim(page: Parsed, edge: int, head: Word) -> int:
    """No name starts with punctuation, a verb or a date; a comma or a bracket that closed before it ends the search."""
    for at in range(head.i - 1, edge - 1, -1):
        word = page.words[at]
        if (
            word.text in {",", ";", ":", ".", "–", "—"}
            or word.lower in headline_verbs()
            or (word.pos == "VERB" and word.dep not in {"amod", "compound"})
        ):
            edge = at + 1
            break
        if word.lower in {"the", "a", "an"} and page.words[at - 1].pos not in {"ADP", "CCONJ"} and at > edge:
            edge = at  # "carry out in full the Oslo accord"
            break
    while edge < head.i and (
        page.words[edge].pos in {"PUNCT", "ADP", "CCONJ", "ADV"} or _CALENDAR.fullmatch(page.words[edge].text)
    ):
        edge += 1
    return edge


def _right_edge(page: Parsed, head: Word, names: Sequence[Name]) -> int:
    capital = head.text[:1].isupper()
    edge = _capital_run(page, head, names) if capital else head.i
    if edge == head.i or page.words[edge].lower in _LOWER_PREPOSITIONS:
        edge = max(edge, _complements(page, head))
    return _bracketed(page, _year_behind(page, edge))


def _year_behind(page: Parsed, edge: int) -> int:
    """Takes in the years that belong to a name: "Declaration of 2000", "Declarations of 2000 and 2001"."""
    words = page.words[edge + 1 : edge + 5]
    if len(words) < 2 or words[0].lower != "of" or not _YEAR.fullmatch(words[1].text):
        return edge
    pair = len(words) == 4 and words[2].lower == "and" and bool(_YEAR.fullmatch(words[3].text))
    return edge + (4 if pair else 2)


def _capital_run(page: Parsed, head: Word, names: Sequence[Name]) -> int:
    """Follows "Treaty on Good Neighbourly Relations between the Republic of Poland and …" to its last capital."""
    end, at, bound = head.i, head.i + 1, _bound(page, head)
    after_connective = False
    named_before = (
        head.i > 0
        and page.words[head.i - 1].text[:1].isupper()
        and page.words[head.i - 1].dep in {"compound", "amod", "nmod"}
        and not _is_of_organisation(page.words[head.i - 1], names)  # "the WTO Agreement on Fisheries Subsidies"
    )
    places = {n.start for n in names if n.kind == "place"}
    others = {n.start for n in names if n.kind in {"state", "office", "person", "organ"}}
    while at <= bound:
        word = page.words[at]
        if word.start in others and not after_connective:
            break  # a heading that runs on: "Treaty Senator Ann Ace"
        if word.lower in (_PARTY_LINKS if named_before else _CONNECTIVES):
            after_connective = True
        elif word.lower in _LINKS or word.text == ",":
            if not after_connective:
                break
        elif word.text in {"-", "'s", "'", "(", ")"} or word.lower == "'s":
            pass
        elif (
            word.text[:1].isupper() and not _CALENDAR.fullmatch(word.text) and _may_name(word, inside=after_connective)
        ):
            if not after_connective and end == at - 1 and word.text.isupper() is False and word.pos != "PROPN":
                break
            if page.words[at - 1].lower == "in" and word.start in places:
                break
            end = at
        else:
            break
        at += 1
    return end


def _may_name(word: Word, *, inside: bool) -> bool:
    """Whether a capitalised word may go on a name: no pronoun or verb, but "Whaling" of "Convention on Whaling"."""
    return word.pos not in {"PRON", "VERB", "AUX"} or (inside and word.tag == "VBG")


def _is_of_organisation(word: Word, names: Sequence[Name]) -> bool:
    return any(n.kind == "organisation" and n.start <= word.start < n.end for n in names)


def _bound(page: Parsed, head: Word) -> int:
    """The last word that a name may reach: none behind a gap, none in small letters behind a heading in capitals.

    "Trade Agreement Implementation Act" is the act's name, and the agreement's ends before.
    """
    last = page.sentences[head.sentence][-1]
    loud = head.text.isupper() and len(head.text) > _LONGEST_ITEM
    for at in range(head.i + 1, last + 1):
        word, before = page.words[at], page.words[at - 1]
        if _GAP.search(page.text, before.end, word.start) or (loud and not word.text.isupper() and word.text.isalpha()):
            return at - 1
        if word.lower in _CONNECTIVES or word.lower in _LINKS:
            break
        if word.text in _ACTS and page.words[at].pos == "PROPN":
            return head.i
    return last


def _complements(page: Parsed, head: Word) -> int:
    """The end of "on comprehensive strategic partnership", "with Mexico and Canada", without clauses and dates."""
    edge = head.i
    for child in head.children:
        word = page.words[child]
        if child <= head.i:
            continue
        if word.dep != "prep" or word.lower not in _LOWER_PREPOSITIONS or child > edge + 1:
            break
        reached = _plain_reach(page, child)
        if (
            reached == child
            or _CALENDAR.fullmatch(page.words[child + 1].text)
            or (page.words[child + 1].pos == "NUM" and word.lower == "on")
            or page.words[reached].lemma in _SPANS_OF_TIME
            or page.words[child + 1].lower in {"his", "her"}
        ):
            break
        edge = reached
    if edge == head.i and _is_topic(page, edge + 1):
        edge = _plain_reach(page, edge + 1)
    return _list_behind(page, edge) if edge > head.i else edge


def _is_topic(page: Parsed, at: int) -> bool:
    """Whether "on" and a subject stand right behind a noun, though the parser hung them on its verb."""
    if at >= len(page.words) or page.words[at].lower not in _ON or page.words[at].dep != "prep":
        return False
    told = [w for w in children(page, at, "pobj") if not children(page, w.i, "poss")]
    return any(w.pos == "NOUN" and w.lemma not in nouns().asides | _SPANS_OF_TIME for w in told)


def _list_behind(page: Parsed, edge: int) -> int:
    """The end of a list that belongs to the name: "of friendship, good neighbourliness and cooperation"."""
    at, joined = edge + 1, False
    while at + 1 < len(page.words) and page.words[at].text in {",", "and"} and not joined:
        joined = page.words[at].text == "and"
        at += 1
        if joined and page.words[at - 2].text == ",":
            return edge
        first = at
        while at < len(page.words) and at - first < _LONGEST_ITEM and page.words[at].pos in {"NOUN", "ADJ"}:
            at += 1
        if at == first or page.words[at - 1].pos != "NOUN" or not page.words[at - 1].text.islower():
            return edge
    told = at < len(page.words) and page.words[at].pos in {"VERB", "AUX"} and page.words[at].tag != "VBN"
    return at - 1 if joined and page.words[edge + 1].text == "," and not told else edge


def _plain_reach(page: Parsed, preposition: int) -> int:
    reach = preposition
    todo = [preposition]
    while todo:
        at = todo.pop()
        for child in page.words[at].children:
            word = page.words[child]
            if word.dep in {"relcl", "acl", "advcl", "ccomp", "parataxis", "appos"} or word.pos in {"VERB", "AUX"}:
                continue
            if word.dep == "prep" and (word.lower not in _LOWER_PREPOSITIONS or _dated(page, child)):
                continue
            if word.dep in {"punct"} and word.i > reach:
                continue
            todo.append(child)
            reach = max(reach, child)
    return reach


def _dated(page: Parsed, preposition: int) -> bool:
    following = page.words[preposition + 1] if preposition + 1 < len(page.words) else None
    return following is not None and (
        bool(_CALENDAR.fullmatch(following.text)) or (following.pos == "NUM" and len(following.text) < 3)
    )


def _bracketed(page: Parsed, edge: int) -> int:
    """Takes in an acronym in brackets right behind the name: "access agreement (RAA)"."""
    if edge + 1 < len(page.words) and page.words[edge + 1].text == ")" and _opened(page, edge):
        return edge + 1
    if edge + 3 < len(page.words) + 1 and edge + 2 < len(page.words) and page.words[edge + 1].text == "(":
        for close in range(edge + 2, min(edge + 7, len(page.words))):
            if page.words[close].text == ")" and page.words[close - 1].text[:1].isupper():
                return close
    return edge


def _opened(page: Parsed, edge: int) -> bool:
    """Whether a bracket that stands open begins shortly before ``edge``."""
    return "(" in {word.text for word in page.words[max(0, edge - 4) : edge]}
