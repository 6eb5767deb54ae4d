"""The year in which an agreement was made, where its clause or its heading tells it."""

import re

from treatywatch.language.parse import Parsed, Word
from treatywatch.reading.mentions.brought import making
from treatywatch.reading.mentions.nouns import nouns
from treatywatch.reading.mentions.title import Title

_YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b")
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
_YEAR_OF_HEADING = re.compile(r"[^\n.;:]{0,80}, (1[6-9]\d\d|20\d\d)(?=[.;\n]|$)")


def year_made(page: Parsed, noun: Word, title: Title) -> str | None:
    """The year in which an agreement was made, as the words behind its ``title`` or round its noun tell; or None."""
    return _headed(page, title) or _made_in(page, noun)


def _headed(page: Parsed, title: Title) -> str | None:
    """The year behind a name in a heading or a list of treaties: "Convention on Commerce, 1852."."""
    year = _YEAR_OF_HEADING.match(page.text, title.end)
    return year[1] if year else None


def _made_in(page: Parsed, noun: Word) -> str | None:
    """The year in "the treaty signed in 2010" and "they signed the treaty in 2010", good to tell it from others."""
    while noun.dep == "compound" and noun.head > noun.i:
        noun = page.words[noun.head]  # "the Convention Abolishing Tolls was signed"
    if told := _year_of_signing(page, noun):
        return told
    verbs = [page.words[c] for c in noun.children if c > noun.i and page.words[c].dep in {"acl", "relcl"}]
    verbs += [page.words[noun.head]] if noun.dep in {"dobj", "nsubjpass"} else []
    above = making(page, noun)
    verbs += [above] if above is not None and above.lemma == "enter" else []
    for verb in verbs:
        if verb.lemma in nouns().made | {"enter"} and verb.tag in {"VBD", "VBN"}:
            year = _year_before(page, verb, noun) if verb in {page.words[noun.head], above} else None
            if told := year[0] if year is not None else _year_behind(page, verb, noun):
                return told
    return None


def _year_behind(page: Parsed, verb: Word, noun: Word) -> str | None:
    """The first year behind both, in the verb's own clause: not "signed a treaty that was to end the war of 1963"."""
    found, todo = list[int](), [verb.i]
    while todo:
        at = todo.pop()
        found += [at] if at > max(verb.i, noun.i) and _YEAR.fullmatch(page.words[at].text) else []
        todo += [c for c in page.words[at].children if page.words[c].dep not in _CLAUSES]
    return page.words[min(found)].text if found else None


def _year_of_signing(page: Parsed, noun: Word) -> str | None:
    """ "On 29 July 1858, with the signing of a treaty": the one year in the sentence that tells of the signing."""
    act = page.words[page.words[noun.head].head]
    if noun.dep != "pobj" or page.words[noun.head].lower != "of" or act.lemma not in nouns().signing:
        return None
    sentence = page.sentences[noun.sentence]
    years = _YEAR.findall(page.text, page.words[sentence[0]].start, page.words[sentence[-1]].end)
    return years[0] if len(years) == 1 else None


def _year_before(page: Parsed, verb: Word, noun: Word) -> re.Match[str] | None:
    """ "On January 30, 1875, the two signed a treaty": the date that opens the clause, before its subject."""
    for child in verb.children:
        word = page.words[child]
        if child > min(verb.i, noun.i):
            return None
        if word.dep in {"prep", "npadvmod"}:
            below = page.subtree(child)
            if year := _YEAR.search(page.text, word.start, page.words[below[-1]].end):
                return year
    return None
